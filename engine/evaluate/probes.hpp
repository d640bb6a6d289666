// Probes: a rule's examples with one cell blanked, one date made uncertain or one table taken away,
// tried until one shows that what a rule rests on can leave it undecided. One per thread; the
// rulebook must outlive it.
#pragma once

#include <functional>

#include "evaluate/plan.hpp"
#include "evaluate/rule_coverage.hpp"

namespace tidemark {

class Probes {
 public:
  explicit Probes(const Rulebook& rulebook);

  // The first probe that shows this outcome: probe \"adopted\" with care.to known within 60 days;
  // "" when none does, and for outcomes that are not of the kind "cannot be decided".
  [[nodiscard]] std::string seen_in(const CoverageCell& cell);

 private:
  using Shown = std::function<bool(const Example&)>;
  [[nodiscard]] std::string open_a_cell(const Example& example, const Shown& shown);
  [[nodiscard]] std::string open_this_cell(Example& probe, const Field& field, Cell& cell,
                                           const Shown& shown);
  [[nodiscard]] std::string take_a_table(const Example& example, const std::vector<bool>& read,
                                         const Shown& shown) const;
  [[nodiscard]] Cell some_day_around(Cell day, Day days, Day as_at);

  const Rulebook& rulebook_;
  Plan plan_;
  SidePools pools_;  // the rulebook's, and the dates that probes make uncertain
};

}  // namespace tidemark
