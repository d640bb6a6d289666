#include "audit/findings_csv.hpp"

#include <catch2/catch.hpp>

#include "base/digest.hpp"
#include "base/file.hpp"
#include "invented_findings.hpp"

namespace tidemark {
namespace {

std::string golden(const std::string& name) {
  const auto text = read_file(std::string(TIDEMARK_SOURCE_DIR) + "/tests/audit/golden/" + name);
  REQUIRE(text.ok());
  return text.value();
}

Finding timed(Finding finding, Date clock, Date due, std::int32_t days_over, bool at_least) {
  finding.judgement.clock = clock;
  finding.judgement.due = due;
  finding.judgement.has_days_over = true;
  finding.judgement.days_over = days_over;
  finding.judgement.at_least = at_least;
  return finding;
}

// One of each verdict that is listed, and of each thing that is hard to write.
std::vector<Finding> one_of_each() {
  const auto day = [](int month, int d) { return day_of(2021, month, d); };
  std::vector<Finding> findings;
  findings.push_back(timed(invented_finding("A-1", "101", "2020-12-30", Verdict::breach),
                           Date::known(day_of(2020, 12, 30)), Date::known(day(9, 30)), 12, false));
  findings.back().says = "Order made 30 Dec 2020. 12 days past 9 months.";
  findings.push_back(timed(invented_finding("A-1", "102", "..2021-01-31", Verdict::breach),
                           {k_earliest, day(1, 31), false}, {k_earliest, day(10, 31), false}, 40,
                           true));
  findings.push_back(invented_finding("A-1", "103", "2021-03-01..2021-03-31",
                                      Verdict::cannot_decide, "no court list was supplied"));
  findings.back().judgement.clock = Date::between(day(3, 1), day(3, 31));
  findings.push_back(timed(invented_finding("A-1", "104", "2021-01-01", Verdict::explained,
                                            "hearing listed for \"4 May\", at last"),
                           Date::known(day(1, 1)), Date::known(day(10, 1)), 0, false));
  findings.push_back(timed(invented_finding("A-1", "105", "2021-01-01", Verdict::met_late),
                           Date::known(day(1, 1)), Date::known(day(10, 1)), 3, false));
  findings.push_back(invented_finding("B-2", "=cmd|' /C calc'!A1", "@SUM(A1)", Verdict::error,
                                      "+1 over the budget"));
  findings.back().says = "-2+3, \"quoted\"\nsecond line";
  findings.push_back(invented_finding("B-2", "-17", "", Verdict::due_soon));
  findings.back().judgement.at_least = true;  // of no figure, so it is not printed
  return findings;
}

TEST_CASE("findings.csv is written as scripts expect it") {
  CHECK(findings_csv(one_of_each()) == golden("findings.csv"));
}

TEST_CASE("no finding at all is a file with a heading") {
  CHECK(findings_csv({}) ==
        "rule,child,occasion,verdict,clock,due,days_over,at_least,reason,says\n");
}

TEST_CASE("the digest of the findings is that of the file, however many there are") {
  for (const std::size_t times : {0U, 1U, 50U, 2000U}) {
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < times; ++i) {
      for (Finding& finding : one_of_each()) findings.push_back(std::move(finding));
    }
    CHECK(digest_of(findings) == sha256_hex(findings_csv(findings)));
  }
}

TEST_CASE("a row taken through a FindingRow keeps nothing of the row before") {
  FindingRow row;
  const auto findings = one_of_each();
  fill_row(findings[1], row);
  fill_evidence(findings[1], row);
  fill_row(findings[2], row);
  CHECK_FALSE(row.days_over.has_value());
  CHECK_FALSE(row.at_least);
  CHECK(row.says.empty());
}

TEST_CASE("evidence keeps its table, field, value, file, line, column and note") {
  Finding finding = invented_finding("A", "1", "", Verdict::breach);
  finding.evidence.push_back({"order", "from", "2021-01-01", "orders.csv", 7, "MADE", "note"});
  FindingRow row;
  fill_evidence(finding, row);
  CHECK(row.evidence ==
        std::vector<CellRow>{{"order", "from", "2021-01-01", "orders.csv", 7, "MADE", "note"}});
}

TEST_CASE("summary.csv has one line for each rule, its versions added up") {
  Rulebook rulebook;
  std::vector<Counts> counts;
  for (const char* id : {"A-1", "A-1", "B-2"}) {
    rulebook.rules.emplace_back().id = id;
    counts.push_back({28, 1, 2, 3, 4, 5, 6, 7, 8});
  }
  counts[2] = {};
  CHECK(summary_csv(rulebook, counts) == golden("summary.csv"));
}

TEST_CASE("load-notes.csv says where, what and what was done") {
  const std::vector<LoadNote> notes = {
      {"episodes.csv", 212, "DEC", "31/02/2020", "not a date", "the row is kept, its end unknown"},
      {"episodes.csv", 3, "", "=1+1", "ragged row", "left out"},
      {"letters, old.csv", 0, "", "", "nobody's file", "not read"}};
  CHECK(load_notes_csv(notes) == golden("load-notes.csv"));
}

}  // namespace
}  // namespace tidemark
