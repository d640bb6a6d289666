#include "report/papers/papers.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "base/text.hpp"
#include "paper_inputs.hpp"
#include "report/papers/targets.hpp"

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

TEST_CASE(
    "a breach whose clock start was corrected says that the panel knows it, and how it was "
    "explained") {
  made::Paper paper;
  const Finding& finding = paper.run.findings.front();
  Finding before = finding;
  before.occasion = "2018-01-31";  // as the clock start was on record then
  ExceptionLife old = made::with(made::life_of(7, before, "2018-02-28"),
                                 event(EventKind::explained, "2018-03-01", "Search widened"));
  old = made::with(std::move(old), event(EventKind::resolved, "2018-03-31"));
  Event raised = event(EventKind::raised, "2018-03-31");
  raised.exception = 8;
  raised.number = 800;
  raised.about = 7;
  const ExceptionLife now =
      tidemark::life_of({finding.rule, finding.child, finding.occasion}, {raised});
  paper.lives = {old, now};
  const report::Document pack = paper.by(report::panel_pack);
  CHECK(says(pack,
             "On the list before the record was corrected. Explained before the correction "
             "by panel chair: Search widened"));
  paper.lives = {now};  // the old one is not to be had any more
  const report::Document alone = paper.by(report::panel_pack);
  CHECK(says(alone, "On the list before the record was corrected"));
  CHECK_FALSE(says(alone, "Explained before"));
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
  CHECK(numbers[1] == std::vector<std::string>{"High", "1", "1", "1", "1", "0", "0"});
  CHECK(numbers.back()[0] == "Exempt, not in the lines above");
  CHECK(numbers.back()[1] == "1");
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

namespace {

// The made run with a table of workers: SW17 is one, and no worker of the child that is listed.
AuditRun run_with_workers() {
  AuditRun run = made::run();
  auto book = std::make_unique<Rulebook>(*run.rulebook);
  SourceColumn worker;
  worker.name = "WORKER";
  worker.kind = FieldKind::id;
  book->sources.tables[1].columns = {worker};
  run.rulebook = std::move(book);
  auto files = std::make_unique<Snapshot>(*run.snapshot);
  const Cell id = files->pools.texts.intern("SW17");
  files->tables[1].columns = {{id}};
  run.snapshot = std::move(files);
  return run;
}

}  // namespace

TEST_CASE("an explanation of 10,000 letters leaves the child's page whole, and stands under it") {
  const std::string all = "begins " + std::string(10000, 'w') + " ends";
  const report::Document pack =
      paper_with({event(EventKind::explained, "2018-03-31", all.c_str())}).by(report::panel_pack);
  const report::Bullets *on_page = nullptr, *in_full = nullptr;
  for (const report::Block& block : pack.blocks) {
    const auto* bullets = std::get_if<report::Bullets>(&block);
    if (bullets == nullptr) continue;
    (bullets->keep_with_next ? on_page : in_full) = bullets;
  }
  REQUIRE(on_page != nullptr);
  REQUIRE(in_full != nullptr);
  CHECK(on_page->items[0].size() < 400);
  CHECK(on_page->items[0].ends_with("(in full below)"));
  CHECK(in_full->items[0].find(all) != std::string::npos);
}

TEST_CASE("what people wrote names no child and no worker that a record knows") {
  made::Paper paper;
  paper.run = run_with_workers();
  Event act = event(EventKind::action_set, "2018-03-31", "SW17 to see 1004, a sibling, on 3 April");
  act.until = day_of(2018, 4, 10);
  act.to = "SW17";
  Event up = event(EventKind::escalated, "2018-04-01", "1003 and 1001 wait for sw17");
  up.to = "SW17";
  Event ground = exemption("2018-04-01", "2018-04-11");
  ground.why = "placed with 1004 by SW17";
  Event why = event(EventKind::explained, "2018-03-31", "SW17 left; 1004 first");
  ExceptionLife life = made::life_of(7, paper.run.findings.front(), "2018-03-31");
  for (const Event& one : {why, act, ground, up}) life = made::with(std::move(life), one);
  paper.lives = {life};
  for (const report::PaperKind& kind : report::paper_kinds()) {
    const std::string words = words_of(paper.by(kind.write));
    for (const char* id : {"SW17", "sw17", "1001", "1002", "1003", "1004", "3 April"}) {
      INFO(kind.name << " " << id);
      CHECK(words.find(id) == std::string::npos);
    }
  }
  const report::Document pack = paper.by(report::panel_pack);
  CHECK(says(pack, "(withheld) to see (withheld), a sibling, in Apr"));
  CHECK(rows_of(pack, "actions-table")[0][3] == "a named owner");
}

TEST_CASE("an owner who is known is printed by role, a team as it stands") {
  Event act = event(EventKind::action_set, "2018-03-31", "Refer to family finding");
  act.to = "P. Chair";
  CHECK(rows_of(paper_with({act}).by(report::panel_pack), "actions-table")[0][3] == "panel chair");
  act.to = "family finding team";
  CHECK(rows_of(paper_with({act}).by(report::panel_pack), "actions-table")[0][3] ==
        "family finding team");
}

namespace {

// The rule VISIT asks about the rows of a list that nobody supplied, or that one file is.
made::Paper with_list(bool is_supplied) {
  made::Paper paper;
  auto book = std::make_unique<Rulebook>(*paper.run.rulebook);
  book->model.tables[1].list = "action list";
  Expr rows;
  rows.op = Op::constant_truth;
  rows.table = 1;
  rows.codes = {7};
  for (Rule& rule : book->rules) {
    if (rule.id == "VISIT") rule.each = book->exprs.add(rows);
  }
  Feed feed;
  feed.case_table = 1;
  book->sources.tables[1].feeds = {feed};
  paper.run.rulebook = std::move(book);
  auto files = std::make_unique<Snapshot>(*paper.run.snapshot);
  if (is_supplied) files->files.push_back({"x_action.csv", 10, 1, 0, 1, {}});
  files->files.push_back({"tidemark-actions.csv", 10, 1, 0, 1, {}});
  paper.run.snapshot = std::move(files);
  for (auto* list : {&paper.shape.actions, &paper.shape.exemptions, &paper.shape.no_tracker,
                     &paper.shape.recording}) {
    *list = {"VISIT"};
  }
  return paper;
}

}  // namespace

TEST_CASE("a list that did not come gives no all-clear") {
  const made::Paper paper = with_list(false);
  const report::Document pack = paper.by(report::panel_pack);
  CHECK(says(pack, "Cannot be decided: no action list was supplied. Here none was recorded."));
  CHECK(says(pack, "Cannot be decided: no action list was supplied."));
  CHECK_FALSE(says(pack, "No action is on record"));
  CHECK_FALSE(says(pack, "none known"));
  CHECK(says(paper.by(report::exemption_report), "Cannot be decided: no action list was supplied"));
  const report::Document other = with_list(true).by(report::panel_pack);
  CHECK(says(other, "No action is overdue"));
  CHECK_FALSE(says(other, "no action list was supplied"));
}

TEST_CASE("a rule that is not in the run gives no all-clear") {
  made::Paper paper;
  paper.shape.recording = paper.shape.no_tracker = {"NONE-SUCH"};
  const report::Document pack = paper.by(report::panel_pack);
  CHECK(says(pack, "Cannot be decided: the rule NONE-SUCH is not in the run."));
  CHECK(rows_of(pack, "snapshot-facts").back()[1] ==
        "cannot be decided: the rule NONE-SUCH is not in the run");
}

TEST_CASE("an action of the council's list that passes before the meeting is overdue on its day") {
  made::Paper paper;
  paper.shape.actions = {"ORDER"};
  paper.run.coming[0].judgement.due = Date::known(day_of(2018, 4, 10));
  const auto rows = rows_of(paper.by(report::panel_pack), "actions-table");
  const auto is = [&](const char* state) {
    return std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row[6] == state; });
  };
  CHECK(is("Overdue by 2 days, unless done since the record's day"));
  CHECK(is("Overdue by 98 days"));  // due 4 January, as on 12 April
  CHECK(is("Open"));
}

