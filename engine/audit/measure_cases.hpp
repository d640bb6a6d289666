// The children or rows behind the numbers of a run of measures. Pure function.
#pragma once

#include "audit/case_set.hpp"
#include "audit/measure_book.hpp"

namespace tidemark {

struct MeasureCases {
  CaseSet certain;   // those that count: the number itself, or the lower of two
  CaseSet possible;  // with those that may
};

[[nodiscard]] MeasureCases cases_of(const Rulebook& rulebook, const Snapshot& snapshot,
                                    const CountedBy& counted);

}  // namespace tidemark
