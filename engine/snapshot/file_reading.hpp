// Reads the rows of many files into parts, on one thread or several. Files that are large and
// plain are read in stretches; what comes out is the same however many threads there are.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "snapshot/claimed_file.hpp"
#include "snapshot/load.hpp"
#include "snapshot/part_join.hpp"

namespace tidemark {

struct Progress {
  const LoadOptions& options;
  std::uint64_t done = 0;  // bytes
  std::uint64_t all = 0;
};

// Those of `files` whose indexes are in `which`, in that order.
[[nodiscard]] Result<std::vector<ReadFile>> read_files(const std::vector<ClaimedFile>& files,
                                                       const std::vector<std::size_t>& which,
                                                       const Sources& sources,
                                                       const KnownChildren& known,
                                                       Progress& progress);

}  // namespace tidemark
