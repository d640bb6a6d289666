// KeptFile: a file of a snapshot or of a rule set, known by the digest of its bytes. A set of them
// has a digest of its own, over its listing by path, as `sha256sum` prints it, so that anybody can
// work it out without Tidemark. Values only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tidemark {

struct KeptFile {
  std::string path;  // within its folder
  std::string digest;
  std::uint64_t size = 0;
  std::string packed;  // empty where the store holds the bytes already
};

[[nodiscard]] KeptFile kept_file(std::string path, std::string_view bytes);

// Puts the files in the order of their paths.
[[nodiscard]] std::string digest_of(std::vector<KeptFile>& files);

}  // namespace tidemark
