#include "audit/dated_snapshots.hpp"

#include <algorithm>
#include <filesystem>
#include <vector>

namespace tidemark {

namespace fs = std::filesystem;

Result<ChosenSnapshot> choose_snapshot(const std::string& path, std::optional<Day> known_at) {
  std::vector<Day> days;
  std::error_code failed;  // what cannot be listed is for the loader to complain about
  for (fs::directory_iterator at(path, failed), end; !failed && at != end; at.increment(failed)) {
    std::error_code broken_link;
    const auto day = parse_iso(at->path().filename().string());
    if (day && at->is_directory(broken_link)) days.push_back(*day);
  }
  if (days.empty()) return ChosenSnapshot{path, known_at};
  std::sort(days.begin(), days.end());
  if (known_at && days.front() > *known_at) {
    return Error{ErrorKind::input, path + " has no snapshot of " + iso(*known_at) +
                                       " or before; the first is of " + iso(days.front())};
  }
  const Day chosen =
      known_at ? *(std::upper_bound(days.begin(), days.end(), *known_at) - 1) : days.back();
  return ChosenSnapshot{(fs::path(path) / iso(chosen)).string(), chosen};
}

}  // namespace tidemark
