// What people wrote, printed in papers that are pseudonymised: no id, no name that did something.
#include "report/papers/free_text.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "paper_inputs.hpp"

using namespace tidemark;
using made::event;

namespace {

// The made run, its children 1001 to 1004, workers "SW17" and "Zo\u00EB" besides.
made::Paper paper_of(const std::vector<Event>& events) {
  made::Paper paper;
  auto book = std::make_unique<Rulebook>(*paper.run.rulebook);
  SourceColumn worker;
  worker.name = "WORKER";
  worker.kind = FieldKind::id;
  book->sources.tables[1].columns = {worker};
  paper.run.rulebook = std::move(book);
  auto files = std::make_unique<Snapshot>(*paper.run.snapshot);
  TextPool& texts = files->pools.texts;
  files->tables[1].columns = {{texts.intern("SW17"), texts.intern("Zo\u00EB \u0141ukasz"),
                               texts.intern("family finding team"), texts.intern("Duty IRO")}};
  paper.run.snapshot = std::move(files);
  ExceptionLife life = made::life_of(7, paper.run.findings.front(), "2018-03-31");
  for (const Event& one : events) life = made::with(std::move(life), one);
  paper.lives = {life};
  return paper;
}

std::string printed(const made::Paper& paper, const std::string& words) {
  std::string out;
  (void)paper.by([&](const report::PaperInputs& inputs) {
    out = report::free_text(inputs, words);
    return report::Document{};
  });
  return out;
}

std::string printed(const std::string& words) {
  return printed(paper_of({}), words);
}

Event by(EventKind kind, const char* name, const char* role, const char* why = "x") {
  Event made = event(kind, "2018-04-01", why);
  made.by = name;
  made.role = role;
  made.until = day_of(2018, 4, 30);
  made.code = "hearing";
  return made;
}

}  // namespace

TEST_CASE("an id is withheld whatever sign stands beside it") {
  CHECK(printed("SW17\u2019s brother 1004\u2013placed") ==
        "(withheld)\u2019s brother (withheld)\u2013placed");
  for (const char* around : {"\u2019", "\u201C", "\u2013", "\u2014", "\u2022", "\u2026", "\u00A0",
                             "\u00B2", "\u2122", "_", "\x92", "\x95", "|"}) {
    for (const char* id : {"1004", "SW17", "sw17", "Sw17"}) {
      const std::string words = std::string("a") + around + id + around + "b";
      INFO(words);
      CHECK(printed(words) == std::string("a") + around + "(withheld)" + around + "b");
    }
  }
}

TEST_CASE("an id is withheld however its letters and digits are written") {
  for (const char* id : {"10\u200B04", "10\u00AD04", "10\u206004", "\uFF11\uFF10\uFF10\uFF14",
                         "SW\u00AD17", "\uFF33\uFF37\uFF11\uFF17", "ZO\u00CB \u0141UKASZ",
                         "Zoe\u0308\u00A0\u0142ukasz", "zoe \u0142ukasz"}) {
    INFO(id);
    CHECK(printed("see " + std::string(id) + ", please") == "see (withheld), please");
  }
}

TEST_CASE("an id is withheld where the space beside it was forgotten") {
  CHECK(printed("seen1004today, SW17and") == "seen(withheld)today, (withheld)and");
  CHECK(printed("1004\u200Btoday, \uFEFFSW17\u200B") == "(withheld)today, \uFEFF(withheld)");
  CHECK(printed("SW170 and 10045 are others") == "SW170 and 10045 are others");
}

TEST_CASE("a team in words stays, and a rule's id") {
  CHECK(printed("the family finding team") == "the family finding team");
  CHECK(printed("VISIT and ORDER") == "VISIT and ORDER");
}

TEST_CASE("who did something is withheld in any case and either way round") {
  const made::Paper paper = paper_of({by(EventKind::explained, "Jane \u00C5str\u00F6m", "worker")});
  for (const char* name :
       {"Jane \u00C5str\u00F6m", "jane \u00E5str\u00F6m", "JANE \u00C5STR\u00D6M", "Jane Astrom",
        "\u00C5str\u00F6m, Jane", "JANE  \u00C5str\u00F6m", "Jane\u00A0\u00C5str\u00F6m"}) {
    INFO(name);
    CHECK(printed(paper, std::string(name) + "\u2019s note") == "(withheld)\u2019s note");
  }
}

TEST_CASE("a role does not make an id printable") {
  const made::Paper paper =
      paper_of({by(EventKind::explained, "A", "1004"),
                by(EventKind::explained, "panel chair", "panel chair"),
                by(EventKind::explained, "B", "Duty IRO"), by(EventKind::explained, "C", "SW17")});
  CHECK(printed(paper, "1004, SW17") == "(withheld), (withheld)");
  CHECK(printed(paper, "panel chair, Duty IRO") == "panel chair, Duty IRO");
}

TEST_CASE("roles, codes and owners that people recorded are free text in every paper") {
  const char* role = "worker for 1004 born 12/03/2019";
  Event why = by(EventKind::explained, "A", role);
  Event ground = by(EventKind::exempted, "B", role);
  ground.code = "hearing\u2019 SW17";
  Event up = by(EventKind::escalated, "C", role);
  up.to = "A";
  Event act = by(EventKind::action_set, "D", role);
  act.to = "B";
  for (const std::vector<Event>& events :
       {std::vector<Event>{why, ground, act}, std::vector<Event>{why, act, up}}) {
    for (const report::PaperKind& kind : report::paper_kinds()) {
      const std::string words = made::words_of(paper_of(events).by(kind.write));
      for (const char* left : {"1004", "SW17", "12/03", "12 Mar"}) {
        INFO(kind.name << " " << left);
        CHECK(words.find(left) == std::string::npos);
      }
    }
  }
  const auto rows =
      made::rows_of(paper_of({ground}).by(report::exemption_report), "by-decision-maker");
  CHECK(rows[0][0] == "worker for (withheld) born Mar 2019");
  CHECK(rows[0][1] == "hearing\u2019 (withheld)");
  ground.code = "SW_9";
  made::Paper paper = paper_of({ground});
  auto files = std::make_unique<Snapshot>(*paper.run.snapshot);
  files->tables[1].columns[0].push_back(files->pools.texts.intern("SW_9"));
  paper.run.snapshot = std::move(files);
  const std::string cell = made::rows_of(paper.by(report::panel_pack), "exempt")[0][2];
  CHECK(cell.starts_with("(withheld)"));  // and not "SW 9", as codes are printed
}

TEST_CASE("an identified paper prints what was written") {
  made::Paper paper = paper_of({});
  paper.identified = true;
  CHECK(printed(paper, "1004\u2019s day, 4 March 2021") == "1004\u2019s day, 4 March 2021");
}
