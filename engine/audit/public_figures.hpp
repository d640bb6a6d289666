// PublicFigures: what a paper for the public may print of a run and of measures. Every number of
// such a paper is one of one system: the counts of the rules, the measures, the sums that hold
// among them, and which counts hold which others. Pure functions.
#pragma once

#include <cstdint>
#include <vector>

#include "audit/measures.hpp"
#include "audit/rule_cases.hpp"
#include "audit/run.hpp"

namespace tidemark {

struct PublicCount {
  std::int64_t value = 0;
  bool withheld = false;
};

struct PublicRow {
  std::size_t rule = 0;  // of the rulebook
  PublicCount about, late, not_late, undecided, explained;
};

struct PublicFigures {
  std::vector<PublicRow> rows;           // live rules that are about somebody, by rule
  std::size_t nothing_decided = 0;       // rules of whose cases none can be decided; no row
  std::vector<std::vector<bool>> lines;  // of the measures, by result and line: is it withheld?
};

// `cases` by rule of the rulebook; `measures` may be nullptr, and must not be internal.
[[nodiscard]] PublicFigures public_figures(const Rulebook& rulebook,
                                           const std::vector<RuleCases>& cases,
                                           const MeasureRun* measures);
// The same of a run, whose cases are found by judging again.
[[nodiscard]] PublicFigures public_figures(const AuditRun& run, const MeasureRun* measures);

}  // namespace tidemark
