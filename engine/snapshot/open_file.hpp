// OpenFile: a file held open for reading at any place. Read, not mapped: a file that is cut short
// on a network share while it is read then ends early instead of ending the program. Any thread
// may read; the owner closes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/result.hpp"

namespace tidemark {

class OpenFile {
 public:
  [[nodiscard]] static Result<OpenFile> open(const std::filesystem::path& path,
                                             const std::string& shown);
  OpenFile(OpenFile&& other) noexcept;
  OpenFile& operator=(OpenFile&& other) noexcept;
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile();

  [[nodiscard]] std::uint64_t size() const { return size_; }
  // As many of `count` bytes as there are; -1 when the disk fails.
  [[nodiscard]] std::int64_t read_at(std::uint64_t offset, char* to, std::size_t count) const;
  // From `offset` to the end of the file.
  [[nodiscard]] Result<std::string> read_from(std::uint64_t offset) const;
  [[nodiscard]] Error failed() const;  // the sentence for a read that gave -1

 private:
  OpenFile(int descriptor, std::uint64_t size, std::string shown)
      : descriptor_(descriptor), size_(size), shown_(std::move(shown)) {}
  int descriptor_ = -1;
  std::uint64_t size_ = 0;
  std::string shown_;
};

}  // namespace tidemark