TEST_CASE("an exemption that ended long ago is shown for as long as the breach stands") {
  made::Paper paper = paper_with({exemption("2018-03-31", "2018-04-01")});
  paper.before = report::PackBefore{11, day_of(2018, 4, 10), day_of(2018, 4, 9), 1};
  CHECK(rows_of(paper.by(report::panel_pack), "exempt-ended").size() == 1);
  CHECK(rows_of(paper.by(report::panel_pack), "exempt-resolved").empty());
  Event over = event(EventKind::resolved, "2018-04-10");
  over.code = "done_late";
  Event ran_out = event(EventKind::exemption_expired, "2018-04-09");
  paper.lives.front() = made::with(made::with(paper.lives.front(), ran_out), over);
  CHECK(rows_of(paper.by(report::panel_pack), "exempt-ended").empty());
  CHECK(rows_of(paper.by(report::panel_pack), "exempt-resolved").size() == 1);
}

TEST_CASE("what stands on Tidemark's own exemption list is shown with the exemptions") {
  made::Paper paper;
  paper.shape.exemptions = {"ORDER"};
  paper.run.findings.front().evidence.front().file = "tidemark-exemptions.csv";
  CHECK(rows_of(paper.by(report::panel_pack), "exemption-list").size() == 2);
}

TEST_CASE("why an exemption lapsed is said in words") {
  Event lapsed = event(EventKind::exemption_lapsed, "2018-04-05",
                       "verdict explained -> breach, reason hearing listed -> blank");
  const report::Document pack =
      paper_with({exemption("2018-04-01", "2018-06-30"), lapsed}).by(report::panel_pack);
  CHECK(says(pack, "Lapsed Apr 2018: no longer explained: hearing listed"));
}

