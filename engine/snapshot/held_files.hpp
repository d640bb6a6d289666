// HeldFiles: files that are in memory and on no disk, to be loaded as a snapshot: those that the
// store kept, and the lists that Tidemark itself keeps (exemptions, actions). They must outlive the
// load. Belongs to one thread while it is filled; any thread may load from it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "snapshot/found_files.hpp"

namespace tidemark {

class HeldFiles {
 public:
  HeldFiles() = default;
  ~HeldFiles();
  HeldFiles(HeldFiles&& other) noexcept;
  HeldFiles& operator=(HeldFiles&& other) noexcept;
  HeldFiles(const HeldFiles&) = delete;
  HeldFiles& operator=(const HeldFiles&) = delete;

  // `shown`: its path within the snapshot's folder, as load notes and evidence spell it.
  // ErrorKind::input when the system has no room for it.
  [[nodiscard]] Status add(const std::string& shown, std::string_view bytes);
  // The files by shown path, as find_files() gives those of a folder. `name`: for sentences.
  [[nodiscard]] FoundFiles found(const std::string& name) const;
  [[nodiscard]] bool empty() const { return files_.empty(); }

 private:
  struct Held {
    std::string shown;
    int descriptor = -1;
  };
  std::vector<Held> files_;
};

}  // namespace tidemark
