// RunRecord: what the store keeps of a run besides its findings, and the seal over it. FindingRow
// and CellRow: one finding as text, just as findings.csv spells it before anything is quoted.
// Values only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tidemark {

struct RunRecord {
  std::int64_t number = 0;  // 1, 2, 3 ... within one store
  std::string made_at;      // as the caller said it
  std::string as_at;        // "2021-09-30"
  std::string snapshot;     // digests, hex
  std::string rule_set;
  std::string calendar;
  std::string engine;    // the version of the program that made it
  std::string findings;  // of the bytes of findings.csv
  std::uint64_t finding_count = 0;
  std::string previous_seal;  // of run number - 1; "" for the first
  std::string seal;
  friend bool operator==(const RunRecord&, const RunRecord&) = default;
};

// SHA-256 over everything else in the record, the previous seal included: a run that is altered or
// taken out breaks the seal of every later one.
[[nodiscard]] std::string seal_of(const RunRecord& record);

struct CellRow {
  std::string table, field, value, file;
  std::uint32_t line = 0;
  std::string column, note;
  friend bool operator==(const CellRow&, const CellRow&) = default;
};

struct FindingRow {
  std::string rule, child, occasion, verdict, clock, due;
  std::optional<std::int32_t> days_over;
  bool at_least = false;
  std::string reason, says;
  std::vector<CellRow> evidence;
  friend bool operator==(const FindingRow&, const FindingRow&) = default;
};

}  // namespace tidemark