TEST_CASE("an exempt breach that was seen before says until when it is exempt") {
  made::Paper paper = paper_with({exemption("2018-04-01", "2018-06-30")});
  paper.before = report::PackBefore{11, day_of(2018, 4, 2), day_of(2018, 3, 31), 1};
  CHECK(says(paper.by(report::panel_pack),
             "Placement order for nine months or longer, exempt until Jun 2018"));
}

TEST_CASE("a first head's page and a first team's sheet say why everything is new") {
  for (auto* write : {report::head_page, report::team_sheet}) {
    CHECK(says(made::Paper().by(write), "no earlier paper of this kind: everything counts as new"));
  }
}

TEST_CASE("a table that is cut in print has every row beside it") {
  made::Paper paper;
  paper.run = made::long_run(60);
  const report::Document pack = paper.by(report::panel_pack);
  CHECK(rows_of(pack, "new-high").size() == 60);
  CHECK(says(pack, "40 of 60 are listed"));
}

TEST_CASE("ties stand in the order of the drawn references") {
  made::Paper paper;
  paper.run = made::long_run(30);
  for (Finding& finding : paper.run.findings) finding.judgement.days_over = 5;
  const auto rows = rows_of(paper.by(report::panel_pack), "new-high");
  for (std::size_t i = 1; i < rows.size(); ++i) CHECK(rows[i - 1][0] < rows[i][0]);
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

TEST_CASE("what happens to a breach after it was resolved does not make it newly resolved") {
  made::Paper paper = paper_with({});
  Event act = event(EventKind::action_set, "2018-04-01", "Tell the court");
  Event over = event(EventKind::resolved, "2018-04-03");
  over.code = "done_late";
  Event done = event(EventKind::action_done, "2018-04-11");
  paper.lives.front() = made::with(made::with(paper.lives.front(), act), over);
  done.about = paper.lives.front().actions.front().number;
  paper.lives.front() = made::with(paper.lives.front(), done);
  paper.before = report::PackBefore{11, day_of(2018, 4, 8), day_of(2018, 4, 7), 1};
  CHECK(rows_of(paper.by(report::panel_pack), "resolved-table").empty());
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

TEST_CASE("the members' paper gives no small number by a difference of two columns") {
  made::Paper paper;
  Counts counts;
  counts.population = 100;
  counts.breach = 2;  // late 10, with a stated reason 8
  counts.explained = 8;
  counts.on_track = 90;
  paper.run.judgements.counts[0] = counts;
  const auto rows = rows_of(paper.by(report::members_paper), "counts");
  CHECK((rows[0][2] == "c" || rows[0][5] == "c"));
}

TEST_CASE("the head's page has the ten oldest and what to expect") {
  made::Paper paper;
  paper.next_on = day_of(2018, 5, 10);
  paper.trend = {{1, day_of(2018, 2, 28), 3, 1, 2, 4}, {2, day_of(2018, 3, 31), 2, 1, 2, 4}};
  const report::Document head = paper.by(report::head_page);
  CHECK(rows_of(head, "trend-table").size() == 2);
  CHECK(says(head, "more limit passes by 10 May 2018"));
}

TEST_CASE("the head's first page has every part that it must have, and the annex comes after") {
  made::Paper paper;
  paper.trend = {{1, day_of(2018, 2, 28), 3, 1, 2, 4}, {2, day_of(2018, 3, 31), 2, 1, 2, 4}};
  const report::Document head = paper.by(report::head_page);
  CHECK(head.one_page);
  std::string sections;
  for (const report::Block& block : head.blocks) {
    if (std::holds_alternative<report::PageBreak>(block)) break;
    const auto* heading = std::get_if<report::Heading>(&block);
    if (heading != nullptr) sections += heading->id + " ";
  }
  CHECK(sections == "counts trend oldest expired targets forecast ");
  CHECK(rows_of(head, "oldest-ten").size() == rows_of(head, "oldest-table").size());
  CHECK(says(head, "No target can be shown: no measure was worked out."));
}

namespace {

MeasureLine line_of(const char* part, std::int64_t value) {
  MeasureLine line;
  line.part = part;
  line.figure = Figure::of(value, 1);
  return line;
}

// Exits from care against a target of 28; a measure that states none beside it.
MeasureRun run_with_target(std::int64_t achieved) {
  MeasureRun run;
  auto book = std::make_unique<Rulebook>();
  Measure target;
  target.id = "exit-target";
  target.title = "Exits against the target";
  target.kind = MeasureKind::forecast;
  target.assumes = {"an exit is an order", "every case ends in an order"};
  target.expected = {"awaiting"};
  Measure other;
  other.id = "looked-after";
  book->measures = {target, other};
  run.rulebook = std::move(book);
  const Period year{day_of(2021, 4, 1), day_of(2021, 9, 30), "2021-H1"};
  MeasureResult result{0, year, {}, {}};
  result.lines = {line_of("target", 28), line_of("pro rata", 14), line_of("achieved", achieved),
                  line_of("still needed", 28 - achieved), line_of("forecast", achieved + 2)};
  run.results = {result, MeasureResult{1, year, {line_of("", 5)}, {}}};
  return run;
}

}  // namespace

TEST_CASE("a target stands beside what was achieved, with the event that counts") {
  const MeasureRun run = run_with_target(12);
  const report::TableBlock table = report::targets_table(run, "targets");
  CHECK(table.caption == "Targets, 1 Apr 2021 to 30 Sep 2021");
  REQUIRE(table.rows.size() == 1);
  CHECK(table.rows[0] == std::vector<std::string>{"Exits against the target: an exit is an order.",
                                                  "12", "28 in the year", "14", "16", "14"});
  CHECK(report::forecasts_assume(run) == "Forecasts assume that every case ends in an order.");
  CHECK(report::without_target_words(run) == "For 1 measure no target is set.");
}

TEST_CASE("a target that is passed is reached, and no target is said") {
  CHECK(report::targets_table(run_with_target(55), "targets").rows[0][4] == "reached");
  MeasureRun none = run_with_target(1);
  none.results.erase(none.results.begin());
  const report::TableBlock table = report::targets_table(none, "targets");
  CHECK(table.rows.empty());
  CHECK(table.when_empty == "No target is set: no measure of these rules states one.");
}

namespace {

const report::TableBlock* table_of(const report::Document& paper, const std::string& id) {
  for (const report::Block& block : paper.blocks) {
    const auto* table = std::get_if<report::TableBlock>(&block);
    if (table != nullptr && table->id == id) return table;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("decisions and what was resolved are cut in print alone, and say the number") {
  made::Paper paper;
  const Finding breach = paper.run.findings.front();
  for (int i = 0; i < 170; ++i) {
    Finding another = breach;
    another.child = "C" + std::to_string(i);
    paper.run.findings.push_back(another);
  }
  for (int i = 0; i < 25; ++i) {
    Finding gone = breach;
    gone.rule = "RULE-" + std::to_string(i);
    ExceptionLife life = made::life_of(100 + i, gone, "2018-02-28");
    paper.lives.push_back(made::with(std::move(life), event(EventKind::resolved, "2018-03-31")));
  }
  const report::Document pack = paper.by(report::panel_pack);
  const report::TableBlock* decisions = table_of(pack, "decisions");
  REQUIRE(decisions != nullptr);
  CHECK(decisions->rows.size() > 170);
  CHECK(decisions->printed_rows() == 150);
  CHECK(decisions->says_left_off.starts_with("150 of " + std::to_string(decisions->rows.size())));
  const report::TableBlock* resolved = table_of(pack, "resolved-table");
  REQUIRE(resolved != nullptr);
  CHECK(resolved->rows.size() == 25);
  CHECK(resolved->printed_rows() == 20);
  CHECK(resolved->says_left_off.starts_with("20 of 25 are listed"));
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
