// GrowingFile: a file that is written piece by piece and is there, whole and under its name, only
// after finish(). Its owner reads and writes it, its group reads it, nobody else. Given up (or
// killed half way), it leaves the old file as it was. One thread.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace tidemark {

class GrowingFile {
 public:
  // The folder must exist.
  [[nodiscard]] static Result<GrowingFile> begin(const std::filesystem::path& path);
  GrowingFile(GrowingFile&& other) noexcept;
  GrowingFile& operator=(GrowingFile&& other) noexcept;
  GrowingFile(const GrowingFile&) = delete;
  GrowingFile& operator=(const GrowingFile&) = delete;
  ~GrowingFile();

  [[nodiscard]] Status add(std::string_view bytes);
  // All that another file under way has so far.
  [[nodiscard]] Status add_all_of(GrowingFile& other);
  [[nodiscard]] Status finish();

 private:
  GrowingFile(std::filesystem::path path, std::filesystem::path part, int descriptor)
      : path_(std::move(path)), part_(std::move(part)), descriptor_(descriptor) {}
  [[nodiscard]] Status flush();
  [[nodiscard]] Error failed() const;

  std::filesystem::path path_, part_;
  int descriptor_ = -1;
  std::string held_;  // not yet written
};

}  // namespace tidemark
