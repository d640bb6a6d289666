// A file that has a name for libraries which insist on one, and lives in memory only: what it holds
// is never on a disk. One thread an object.
#pragma once

#include <string>

#include "base/result.hpp"

namespace tidemark::report {

class MemoryFile {
 public:
  [[nodiscard]] static Result<MemoryFile> make();
  MemoryFile(MemoryFile&& other) noexcept;
  MemoryFile& operator=(MemoryFile&&) = delete;
  ~MemoryFile();

  [[nodiscard]] std::string path() const;
  [[nodiscard]] Result<std::string> read() const;

 private:
  explicit MemoryFile(int number) : number_(number) {}
  int number_;
};

}  // namespace tidemark::report
