#include "cli/pack_key.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/file.hpp"

namespace tidemark::cli {

namespace {

std::string folder_of(const std::string& store) {
  return store + ".keys";
}

Error failed(const std::string& what, const std::string& path) {
  const int reason = errno;
  return {ErrorKind::store,
          what + " " + path + ": " + std::strerror(reason) + "; without its key no pack is issued"};
}

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(descriptor) == 0;
}

}  // namespace

std::string key_path(const std::string& store, std::int64_t pack) {
  return folder_of(store) + "/pack-" + std::to_string(pack) + ".csv";
}

Status write_key(const std::string& store, std::int64_t pack, const std::string& csv) {
  const std::string folder = folder_of(store);
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
    return failed("cannot make the folder of keys", folder);
  if (::chmod(folder.c_str(), 0700) != 0) return failed("cannot close the folder of keys", folder);
  const std::string path = key_path(store, pack), part = path + ".part";
  ::unlink(part.c_str());  // left by a run that was cut off
  const int descriptor = ::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0) return failed("cannot write the key", part);
  const bool written = write_all(descriptor, csv);
  ::close(descriptor);
  if (!written || ::rename(part.c_str(), path.c_str()) != 0) {
    const Error error = failed("cannot write the key", path);
    ::unlink(part.c_str());
    return error;
  }
  return Done{};
}

Result<std::string> read_key(const std::string& store, std::int64_t pack) {
  const std::string path = key_path(store, pack);
  if (::access(path.c_str(), R_OK) != 0) {
    return Error{ErrorKind::store, "the key of pack " + std::to_string(pack) + " is not at " +
                                       path + " (" + std::strerror(errno) +
                                       "); ask whoever keeps the keys"};
  }
  return read_file(path);
}

}  // namespace tidemark::cli
