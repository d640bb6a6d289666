#include "audit/public_figures.hpp"

#include <algorithm>
#include <set>

#include "audit/measure_cases.hpp"
#include "audit/nested_counts.hpp"

namespace tidemark {

namespace {

// The places of a row's numbers.
struct Places {
  std::size_t about = 0, late = 0, not_late = 0, undecided = 0, explained = 0;
};

class System {
 public:
  // First of all, since the lines of the measures name their numbers by place.
  void add(const MeasureRun& measures) {
    counted_.numbers = measures.rests_on.numbers;
    counted_.relations = measures.rests_on.relations;
    counted_.cases.resize(counted_.numbers.size());
    for (const MeasureResult& result : measures.results) {
      for (const MeasureLine& line : result.lines) {
        if (line.figure.cannot_decide) continue;
        for (const std::size_t place : line.rests_on) add_cases(measures, place);
      }
    }
  }

  Places add(const RuleCases& cases) {
    Places at;
    at.about = add(cases.about);
    at.late = add(cases.late);
    at.not_late = add(cases.not_late);
    at.undecided = add(cases.undecided);
    at.explained = add(cases.explained);
    const std::size_t unexplained = add(cases.unexplained);
    counted_.numbers[unexplained].is_printed = false;
    counted_.numbers[unexplained].is_guarded = true;
    counted_.relations.push_back(
        {{{at.about, 1}, {at.late, -1}, {at.not_late, -1}, {at.undecided, -1}}});
    counted_.relations.push_back({{{at.late, 1}, {at.explained, -1}, {unexplained, -1}}});
    return at;
  }

  void withhold() {
    relate_by_cases(counted_);
    hidden_ = withheld(counted_.numbers, counted_.relations);
  }

  [[nodiscard]] PublicCount count(std::size_t place) const {
    return {counted_.numbers[place].value, hidden_[place]};
  }
  // An interval prints two numbers.
  [[nodiscard]] bool hides(const MeasureLine& line) const {
    return std::any_of(line.rests_on.begin(), line.rests_on.end(), [&](std::size_t place) {
      const auto other = upper_.find(place);
      return hidden_[place] || (other != upper_.end() && hidden_[other->second]);
    });
  }

 private:
  std::size_t add(const CaseSet& cases) {
    PrintedNumber number;
    number.value = static_cast<std::int64_t>(cases.size());
    return counted_.add(number, cases);
  }

  void add_cases(const MeasureRun& measures, std::size_t place) {
    const auto by = measures.rests_on.counted_by.find(place);
    if (by == measures.rests_on.counted_by.end() || !asked_.insert(place).second) return;
    MeasureCases cases = cases_of(*measures.rulebook, *measures.snapshot, by->second);
    if (cases.possible.size() > cases.certain.size()) upper_[place] = add(cases.possible);
    counted_.cases[place] = std::move(cases.certain);
  }

  CountedNumbers counted_;
  std::set<std::size_t> asked_;               // of the measures: whose cases are in
  std::map<std::size_t, std::size_t> upper_;  // of an interval: the place of its upper number
  std::vector<bool> hidden_;
};

}  // namespace

PublicFigures public_figures(const Rulebook& rulebook, const std::vector<RuleCases>& cases,
                             const MeasureRun* measures) {
  PublicFigures figures;
  System system;
  if (measures != nullptr) system.add(*measures);
  std::vector<Places> places;
  for (std::size_t i = 0; i < rulebook.rules.size(); ++i) {
    if (rulebook.rules[i].maturity != Maturity::live || cases[i].about.empty()) continue;
    if (cases[i].undecided.size() == cases[i].about.size()) {
      ++figures.nothing_decided;
      continue;
    }
    figures.rows.push_back({i, {}, {}, {}, {}, {}});
    places.push_back(system.add(cases[i]));
  }
  system.withhold();
  for (std::size_t i = 0; i < places.size(); ++i) {
    PublicRow& row = figures.rows[i];
    row.about = system.count(places[i].about);
    row.late = system.count(places[i].late);
    row.not_late = system.count(places[i].not_late);
    row.undecided = system.count(places[i].undecided);
    row.explained = system.count(places[i].explained);
  }
  if (measures == nullptr) return figures;
  for (const MeasureResult& result : measures->results) {
    std::vector<bool>& lines = figures.lines.emplace_back();
    for (const MeasureLine& line : result.lines) lines.push_back(system.hides(line));
  }
  return figures;
}

PublicFigures public_figures(const AuditRun& run, const MeasureRun* measures) {
  return public_figures(*run.rulebook, cases_by_rule(*run.rulebook, *run.snapshot, run.as_at),
                        measures);
}

}  // namespace tidemark
