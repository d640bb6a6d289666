// Filtering: a RowFilter at work over the rows of one table of the child at hand. What a test is
// compared with is computed once, when it is first needed. Lives for one where{} or unbroken{}.
#pragma once

#include <array>

#include "evaluate/evaluator.hpp"

namespace tidemark {

class Evaluator::Filtering {
 public:
  // `filter` may be nullptr: then it does not apply.
  Filtering(Evaluator& evaluator, const RowFilter* filter, int table)
      : evaluator_(evaluator), case_(evaluator.child_case()), table_(table), filter_(filter) {}

  [[nodiscard]] bool applies() const { return filter_ != nullptr; }
  [[nodiscard]] Truth holds(std::uint32_t at);

 private:
  [[nodiscard]] Truth code(const RowTest& test, std::uint32_t at) const;
  [[nodiscard]] Truth date(const RowTest& test, std::size_t index, std::uint32_t at);

  Evaluator& evaluator_;
  const ChildCase& case_;
  int table_;
  const RowFilter* filter_;
  std::array<Date, RowFilter::k_most_tests> others_;
  std::array<bool, RowFilter::k_most_tests> ready_{};
};

}  // namespace tidemark
