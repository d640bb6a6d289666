// A child made of an example's rows, for tests that read one without evaluate/.
#pragma once

#include <vector>

#include "rulebook/rulebook.hpp"
#include "snapshot/child_case.hpp"

namespace tidemark::tests {

// Owns the columns that its ChildCase points into; not to be copied or moved.
class TinyCase {
 public:
  TinyCase(const Rulebook& book, const Example& example);
  TinyCase(const TinyCase&) = delete;
  TinyCase& operator=(const TinyCase&) = delete;
  ChildCase child_case;

 private:
  std::vector<std::vector<std::vector<Cell>>> cells_;  // by table, field, row
  std::vector<std::vector<const Cell*>> columns_;
};

}  // namespace tidemark::tests
