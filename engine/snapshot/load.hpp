// Reading a snapshot: a folder of lists, workbooks, XML files and databases (or one of them) into a
// Snapshot.
#pragma once

#include <functional>
#include <string>

#include "base/result.hpp"
#include "snapshot/found_files.hpp"
#include "snapshot/snapshot.hpp"

namespace tidemark {

struct LoadOptions {
  int threads = 1;
  // Called now and then with bytes read and bytes in all, for a progress line; may be empty.
  std::function<void(std::uint64_t, std::uint64_t)> progress;
};

// Everything that cannot be read as it stands becomes a LoadNote and the load goes on; only a
// snapshot that cannot be trusted at all (no such path, wrong dataset, unreadable, no children) is
// refused, with one sentence that names what was found and what was expected. `sources` must
// already be marked (mark_wanted). The result does not depend on threads or on the order of rows.
[[nodiscard]] Result<Snapshot> load_snapshot(const std::string& path, const Sources& sources,
                                             const LoadOptions& options);

// The same of files that are found already, on disk or in memory (HeldFiles).
[[nodiscard]] Result<Snapshot> load_snapshot(const FoundFiles& found, const Sources& sources,
                                             const LoadOptions& options);

}  // namespace tidemark
