// DropFolder: which of the snapshots that somebody copies into a folder are there in full. Looked
// at again and again rather than told by the kernel, because councils' folders lie on network
// shares, where nobody tells. Reads the folder; reads no clock: the caller says how many seconds
// have gone by. Belongs to one thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "calendar/day.hpp"

namespace tidemark {

struct DroppedSnapshot {
  std::string name;  // within the drop folder
  std::string path;
  std::int64_t last_change = 0;  // of any of its files, in seconds since 1970
  std::optional<Day> named_day;  // the day in its name: "2026-11-02", "export 2026-11-02"
  bool is_complete = false;
  std::string listing;    // digest of names, sizes and times: another one, another content
  std::string why_never;  // why it cannot be complete as it is; "" where it may only need time
};

class DropFolder {
 public:
  // A snapshot is complete when it holds a file COMPLETE, or when the names, sizes and times of its
  // files have stood still for so many seconds.
  DropFolder(std::filesystem::path folder, std::int64_t settle_seconds)
      : folder_(std::move(folder)), settle_seconds_(settle_seconds) {}

  // Looks once. `now`: seconds of any clock that never goes back. Snapshots in order of name; those
  // whose name begins with "." or ends in ".part" are not looked at.
  [[nodiscard]] Result<std::vector<DroppedSnapshot>> look(std::int64_t now);

 private:
  struct Standing {
    std::string digest;  // of names, sizes and times
    std::int64_t since = 0;
  };
  std::filesystem::path folder_;
  std::int64_t settle_seconds_;
  std::map<std::string, Standing> standing_;
};

// The latest of those that are complete: by the day in its name (where there is none, the day of
// its last change, UTC), then by its last change, then by name. One that is named for a day after
// `today` is a slip of the pen and is passed over. Empty when none is.
[[nodiscard]] std::optional<DroppedSnapshot> latest_complete(
    const std::vector<DroppedSnapshot>& snapshots, Day today);

}  // namespace tidemark
