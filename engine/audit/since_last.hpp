// What has changed since the last run: which run that is, and the comparison with it.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "casework/compare_runs.hpp"
#include "casework/life.hpp"
#include "casework/observe.hpp"
#include "evaluate/judge.hpp"
#include "store/store.hpp"

namespace tidemark {

// The latest of `runs` that looked at the day of `present` or an earlier one. A run over the very
// same files, rules and day is a repeat of it and is passed over, so that a report that is made
// twice says the same twice. Nothing when there is none.
[[nodiscard]] std::optional<RunRecord> run_before(const std::vector<RunRecord>& runs,
                                                  const RunRecord& present);

// What stood in a run, in the order of findings.csv.
class StoodBefore {
 public:
  // Nothing for the first run: then everything that stands is new.
  [[nodiscard]] static Result<StoodBefore> in(const Store& store,
                                              const std::optional<RunRecord>& run);

  // What became of it, asked of the findings of a later run one after another, in that order.
  [[nodiscard]] Change change_of(const Finding& finding);
  [[nodiscard]] bool watches(const std::string& rule, const std::string& child) const {
    return watched_.contains({rule, child});
  }
  // The lives of exceptions as they were before the run. One that was parked has not been away, and
  // one that was resolved is no new one.
  void take_lives(const std::vector<ExceptionLife>& lives);
  // What the lives say of one that did not stand in the run before.
  [[nodiscard]] Change change_by_life(const FindingRow& now) const;
  [[nodiscard]] std::vector<Sighting> sightings() const;

 private:
  std::vector<FindingRow> rows_;
  std::map<std::tuple<std::string, std::string, std::string>, std::optional<StandingFacts>>
      lives_;  // by key: the facts of an open one, nothing of one that is resolved
  std::size_t at_ = 0;
  std::set<std::pair<std::string, std::string>> watched_;
};

// `findings` in the order of findings.csv, those that cannot be decided at least where the run
// before watches them.
[[nodiscard]] RunComparison compare_with(const StoodBefore& before, const Rulebook& rulebook,
                                         const Snapshot& snapshot,
                                         const std::vector<Finding>& findings);

// Of the exceptions that are off the list: what the run writes of them into their lives, so that
// the report tells the story that `history` tells. `written` in the order of keys.
void tell_as_written(const std::vector<NewEvents>& written, RunComparison& comparison);

}  // namespace tidemark
