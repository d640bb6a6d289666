// Two runs' findings set side by side: those that the store has and those that were judged again.
// Both come one after the other in the order of findings.csv, so a run of millions needs no room.
// Belongs to one thread.
#pragma once

#include <functional>
#include <vector>

#include "audit/verification.hpp"
#include "store/stored_findings.hpp"

namespace tidemark {

class FindingComparison {
 public:
  FindingComparison(StoredFindings stored, std::int64_t run, std::vector<Flaw>& flaws)
      : stored_(std::move(stored)), run_(run), flaws_(flaws) {}

  // The next finding that was judged again.
  [[nodiscard]] Status take(const FindingRow& computed);
  // After the last: whatever is left in the store was not found again.
  [[nodiscard]] Status finish();

 private:
  [[nodiscard]] Status advance();
  void differs(const FindingRow& row, const char* field, std::string stored, std::string computed);
  void compare(const FindingRow& computed);
  void compare_evidence(const FindingRow& computed);
  void only_in(const FindingRow& row, bool in_store);

  StoredFindings stored_;
  std::int64_t run_;
  std::vector<Flaw>& flaws_;
  FindingRow row_;
  bool begun_ = false, at_end_ = false;
};

}  // namespace tidemark
