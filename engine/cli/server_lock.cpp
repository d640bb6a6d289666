#include "cli/server_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "base/file.hpp"
#include "base/text.hpp"

namespace tidemark::cli {

Result<ServerLock> ServerLock::take(const std::string& store, const std::string& holder) {
  const std::string path = store + ".lock";
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) {
    return Error{ErrorKind::store, "the lock " + path + " cannot be made: " + std::strerror(errno) +
                                       "; the folder must exist and be writable"};
  }
  ServerLock lock(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    const Result<std::string> said = read_file(path);
    return Error{ErrorKind::store,
                 "the scheduled runs of the store " + store + " are made by another program (" +
                     (said ? std::string(trim(said.value())) : std::string("unknown")) +
                     "); end that one first"};
  }
  const std::string line = holder + "\n";
  const bool written =
      ::ftruncate(descriptor, 0) == 0 &&
      ::write(descriptor, line.data(), line.size()) == static_cast<ssize_t>(line.size());
  if (!written) {
    return Error{ErrorKind::store,
                 "the lock " + path + " cannot be written: " + std::strerror(errno)};
  }
  return lock;
}

ServerLock::~ServerLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}
ServerLock::ServerLock(ServerLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}
ServerLock& ServerLock::operator=(ServerLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

}  // namespace tidemark::cli
