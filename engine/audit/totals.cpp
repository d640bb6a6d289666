#include "audit/totals.hpp"

namespace tidemark {

std::vector<RunTotal> totals_of(const Rulebook& rulebook, const std::vector<Counts>& counts) {
  std::vector<RunTotal> totals;
  for (std::size_t i = 0; i < counts.size();) {
    const Rule& rule = rulebook.rules[i];
    Counts sum;
    for (; i < counts.size() && rulebook.rules[i].id == rule.id; ++i) add(counts[i], sum);
    RunTotal total;
    total.rule = rule.id;
    total.title = rule.title;
    total.severity = name_of(rule.severity);
    total.maturity = name_of(rule.maturity);
    total.population = sum.population;
    total.on_track = sum.on_track;
    total.due_soon = sum.due_soon;
    total.breach = sum.breach;
    total.explained = sum.explained;
    total.met_late = sum.met_late;
    total.cannot_decide = sum.cannot_decide;
    total.error = sum.error;
    total.population_undecided = sum.population_undecided;
    totals.push_back(std::move(total));
  }
  return totals;
}

}  // namespace tidemark
