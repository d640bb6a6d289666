#include "report/findings_json.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "made_run.hpp"
#include "report/pack.hpp"

using namespace tidemark;
using nlohmann::json;

namespace {

// As FindingsFiles puts them together.
std::string written(const AuditRun& run, const std::string& snapshot_path) {
  const report::Pack pack(run, snapshot_path);
  std::string out = report::json_head(run, snapshot_path);
  for (std::size_t i = 0; i < run.findings.size(); ++i) {
    const bool is_new = pack.change_of(i) == "new";
    out += i == 0 ? "\n" : ",\n";
    out += report::json_of(run.findings[i], is_new ? Change::raised : Change::none);
  }
  return out + report::k_json_foot;
}

}  // namespace

TEST_CASE("findings.json holds the run and every finding with facts and cells") {
  const AuditRun run = made::run();
  const json read = json::parse(written(run, "exports/2018"));
  CHECK(read["run"]["number"] == 2);
  CHECK(read["run"]["as_at"] == "2018-03-31");
  CHECK(read["run"]["panel_date"] == "2018-04-26");
  CHECK(read["run"]["compared_with"] == 1);
  REQUIRE(read["findings"].size() == run.findings.size());
  const json& first = read["findings"][0];
  CHECK(first["rule"] == "ORDER");
  CHECK(first["verdict"] == "breach");
  CHECK(first["since_last_run"] == "new");
  CHECK(first["due"] == "2018-01-04");
  CHECK(first["days_over"] == 86);
  CHECK(first["facts"]["plan"] == "adoption");
  CHECK(first["evidence"][1]["value"] == "2017-04-04");
  CHECK(first["evidence"][1]["file"] == "episodes.csv");
  CHECK(first["evidence"][1]["line"] == 2);
  CHECK(read["findings"][4]["days_over"].is_null());
}

TEST_CASE("findings.json keeps its keys in one order") {
  const std::string text = written(made::run(), "exports/2018");
  std::size_t at = text.find("\"findings\":[");
  for (const char* key : {"rule", "child", "occasion", "verdict", "since_last_run", "clock", "due",
                          "days_over", "at_least", "population_undecided", "reason",
                          "reason_not_evidenced", "says", "facts", "evidence"}) {
    const std::size_t next = text.find("\"" + std::string(key) + "\":", at);
    INFO(key);
    REQUIRE(next != std::string::npos);
    at = next;
  }
}

TEST_CASE("broken text does not break findings.json") {
  const json read = json::parse(written(made::hostile_run(), "\xff"));
  CHECK(read["findings"][0]["child"].get<std::string>().rfind("<script>", 0) == 0);
}
