#include "snapshot/held_files.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace tidemark {
namespace {

Error no_room(const std::string& shown, int code) {
  return {ErrorKind::input,
          shown + " cannot be held in memory: " + std::generic_category().message(code)};
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

HeldFiles::~HeldFiles() {
  for (const Held& file : files_) ::close(file.descriptor);
}

HeldFiles::HeldFiles(HeldFiles&& other) noexcept : files_(std::exchange(other.files_, {})) {}

HeldFiles& HeldFiles::operator=(HeldFiles&& other) noexcept {
  std::swap(files_, other.files_);
  return *this;
}

Status HeldFiles::add(const std::string& shown, std::string_view bytes) {
  const int descriptor = ::memfd_create("tidemark", MFD_CLOEXEC);
  if (descriptor < 0) return no_room(shown, errno);
  files_.push_back({shown, descriptor});
  if (!write_all(descriptor, bytes)) return no_room(shown, errno);
  return Done{};
}

FoundFiles HeldFiles::found(const std::string& name) const {
  FoundFiles found{name, {}, {}};
  for (const Held& file : files_) {
    found.files.push_back({"/proc/self/fd/" + std::to_string(file.descriptor), file.shown});
  }
  std::sort(found.files.begin(), found.files.end(),
            [](const FoundFile& a, const FoundFile& b) { return a.shown < b.shown; });
  return found;
}

}  // namespace tidemark
