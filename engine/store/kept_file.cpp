#include "store/kept_file.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "store/packing.hpp"

namespace tidemark {

KeptFile kept_file(std::string path, std::string_view bytes) {
  return {std::move(path), sha256_hex(bytes), bytes.size(), pack(bytes)};
}

std::string digest_of(std::vector<KeptFile>& files) {
  std::sort(files.begin(), files.end(),
            [](const KeptFile& a, const KeptFile& b) { return a.path < b.path; });
  Sha256 listing;
  for (const KeptFile& file : files) listing.add(file.digest).add("  ").add(file.path).add("\n");
  return listing.hex();
}

}  // namespace tidemark
