// An audit of the test council (tests/audit/council) from end to end.
#include "audit/run.hpp"

#include <stdlib.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "audit/findings_csv.hpp"
#include "base/digest.hpp"
#include "base/file.hpp"
#include "store/store.hpp"

namespace tidemark {
namespace {

namespace fs = std::filesystem;

// A copy of the test council, with a store beside it.
class Council {
 public:
  Council() {
    std::string name = (fs::temp_directory_path() / "tidemark-audit-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path = name;
    fs::copy(std::string(TIDEMARK_SOURCE_DIR) + "/tests/audit/council", path,
             fs::copy_options::recursive);
  }
  ~Council() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  Council(const Council&) = delete;
  Council& operator=(const Council&) = delete;

  [[nodiscard]] AuditRequest request(const char* snapshot, Day as_at) const {
    AuditRequest request;
    request.snapshot_path = (path / snapshot).string();
    request.rules_folder = (path / "rules").string();
    request.store_path = (path / "store").string();
    request.as_at = as_at;
    request.made_at = "2021-04-01T09:00:00Z";
    request.engine_version = "test";
    return request;
  }
  [[nodiscard]] Store store() const { return Store::open((path / "store").string()).value(); }

  fs::path path;
};

const Day k_march = day_of(2021, 3, 31);
const Day k_april = day_of(2021, 4, 30);

AuditRun audited(const AuditRequest& request) {
  auto run = run_audit(request);
  INFO((run ? "" : run.error().message));
  REQUIRE(run.ok());
  return std::move(run).value();
}

std::vector<std::string> lines_of(const std::vector<Finding>& findings) {
  std::vector<std::string> lines;
  for (const Finding& f : findings) {
    lines.push_back(f.rule + " " + f.child + " " + f.occasion + " " + name_of(f.judgement.verdict));
  }
  return lines;
}

TEST_CASE("an audit lists every finding by rule, child and occasion") {
  const Council council;
  const AuditRun run = audited(council.request("march", k_march));
  CHECK(lines_of(run.findings) ==
        std::vector<std::string>{
            "EACH-30D 104 2020-11-01 breach", "EACH-30D 105 2020-01-01 met_late",
            "HEARING 101 2020-05-10 cannot_decide", "HEARING 102 2020-06-30 cannot_decide",
            "HEARING 103 2020-07-15 cannot_decide", "ORDER-9M 101 2020-05-10 breach",
            "ORDER-9M 102 2020-06-30 breach", "ORDER-9M 103 2020-07-15 due_soon"});
  CHECK(run.findings[0].judgement.days_over == 120);
}

TEST_CASE("a rule that does not load takes no other with it and is carried to the report") {
  const Council council;
  const AuditRun run = audited(council.request("march", k_march));
  REQUIRE(run.rulebook->problems.size() == 1);
  CHECK(run.rulebook->problems[0].rule == "BROKEN");
  const std::string summary = summary_csv(*run.rulebook, run.judgements.counts);
  CHECK(std::count(summary.begin(), summary.end(), '\n') == 4);
  CHECK(summary.find("BROKEN") == std::string::npos);
}

TEST_CASE("what falls due by the panel is listed with what is due soon, by due date") {
  const Council council;
  auto request = council.request("march", day_of(2021, 3, 1));
  request.panel_date = day_of(2021, 4, 30);
  CHECK(lines_of(audited(request).coming) ==
        std::vector<std::string>{"ORDER-9M 102 2020-06-30 due_soon",
                                 "ORDER-9M 103 2020-07-15 on_track"});
  request.panel_date.reset();
  CHECK(lines_of(audited(request).coming) ==
        std::vector<std::string>{"ORDER-9M 102 2020-06-30 due_soon"});
}

TEST_CASE("the next run says what is new, what goes on and what has gone, and why") {
  const Council council;
  const AuditRun march = audited(council.request("march", k_march));
  CHECK_FALSE(march.compared_with.has_value());
  CHECK(march.since_last.raised == 3);
  const AuditRun april = audited(council.request("april", k_april));
  REQUIRE(april.compared_with.has_value());
  CHECK(april.compared_with->number == 1);
  std::vector<std::string> changes;
  for (std::size_t i = 0; i < april.findings.size(); ++i) {
    const std::string change = name_of(april.since_last.changes[i]);
    if (!change.empty()) changes.push_back(april.findings[i].child + " " + change);
  }
  CHECK(changes == std::vector<std::string>{"102 continuing", "103 new"});
  REQUIRE(april.since_last.departures.size() == 2);
  CHECK(april.since_last.departures[0].child == "104");
  CHECK(april.since_last.departures[0].ending == Ending::child_not_there);
  CHECK(april.since_last.departures[1].child == "101");
  CHECK(april.since_last.departures[1].ending == Ending::no_longer_due);
}

TEST_CASE("a report made twice says the same twice") {
  const Council council;
  static_cast<void>(audited(council.request("march", k_march)));
  const AuditRun once = audited(council.request("april", k_april));
  const AuditRun twice = audited(council.request("april", k_april));
  CHECK(twice.record.number == 3);
  CHECK(twice.record.findings == once.record.findings);
  CHECK(twice.compared_with->number == 1);
  CHECK(twice.since_last.changes == once.since_last.changes);
}

TEST_CASE("a rule that is taken away parks its exceptions") {
  const Council council;
  static_cast<void>(audited(council.request("march", k_march)));
  fs::remove(council.path / "rules/themes/ORDER-9M.lua");
  const AuditRun without = audited(council.request("march", k_march));
  REQUIRE(without.since_last.departures.size() == 2);
  for (const Departure& departure : without.since_last.departures) {
    CHECK(departure.ending == Ending::rule_not_there);
  }
}

TEST_CASE("a manager's edit is seen by the next run, and both runs keep their own rules") {
  const Council council;
  const auto rule = council.path / "rules/themes/ORDER-9M.lua";
  const AuditRun before = audited(council.request("march", k_march));
  const std::string text = read_file(rule).value();
  std::string edited = text;
  edited.replace(edited.find("months(9)"), 9, "months(6)");
  REQUIRE(write_file(rule, edited).ok());
  const AuditRun after = audited(council.request("march", k_march));
  CHECK(after.since_last.raised == 1);   // 103
  CHECK(after.since_last.changed == 2);  // 101 and 102 have another due date
  CHECK(after.record.snapshot == before.record.snapshot);
  CHECK(after.record.rule_set != before.record.rule_set);
  const Store store = council.store();
  CHECK(store.content(sha256_hex(text)).value() == text);
  CHECK(store.content(sha256_hex(edited)).value() == edited);
}

std::string findings_of(AuditRequest request, int threads) {
  request.threads = threads;
  const AuditRun run = audited(request);
  CHECK(run.record.findings == sha256_hex(findings_csv(run.findings)));
  return findings_csv(run.findings);
}

TEST_CASE("the findings are the same bytes for any number of threads and any order of rows") {
  const Council council;
  const auto request = council.request("march", k_march);
  const std::string one = findings_of(request, 1);
  CHECK(findings_of(request, 2) == one);
  CHECK(findings_of(request, 7) == one);
  for (const char* name : {"header.csv", "orders.csv"}) {
    std::ifstream in(council.path / "march" / name);
    std::vector<std::string> rows;
    for (std::string row; std::getline(in, row);) rows.push_back(row + "\n");
    std::reverse(rows.begin() + 1, rows.end());
    std::ofstream out(council.path / "march" / name);
    for (const std::string& row : rows) out << row;
  }
  CHECK(findings_of(request, 2) == one);
}

TEST_CASE("what the store keeps is enough to write the findings again and to check their digest") {
  const Council council;
  const AuditRun run = audited(council.request("march", k_march));
  const Store store = council.store();
  std::string again = k_findings_csv_heading;
  REQUIRE(store.each_finding(1, [&](const FindingRow& row) { append_findings_csv(row, again); }));
  CHECK(again == findings_csv(run.findings));
  CHECK(sha256_hex(again) == run.record.findings);
  for (std::size_t i = 0; i < run.findings.size(); ++i) {
    FindingRow row;
    fill_evidence(run.findings[i], row);
    CHECK_FALSE(row.evidence.empty());
    CHECK(store.evidence(1, static_cast<std::int64_t>(i) + 1).value() == row.evidence);
  }
  const std::string orders = read_file(council.path / "march/orders.csv").value();
  CHECK(store.content(sha256_hex(orders)).value() == orders);
  CHECK(store.runs().value() == std::vector<RunRecord>{run.record});
}

TEST_CASE("a file that no table claimed is not kept") {
  const Council council;
  const std::string letter = "Dear Sir, here are names and addresses";
  std::ofstream(council.path / "march/letter.txt") << letter;
  const AuditRun run = audited(council.request("march", k_march));
  const Store store = council.store();
  CHECK_FALSE(store.holds(sha256_hex(letter)).value());
  CHECK(store.files(run.record.snapshot).value().size() == 2);
}

TEST_CASE("an audit can be kept nowhere") {
  const Council council;
  auto request = council.request("march", k_march);
  request.store_path = ":memory:";
  CHECK(audited(request).record.number == 1);
  CHECK(audited(request).record.number == 1);
  CHECK_FALSE(fs::exists(council.path / "store"));
}

TEST_CASE("each thing that stops an audit has its own kind of error") {
  const Council council;
  auto request = council.request("no such folder", k_march);
  CHECK(run_audit(request).error().kind == ErrorKind::input);
  request = council.request("march", k_march);
  request.rules_folder += "/none";
  CHECK(run_audit(request).error().kind == ErrorKind::rules);
  request = council.request("march", k_march);
  request.store_path = council.path.string();
  CHECK(run_audit(request).error().kind == ErrorKind::store);
}

TEST_CASE("an audit that is refused leaves no run behind") {
  const Council council;
  REQUIRE_FALSE(run_audit(council.request("no such folder", k_march)).ok());
  CHECK(council.store().runs().value().empty());
}

}  // namespace
}  // namespace tidemark
