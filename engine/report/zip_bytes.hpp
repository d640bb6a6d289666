// ZipBytes: a zip file built in memory. Its dates are fixed, so the same content gives the same
// bytes. One thread an object.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace tidemark::report {

class ZipBytes {
 public:
  ZipBytes();
  ~ZipBytes();
  ZipBytes(const ZipBytes&) = delete;
  ZipBytes& operator=(const ZipBytes&) = delete;

  void add(const std::string& name, std::string_view content);
  // The whole file; nothing can be added after it.
  [[nodiscard]] Result<std::string> finish();

 private:
  struct File {
    std::string bytes;
    std::size_t at = 0;
  };
  struct Access;  // what minizip calls to write to the file

  File file_;
  void* zip_ = nullptr;
  bool failed_ = false;
};

}  // namespace tidemark::report
