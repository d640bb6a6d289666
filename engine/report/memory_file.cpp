#include "report/memory_file.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace tidemark::report {

namespace {

Error failed(const char* what) {
  return {ErrorKind::input,
          std::string(what) + " in memory failed: " + std::generic_category().message(errno)};
}

}  // namespace

Result<MemoryFile> MemoryFile::make() {
  const int number = memfd_create("tidemark", MFD_CLOEXEC);
  if (number < 0) return failed("making a file");
  return MemoryFile(number);
}

MemoryFile::MemoryFile(MemoryFile&& other) noexcept : number_(other.number_) {
  other.number_ = -1;
}

MemoryFile::~MemoryFile() {
  if (number_ >= 0) close(number_);
}

std::string MemoryFile::path() const {
  return "/proc/self/fd/" + std::to_string(number_);
}

Result<std::string> MemoryFile::read() const {
  std::string out;
  std::array<char, 65536> part{};
  while (true) {
    const ssize_t got = pread(number_, part.data(), part.size(), static_cast<off_t>(out.size()));
    if (got < 0) return failed("reading a file");
    if (got == 0) return out;
    out.append(part.data(), static_cast<std::size_t>(got));
  }
}

}  // namespace tidemark::report
