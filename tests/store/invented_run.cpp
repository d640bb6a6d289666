#include "invented_run.hpp"

#include <stdlib.h>

#include <catch2/catch.hpp>

namespace tidemark {

OwnFolder::OwnFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "tidemark-store-XXXXXX").string();
  REQUIRE(mkdtemp(name.data()) != nullptr);
  path_ = name;
}

OwnFolder::~OwnFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

FindingRow invented_finding(std::uint64_t n) {
  FindingRow row;
  row.rule = "PO-9M";
  row.child = std::to_string(1000 + n);
  row.occasion = row.clock = "2020-12-30";
  row.verdict = n % 3 == 0 ? "cannot_decide" : "breach";
  row.due = "2021-09-30";
  if (n % 3 != 0) row.days_over = static_cast<std::int32_t>(n) - 2;
  row.at_least = n % 2 == 0;
  row.reason = n % 4 == 0 ? "reason not evidenced: hearing" : "";
  row.says = "Placement order made 30 Dec 2020, \"quoted\",\nsecond line\x01.";
  row.evidence.push_back({"legal_status", "from", "2020-12-30", "episodes.csv",
                          static_cast<std::uint32_t>(n), "DECOM", ""});
  row.evidence.push_back({"court", "made", "a \"b\" \\ \n\t\x01 \xC3\xA9", "", 0, "", "blank"});
  return row;
}

InventedRun invented_run(std::uint64_t findings, const std::string& as_at) {
  InventedRun made;
  NewRun& run = made.run;
  run.made_at = "2021-10-01T09:30:00Z";
  run.as_at = as_at;
  run.calendar = std::string(64, 'c');
  run.engine = "0.1.0";
  run.snapshot = {kept_file("header.csv", "CHILD,SEX\n1001,1\n"),
                  kept_file("episodes.csv", std::string(100000, 'e'))};
  run.rule_set = {kept_file("adoption/PO-9M.lua", "return rule {}\n")};
  run.findings = std::string(64, 'f');
  made.next_finding = [findings, n = std::uint64_t{0}](FindingRow& row) mutable {
    if (n == findings) return false;
    row = invented_finding(++n);
    return true;
  };
  return made;
}

Result<RunRecord> record(const Store& store, InventedRun run) {
  auto writer = RunWriter::begin(store);
  if (!writer) return writer.error();
  FindingRow row;
  while (run.next_finding(row)) {
    if (Status added = writer.value()->add(row); !added) return added.error();
  }
  return writer.value()->finish(std::move(run.run));
}

std::string what_is_wrong_with(const Store& store) {
  const auto runs = store.runs();
  if (!runs) return runs.error().message;
  std::int64_t number = 0;
  std::string seal;
  for (const RunRecord& run : runs.value()) {
    const std::string name = "run " + std::to_string(run.number);
    if (run.number != ++number) return name + " is out of order";
    if (run.previous_seal != seal) return name + " does not follow the seal before it";
    if (run.seal != seal_of(run)) return name + " has a broken seal";
    seal = run.seal;
    std::uint64_t rows = 0;
    const auto read = store.each_finding(run.number, [&](const FindingRow&) { ++rows; });
    if (!read || rows != run.finding_count) return name + " is not whole";
    for (const std::string* set : {&run.snapshot, &run.rule_set}) {
      const auto files = store.files(*set);
      if (!files || files.value().empty()) return name + " has lost its files";
      for (const KeptFile& file : files.value()) {
        if (!store.content(file.digest)) return name + " has lost " + file.path;
      }
    }
  }
  return "";
}

}  // namespace tidemark
