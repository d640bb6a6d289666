// What has changed since the last run: which run that is, and the comparison with it.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "casework/compare_runs.hpp"
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
  // Also to be told of: the open exceptions of the store.
  void watch(const std::string& rule, const std::string& child) { watched_.insert({rule, child}); }
  [[nodiscard]] std::vector<Sighting> sightings() const;

 private:
  std::vector<FindingRow> rows_;
  std::size_t at_ = 0;
  std::set<std::pair<std::string, std::string>> watched_;
};

// `findings` in the order of findings.csv, those that cannot be decided at least where the run
// before watches them.
[[nodiscard]] RunComparison compare_with(const StoodBefore& before, const Rulebook& rulebook,
                                         const Snapshot& snapshot,
                                         const std::vector<Finding>& findings);

}  // namespace tidemark
