// ClaimedFile: one file of a snapshot after a look at its first bytes: how it is written, which
// table it is, or why it is none. Made by look_at, before any row is read.
#pragma once

#include <string>

#include "base/result.hpp"
#include "snapshot/encoding.hpp"
#include "snapshot/found_files.hpp"
#include "snapshot/heading.hpp"

namespace tidemark {

struct ClaimedFile {
  FoundFile found;
  std::uint64_t bytes = 0;
  Encoding encoding = Encoding::utf8;
  Heading heading;
  Claim claim;
  std::uint64_t first_row = 0;  // place of the first row: in the file, or in its UTF-8 text
  int collection_year = 0;      // 0: it does not say
};

// `folder` is what was named, for the year that its name may hold. Refused when the file cannot be
// read or is not text at all.
[[nodiscard]] Result<ClaimedFile> look_at(const FoundFile& found, const std::string& folder,
                                          const Sources& sources);

}  // namespace tidemark
