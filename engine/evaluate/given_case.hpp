// GivenCase: the case of a rule's own example as a ChildCase, behind the same wall as a snapshot.
// Owns its columns; the rulebook must outlive it.
#pragma once

#include <vector>

#include "rulebook/rulebook.hpp"
#include "snapshot/child_case.hpp"

namespace tidemark {

class GivenCase {
 public:
  // `pools`: the side values of the example's cells; nullptr: the rulebook's own.
  GivenCase(const Rulebook& rulebook, const Example& example, Day as_at,
            const SidePools* pools = nullptr);
  GivenCase(const GivenCase&) = delete;
  GivenCase& operator=(const GivenCase&) = delete;
  [[nodiscard]] const ChildCase& child_case() const { return case_; }

 private:
  void fill(std::size_t table, const GivenTable* given, bool supplied);

  const Rulebook& rulebook_;
  ChildCase case_;
  std::vector<std::vector<std::vector<Cell>>> cells_;  // by table, field, row
  std::vector<std::vector<const Cell*>> columns_;      // by table, field
};

}  // namespace tidemark
