#include "report/papers/papers.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "base/text.hpp"
#include "paper_inputs.hpp"

using namespace tidemark;
using made::event;
using made::rows_of;
using made::words_of;

namespace {

// The breach of child 1001, raised in March, and what happened to it.
made::Paper paper_with(const std::vector<Event>& events) {
  made::Paper paper;
  ExceptionLife life = made::life_of(7, paper.run.findings.front(), "2018-03-31");
  for (const Event& one : events) life = made::with(std::move(life), one);
  paper.lives = {life};
  return paper;
}

Event exemption(const char* on, const char* until) {
  Event made = event(EventKind::exempted, on, "Adoption hearing listed for 4 May 2018");
  made.until = parse_iso(until).value();
  made.code = "hearing";
  return made;
}

bool says(const report::Document& paper, const std::string& words) {
  return words_of(paper).find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("the panel's pack has the ten points of the agenda in their order") {
  std::string numbers;
  for (const report::Block& block : made::Paper().by(report::panel_pack).blocks) {
    const auto* heading = std::get_if<report::Heading>(&block);
    if (heading != nullptr && heading->level == 1 && heading->text[0] <= '9')
      numbers += heading->text.substr(0, heading->text.find(' '));
  }
  CHECK(numbers == "1.2.3.4.5.6.7.8.9.10.");
}

TEST_CASE("no id of a child stands in any paper that is pseudonymised") {
  for (const report::PaperKind& kind : report::paper_kinds()) {
    const std::string words = words_of(made::Paper().by(kind.write));
    for (const char* child : {"1001", "1002", "1003", "1004"}) {
      INFO(kind.name << " " << child);
      CHECK(words.find(child) == std::string::npos);
    }
    CHECK(words.find("ompliant") == std::string::npos);
  }
}

TEST_CASE("what was raised after the pack before is new, and what was there is not") {
  made::Paper paper = paper_with({});
  paper.before = report::PackBefore{11, day_of(2018, 3, 15), day_of(2018, 2, 28), 1};
  CHECK(rows_of(paper.by(report::panel_pack), "new-high").size() == 1);
  paper.before->as_at = day_of(2018, 3, 31);
  CHECK(rows_of(paper.by(report::panel_pack), "new-high").empty());
  const auto longest = rows_of(paper.by(report::panel_pack), "standing-longest");
  CHECK(std::any_of(longest.begin(), longest.end(), [](const auto& row) {
    return row[2] == "Placement order for nine months or longer";
  }));
}

TEST_CASE("without an earlier pack everything is new, and the pack says why") {
  const report::Document pack = paper_with({}).by(report::panel_pack);
  CHECK(rows_of(pack, "new-high").size() == 1);
  CHECK(says(pack, "no earlier pack, so every breach counts as new"));
}

TEST_CASE("an exemption keeps the breach in the count and out of the new ones") {
  const report::Document pack =
      paper_with({exemption("2018-04-01", "2018-06-30")}).by(report::panel_pack);
  CHECK(rows_of(pack, "new-high").empty());
  REQUIRE(rows_of(pack, "exempt").size() == 1);
  CHECK(rows_of(pack, "exempt")[0][5] == "Jun 2018");
  const auto numbers = rows_of(pack, "numbers");
  CHECK(numbers[1] == std::vector<std::string>{"High", "2", "2", "1", "1", "0", "0"});
}

TEST_CASE("an exemption applies on its last day and is back the day after") {
  CHECK(
      rows_of(paper_with({exemption("2018-04-01", "2018-04-12")}).by(report::panel_pack), "exempt")
          .size() == 1);
  const report::Document after =
      paper_with({exemption("2018-04-01", "2018-04-11")}).by(report::panel_pack);
  CHECK(rows_of(after, "exempt").empty());
  CHECK(rows_of(after, "exempt-ended").size() == 1);
  CHECK(says(after, "The exemption has ended: renew, or set an action"));
}

TEST_CASE("overdue actions come first, with how long") {
  Event late = event(EventKind::action_set, "2018-03-31", "Refer to family finding");
  late.until = day_of(2018, 4, 10);
  late.to = "family finding team";
  Event open = event(EventKind::action_set, "2018-03-31", "Ask the court for a date");
  open.until = day_of(2018, 4, 12);
  const auto rows = rows_of(paper_with({open, late}).by(report::panel_pack), "actions-table");
  REQUIRE(rows.size() == 2);
  CHECK(rows[0][2] == "Refer to family finding");
  CHECK(rows[0][6] == "Overdue by 2 days");
  CHECK(rows[1][6] == "Open");
}

TEST_CASE("amber ends with the day before the next panel") {
  made::Paper paper;
  paper.next_on = day_of(2018, 4, 20);
  CHECK(rows_of(paper.by(report::panel_pack), "amber-table").empty());
  paper.next_on = day_of(2018, 4, 21);
  CHECK(rows_of(paper.by(report::panel_pack), "amber-table").size() == 1);
  paper.next_on.reset();
  CHECK(says(paper.by(report::panel_pack), "The day of the next panel was not given"));
}

TEST_CASE("a critical breach is not offered an exemption") {
  const auto rows = rows_of(made::Paper().by(report::panel_pack), "decisions");
  REQUIRE(rows.size() == 2);
  CHECK(rows[0][3] == "Cannot be exempted: escalate, or set an action");
  CHECK(rows[0][rows[0].size() - 2] == "12 " + std::string(16, 'd'));
  CHECK(rows[0].back().size() == 16);
  CHECK(rows[0].back() != rows[1].back());
}

TEST_CASE("a draft says so on every page and its workbook cannot be taken back") {
  made::Paper paper;
  paper.draft = true;
  paper.number = 0;
  const report::Document draft = paper.by(report::panel_pack);
  CHECK(draft.number == "DRAFT");
  CHECK(draft.running_foot.starts_with("DRAFT, not issued."));
  CHECK(rows_of(draft, "decisions")[0].back().empty());
}

TEST_CASE("a resolved exception is counted by how it ended") {
  made::Paper paper = paper_with({});
  Event over = event(EventKind::resolved, "2018-04-05");
  over.code = "done_late";
  paper.lives.front() = made::with(paper.lives.front(), over);
  const auto rows = rows_of(paper.by(report::panel_pack), "resolved-table");
  REQUIRE(rows.size() == 1);
  CHECK(rows[0][1] == "Done late");
}

TEST_CASE("the team's sheet says by what it groups when no team is on record") {
  const report::Document sheet = made::Paper().by(report::team_sheet);
  CHECK(says(sheet, "The record names no team"));
  CHECK(rows_of(sheet, "totals").size() == 1);
}

TEST_CASE("the members' paper prints no count of 1 to 5") {
  made::Paper paper;
  const report::Document members = paper.by(report::members_paper);
  for (const auto& row : rows_of(members, "counts")) {
    for (std::size_t i = 1; i < row.size(); ++i) {
      INFO(row[0]);
      CHECK((row[i] == "c" || row[i] == "0" || row[i].size() > 1 || row[i] > "5"));
    }
  }
  CHECK(rows_of(members, "definitions-table").size() == 3);
}

TEST_CASE("the head's page has the ten oldest and what to expect") {
  made::Paper paper;
  paper.next_on = day_of(2018, 5, 10);
  paper.trend = {{1, day_of(2018, 2, 28), 3, 1, 2, 4}, {2, day_of(2018, 3, 31), 2, 1, 2, 4}};
  const report::Document head = paper.by(report::head_page);
  CHECK(rows_of(head, "trend-table").size() == 2);
  CHECK(says(head, "more limit passes by 10 May 2018"));
}

TEST_CASE("the data-quality sheet names the owner of each field") {
  const auto rows = rows_of(made::Paper().by(report::quality_sheet), "by-owner");
  REQUIRE(rows.size() == 1);
  CHECK(rows[0] == std::vector<std::string>{"legal team", "legal status: from", "1", "1"});
}

TEST_CASE("ids of tables and headings are unique, as the formats need them") {
  for (const report::PaperKind& kind : report::paper_kinds()) {
    std::set<std::string> ids;
    for (const report::Block& block : made::Paper().by(kind.write).blocks) {
      std::string id;
      if (const auto* table = std::get_if<report::TableBlock>(&block)) id = "t " + table->id;
      if (const auto* heading = std::get_if<report::Heading>(&block)) id = "h " + heading->id;
      INFO(kind.name << " " << id);
      if (!id.empty()) CHECK(ids.insert(id).second);
    }
  }
}
