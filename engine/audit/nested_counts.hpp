// Which printed counts hold which others. Two counts of which one holds all the cases of the other
// tell their difference, and a difference of 1 to 5 tells as much as a small count. A pure
// function.
#pragma once

#include <vector>

#include "audit/case_set.hpp"
#include "audit/suppression.hpp"

namespace tidemark {

struct CountedNumbers {
  std::vector<PrintedNumber> numbers;
  std::vector<Relation> relations;
  std::vector<CaseSet> cases;  // parallel to numbers; empty: not known, or there is none

  std::size_t add(PrintedNumber number, CaseSet cases);
};

// Adds the sums that hold because of the cases themselves, whether or not the definitions say so:
// of two counts of the same cases; of two that together are a third; and, with a guarded number for
// the rest, of one that holds another and 1 to 5 cases more.
void relate_by_cases(CountedNumbers& counted);

}  // namespace tidemark
