// What a run rests on, made ready for the store: the snapshot's files, the rule files, the
// calendar.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "rulebook/rulebook.hpp"
#include "snapshot/snapshot.hpp"
#include "store/store.hpp"

namespace tidemark {

// Size and time of change of the files under a path, to notice one that changes while it is read.
class FolderStamp {
 public:
  [[nodiscard]] static FolderStamp of(const std::string& path);
  friend bool operator==(const FolderStamp&, const FolderStamp&) = default;

 private:
  struct Entry {
    std::string path;
    std::uintmax_t bytes = 0;
    std::int64_t changed = 0;
    friend bool operator==(const Entry&, const Entry&) = default;
  };
  std::vector<Entry> entries_;  // by path
};

// The files that `snapshot` was read from, as they lie under `path`; bytes that the store holds
// already are not packed again. Files that no table claimed are left out: nothing rests on them,
// and they may hold anything. Refused when something changed since `before` was taken.
[[nodiscard]] Result<std::vector<KeptFile>> kept_snapshot(const Snapshot& snapshot,
                                                          const std::string& path,
                                                          const FolderStamp& before,
                                                          const Store& store);
[[nodiscard]] std::vector<KeptFile> kept_rules(const Rulebook& rulebook);
[[nodiscard]] std::string digest_of(const WorkingCalendar& calendar);

}  // namespace tidemark
