// Dated snapshots: a folder whose subfolders are named by the day on which each extract was made.
#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "calendar/day.hpp"

namespace tidemark {

struct ChosenSnapshot {
  std::string path;            // to be loaded
  std::optional<Day> made_on;  // the day the extract was made, where anybody said so
};

// `path` itself, as known at the day that the caller states, unless its subfolders are dated: then
// the latest of them on or before that day, or the newest.
[[nodiscard]] Result<ChosenSnapshot> choose_snapshot(const std::string& path,
                                                     std::optional<Day> known_at);

}  // namespace tidemark
