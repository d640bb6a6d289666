#include "store/access_log.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "base/file.hpp"
#include "store/access_chain.hpp"

namespace tidemark {

namespace {

Error failure(const std::string& path, const char* what) {
  const int reason = errno;
  return {ErrorKind::store, "the access log " + path + " " + what + ": " + std::strerror(reason) +
                                "; what cannot be logged is not done"};
}

class Locked {  // held by one process at a time, whoever has the file open
 public:
  Locked(int descriptor, int how) : descriptor_(descriptor) {
    while (::flock(descriptor_, how) != 0) {
      if (errno == EINTR) continue;
      held_ = false;
      return;
    }
  }
  ~Locked() {
    if (held_) ::flock(descriptor_, LOCK_UN);
  }
  Locked(const Locked&) = delete;
  Locked& operator=(const Locked&) = delete;
  [[nodiscard]] bool held() const { return held_; }

 private:
  int descriptor_;
  bool held_ = true;
};

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// The last `bytes` of the file; false when it cannot be read.
bool read_end(int descriptor, std::size_t bytes, std::size_t size, std::string& end) {
  end.resize(std::min(bytes, size));
  std::size_t filled = 0;
  while (filled < end.size()) {
    const ssize_t got = ::pread(descriptor, end.data() + filled, end.size() - filled,
                                static_cast<off_t>(size - end.size() + filled));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    filled += static_cast<std::size_t>(got);
  }
  return true;
}

// Reads no more of a long log than its end.
bool read_tail(int descriptor, AccessTail& tail) {
  const off_t size = ::lseek(descriptor, 0, SEEK_END);
  if (size < 0) return false;
  const auto all = static_cast<std::size_t>(size);
  std::string end;
  for (std::size_t bytes = 4096;; bytes *= 4) {
    if (!read_end(descriptor, bytes, all, end)) return false;
    if (auto found = access_tail(end, end.size() == all)) {
      tail = std::move(*found);
      return true;
    }
  }
}

}  // namespace

AccessLog::AccessLog(std::string path, int descriptor)
    : path_(std::move(path)), descriptor_(descriptor) {}
AccessLog::~AccessLog() {
  if (descriptor_ >= 0) ::close(descriptor_);
}
AccessLog::AccessLog(AccessLog&& other) noexcept
    : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)) {}
AccessLog& AccessLog::operator=(AccessLog&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

Result<AccessLog> AccessLog::beside(const std::string& store) {
  if (store == ":memory:") return AccessLog("", -1);
  return open(store + ".access");
}

Result<AccessLog> AccessLog::open(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (descriptor < 0) return failure(path, "cannot be opened");
  return AccessLog(path, descriptor);
}

Result<std::optional<AccessChain>> AccessLog::read_beside(const std::string& store) {
  const std::string path = store + ".access";
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0 && errno == ENOENT) return std::optional<AccessChain>();
  if (descriptor < 0) {
    return Error{ErrorKind::store,
                 "the access log " + path + " cannot be read: " + std::strerror(errno)};
  }
  const AccessLog log(path, descriptor);
  auto chain = log.walked();
  if (!chain) return chain.error();
  if (chain.value().lines.empty() && chain.value().check.first_broken == 0) {
    return std::optional<AccessChain>();
  }
  return std::optional<AccessChain>(std::move(chain).value());
}

Status AccessLog::add(const AccessEntry& entry) {
  if (descriptor_ < 0) return Done{};
  const Locked lock(descriptor_, LOCK_EX);
  if (!lock.held()) return failure(path_, "cannot be locked");
  AccessTail tail;
  if (!read_tail(descriptor_, tail)) return failure(path_, "cannot be read");
  const std::string text = what_comes_next(std::move(tail), entry);
  if (!write_all(descriptor_, text) || ::fsync(descriptor_) != 0) {
    return failure(path_, "cannot be written");
  }
  return Done{};
}

Result<AccessChain> AccessLog::walked() const {
  if (descriptor_ < 0) return AccessChain();
  const Locked lock(descriptor_, LOCK_SH);  // not to take half of a line for a torn one
  const auto content = read_file(path_);
  if (!content) return Error{ErrorKind::store, content.error().message};
  return walk_access(content.value());
}

Result<std::vector<AccessLine>> AccessLog::entries() const {
  auto chain = walked();
  if (!chain) return chain.error();
  return std::move(chain.value().lines);
}

Result<AccessCheck> AccessLog::check() const {
  const auto chain = walked();
  if (!chain) return chain.error();
  return chain.value().check;
}

}  // namespace tidemark
