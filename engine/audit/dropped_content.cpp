#include "audit/dropped_content.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <vector>

#include "base/digest.hpp"
#include "snapshot/found_files.hpp"

namespace tidemark {

namespace {

constexpr std::size_t k_piece = 1 << 20;

Error unreadable(const std::filesystem::path& file, int reason) {
  return {ErrorKind::input,
          file.string() + " cannot be read: " + std::generic_category().message(reason)};
}

Status add_all_of(int descriptor, const std::filesystem::path& file, Sha256& digest,
                  const std::function<bool()>& goes_on) {
  std::vector<char> room(k_piece);
  for (;;) {
    if (!goes_on()) return Error{ErrorKind::input, "told to end"};
    const ssize_t got = ::read(descriptor, room.data(), room.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return unreadable(file, errno);
    if (got == 0) return Done{};
    digest.add({room.data(), static_cast<std::size_t>(got)});
  }
}

Result<std::string> digest_of_file(const std::filesystem::path& file,
                                   const std::function<bool()>& goes_on) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return unreadable(file, errno);
  Sha256 digest;
  const Status added = add_all_of(descriptor, file, digest, goes_on);
  ::close(descriptor);
  if (!added) return added.error();
  return digest.hex();
}

Result<std::string> digest_of_all(const FoundFiles& found, bool is_folder,
                                  const std::function<bool()>& goes_on) {
  Sha256 all;
  for (const FoundFile& file : found.files) {
    Result<std::string> one = digest_of_file(file.path, goes_on);
    if (!one) return one;
    if (!is_folder) return one;
    all.add(file.shown).add(std::string_view("\0", 1)).add(one.value());
  }
  return all.hex();
}

}  // namespace

Result<std::string> DroppedContents::digest_of(const DroppedSnapshot& snapshot,
                                               const std::function<bool()>& goes_on) {
  Known& known = known_[snapshot.path];
  if (known.listing == snapshot.listing && !known.digest.empty()) return known.digest;
  std::error_code failed;
  const bool is_folder = std::filesystem::is_directory(snapshot.path, failed);
  const Result<FoundFiles> found = find_files(snapshot.path);
  Result<std::string> digest = found ? digest_of_all(found.value(), is_folder, goes_on)
                                     : Result<std::string>(sha256_hex(snapshot.listing));
  if (digest) known = {snapshot.listing, digest.value()};
  return digest;
}

}  // namespace tidemark
