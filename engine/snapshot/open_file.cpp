#include "snapshot/open_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace tidemark {
namespace {

Error cannot_read(const std::string& shown, int code) {
  return {ErrorKind::input, shown + " cannot be read: " + std::generic_category().message(code)};
}

}  // namespace

Result<OpenFile> OpenFile::open(const std::filesystem::path& path, const std::string& shown) {
  // O_NONBLOCK: a pipe with a name like a list must not hold the program until someone writes.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return cannot_read(shown, errno);
  OpenFile file(descriptor, 0, shown);
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return cannot_read(shown, errno);
  if (!S_ISREG(status.st_mode)) {
    return Error{ErrorKind::input, shown + " is not a file that can be read"};
  }
  file.size_ = static_cast<std::uint64_t>(status.st_size);
  return file;
}

OpenFile::OpenFile(OpenFile&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      size_(other.size_),
      shown_(std::move(other.shown_)) {}

OpenFile& OpenFile::operator=(OpenFile&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  std::swap(size_, other.size_);
  std::swap(shown_, other.shown_);
  return *this;
}

OpenFile::~OpenFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::int64_t OpenFile::read_at(std::uint64_t offset, char* to, std::size_t count) const {
  std::size_t have = 0;
  while (have < count) {
    const ssize_t got =
        ::pread(descriptor_, to + have, count - have, static_cast<off_t>(offset + have));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return -1;
    if (got == 0) break;
    have += static_cast<std::size_t>(got);
  }
  return static_cast<std::int64_t>(have);
}

Result<std::string> OpenFile::read_from(std::uint64_t offset) const {
  std::string text(offset < size_ ? size_ - offset : 0, '\0');
  const std::int64_t got = read_at(offset, text.data(), text.size());
  if (got < 0) return failed();
  text.resize(static_cast<std::size_t>(got));
  return text;
}

Error OpenFile::failed() const {
  return cannot_read(shown_, errno);
}

}  // namespace tidemark
