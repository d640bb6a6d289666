#include "base/growing_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

namespace tidemark {

namespace {

constexpr std::size_t k_piece = 1 << 20;
// What is written tells of children: its owner's and group's, whatever the umask lets through.
constexpr mode_t k_mode = 0640;

bool write_all(int descriptor, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// The new name itself must outlive a power cut; a disk that cannot say so has still renamed it.
void sync_folder(const std::filesystem::path& path) {
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

}  // namespace

Result<GrowingFile> GrowingFile::begin(const std::filesystem::path& path) {
  std::filesystem::path part = path;
  part += ".part-" + std::to_string(::getpid());
  const int descriptor = ::open(part.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, k_mode);
  GrowingFile file(path, std::move(part), descriptor);
  if (descriptor < 0) return file.failed();
  return file;
}

GrowingFile::GrowingFile(GrowingFile&& other) noexcept
    : path_(std::move(other.path_)),
      part_(std::move(other.part_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      held_(std::move(other.held_)) {}

GrowingFile& GrowingFile::operator=(GrowingFile&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(part_, other.part_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(held_, other.held_);
  return *this;
}

GrowingFile::~GrowingFile() {
  if (descriptor_ < 0) return;
  ::close(descriptor_);
  ::unlink(part_.c_str());
}

Status GrowingFile::add(std::string_view bytes) {
  held_ += bytes;
  return held_.size() < k_piece ? Status(Done{}) : flush();
}

Status GrowingFile::add_all_of(GrowingFile& other) {
  if (Status flushed = other.flush(); !flushed) return flushed;
  std::string piece(k_piece, '\0');
  for (off_t at = 0;;) {
    const ssize_t got = ::pread(other.descriptor_, piece.data(), piece.size(), at);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return other.failed();
    if (got == 0) return Done{};
    if (Status added = add({piece.data(), static_cast<std::size_t>(got)}); !added) return added;
    at += got;
  }
}

Status GrowingFile::finish() {
  if (Status flushed = flush(); !flushed) return flushed;
  // Some disks say only here that a write failed.
  const bool kept = ::fsync(descriptor_) == 0;
  const bool closed = ::close(std::exchange(descriptor_, -1)) == 0;
  if (!kept || !closed || std::rename(part_.c_str(), path_.c_str()) != 0) {
    const Error error = failed();
    ::unlink(part_.c_str());
    return error;
  }
  sync_folder(path_);
  return Done{};
}

Status GrowingFile::flush() {
  const bool written = write_all(descriptor_, held_);
  held_.clear();
  return written ? Status(Done{}) : Status(failed());
}

Error GrowingFile::failed() const {
  const int reason = errno;
  return {ErrorKind::input,
          "cannot write \"" + path_.string() + "\": " + std::generic_category().message(reason)};
}

}  // namespace tidemark
