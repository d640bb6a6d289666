// What a run rests on, made ready for the store: the snapshot's files, the rule files, the
// calendar.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "rulebook/rulebook.hpp"
#include "snapshot/found_files.hpp"
#include "snapshot/snapshot.hpp"
#include "store/store.hpp"

namespace tidemark {

// Size and time of change of every file, to notice one that changes while it is read.
class FileStamps {
 public:
  [[nodiscard]] static FileStamps of(const FoundFiles& found);
  void add(const FoundFiles& found);
  [[nodiscard]] bool unchanged(const std::filesystem::path& file) const;

 private:
  struct Stamp {
    std::uintmax_t bytes = 0;
    std::filesystem::file_time_type changed;
    friend bool operator==(const Stamp&, const Stamp&) = default;
  };
  [[nodiscard]] static Stamp stamp_of(const std::filesystem::path& file);
  std::map<std::filesystem::path, Stamp> stamps_;
};

// The files that `snapshot` was read from; bytes that the store holds already are not packed again.
// Files that no table claimed are left out: nothing rests on them, and they may hold anything.
// Refused when something changed since `before` was taken.
[[nodiscard]] Result<std::vector<KeptFile>> kept_snapshot(const Snapshot& snapshot,
                                                          const FoundFiles& found,
                                                          const FileStamps& before,
                                                          const Store& store);
[[nodiscard]] std::vector<KeptFile> kept_rules(const Rulebook& rulebook);
[[nodiscard]] std::string digest_of(const WorkingCalendar& calendar);

}  // namespace tidemark
