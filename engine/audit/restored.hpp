// The files of a run with those of an earlier one put back in place of what was lost since: to ask
// whether an exception would still stand if the lists had come. Nothing of it is recorded.
#pragma once

#include <memory>
#include <vector>

#include "audit/lost_supply.hpp"
#include "audit/rerun.hpp"
#include "snapshot/found_files.hpp"

namespace tidemark {

// The files that `now` was read from, in `found`, and those that the earlier run kept.
struct RestoredFrom {
  const Store* store = nullptr;
  const StoredInputs* before = nullptr;
  const Snapshot* now = nullptr;
  const FoundFiles* found = nullptr;
  const Sources* sources = nullptr;  // that `now` was read for, and the restored one is
};

// A list goes back as a whole: with what else lies in its file, and nothing of this run's in its
// place. ErrorKind as load_snapshot() or the store have it.
[[nodiscard]] Result<std::unique_ptr<const Snapshot>> restored(const RestoredFrom& from,
                                                               const std::vector<LostSupply>& lost,
                                                               int threads);

}  // namespace tidemark
