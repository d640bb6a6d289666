// FoundFiles: the files of a snapshot, as they lie in the folder (or the one file) that was named.
// Looks at names only; opens nothing.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace tidemark {

struct FoundFile {
  std::filesystem::path path;
  std::string shown;  // relative to the folder that was named
};

struct FoundFiles {
  std::string name;                      // what was named, for sentences
  std::vector<FoundFile> files;          // that may hold lists, by shown path
  std::vector<std::string> passed_over;  // other files, by shown path
};

[[nodiscard]] Result<FoundFiles> find_files(const std::string& path);

}  // namespace tidemark
