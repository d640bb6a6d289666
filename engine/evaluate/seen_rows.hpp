// What two snapshots are compared by: the rows of a child that a measure reads, spelt as findings
// spell cells, and which children and rows a measure counts. Rows are known by child, table and the
// values of the table's key, never by where they stand. One thread.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "evaluate/measuring.hpp"
#include "snapshot/case_view.hpp"

namespace tidemark {

// A child or a row that a measure counts.
struct Contribution {
  std::string child;
  std::string key;      // of the row; "" for a child
  bool certain = true;  // else it may or may not count
};

// All of them, in order of child and key.
[[nodiscard]] std::vector<Contribution> contributions(const Rulebook& rulebook,
                                                      const Snapshot& snapshot, const Asked& asked);

struct SeenRow {
  int table = -1;
  std::string key;
  std::map<int, std::string> cells;  // by field: those that the measure reads, and the key
  std::string place;                 // "episodes.csv:12"
};

struct ChildRows {
  std::vector<SeenRow> seen, later;
};

// The fields that a measure or a rule reads, by case table.
using FieldsRead = std::map<int, std::vector<int>>;
[[nodiscard]] FieldsRead fields_read(const Rulebook& rulebook, const Measure& measure);
[[nodiscard]] FieldsRead fields_read(const Rulebook& rulebook, const Rule& rule);

class SeenRows {
 public:
  SeenRows(const Rulebook& rulebook, const Snapshot& snapshot, Day as_at);

  // The rows of a child as at the day, and those that begin or lie later; none where the snapshot
  // does not have the child.
  [[nodiscard]] ChildRows of(const std::string& child, const FieldsRead& fields);
  [[nodiscard]] bool has(const std::string& child) const;
  // "no court list was supplied" for a table that did not come, else "".
  [[nodiscard]] std::string why_missing(int table) const { return view_.why_missing(table, -1); }

 private:
  static std::vector<SeenRow> rows_in(CaseView& view, std::uint32_t child,
                                      const FieldsRead& fields);

  const Snapshot& snapshot_;
  CaseView view_;
  CaseView whole_;  // with nothing behind the wall
};

}  // namespace tidemark
