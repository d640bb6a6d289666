// HeldSituation: a snapshot, a rulebook and a day made ready to be compared or asked about again,
// from a stored run, from a stored run's files under other rules, or from a folder. Owns all of it;
// the store that it came from must outlive it.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "audit/movement.hpp"
#include "store/store.hpp"

namespace tidemark {

struct HeldSituation {
  std::string name;   // "run 3", "the files of run 3 under the rules in drafts/eight-months"
  std::string about;  // for the access log: "run 3"; "" when no run is shown
  std::unique_ptr<const Rulebook> rulebook;
  std::unique_ptr<const Snapshot> snapshot;
  std::optional<RunRecord> record;
  Situation situation;  // points into the above
};

[[nodiscard]] Result<HeldSituation> situation_of_run(const Store& store, std::int64_t number,
                                                     int threads);
// The files and the day of that run under the rules of a folder.
[[nodiscard]] Result<HeldSituation> situation_under(const Store& store, std::int64_t number,
                                                    const std::string& rules_folder, int threads);
[[nodiscard]] Result<HeldSituation> situation_of_files(const std::string& path,
                                                       const std::string& rules_folder, Day as_at,
                                                       int threads);

}  // namespace tidemark
