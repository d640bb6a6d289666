#include "base/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "base/growing_file.hpp"

namespace tidemark {
namespace {

class OpenFile {
 public:
  explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

Error failed(const char* verb, const std::filesystem::path& path, int reason) {
  return {ErrorKind::input, std::string("cannot ") + verb + " \"" + path.string() +
                                "\": " + std::generic_category().message(reason)};
}

// Everything from here to the end of the file; the size is a guess, for files that grow.
bool read_all(int descriptor, std::size_t expected, std::string& content) {
  std::size_t filled = 0;
  content.resize(expected + 1);
  for (;;) {
    const ssize_t got = ::read(descriptor, content.data() + filled, content.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return false;
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
    if (filled == content.size()) content.resize(content.size() * 2);
  }
  content.resize(filled);
  return true;
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path) {
  // Not to hang on a pipe that nobody writes to.
  const OpenFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file.is_open()) return failed("read", path, errno);
  struct stat found = {};
  if (::fstat(file.descriptor(), &found) != 0) return failed("read", path, errno);
  if (S_ISDIR(found.st_mode)) return failed("read", path, EISDIR);
  std::string content;
  const auto size = static_cast<std::size_t>(std::max<off_t>(found.st_size, 0));
  if (!read_all(file.descriptor(), size, content)) return failed("read", path, errno);
  return content;
}

Status write_file(const std::filesystem::path& path, std::string_view content) {
  auto file = GrowingFile::begin(path);
  if (!file) return file.error();
  if (Status added = file.value().add(content); !added) return added;
  return file.value().finish();
}

}  // namespace tidemark
