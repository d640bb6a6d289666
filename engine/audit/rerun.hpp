// A stored run made again from what the store holds: its files, its rules, its day. Records
// nothing.
#pragma once

#include <functional>

#include "audit/run.hpp"
#include "store/store.hpp"

namespace tidemark {

struct RerunOptions {
  int threads = 1;
  std::optional<Day> panel_date;  // AuditRun::coming is listed up to it
  std::function<void(std::string_view, std::uint64_t, std::uint64_t)> progress;
};

// The run of that number as run_audit() would return it: judged anew, with the record as stored.
// `record.findings` of the result is the digest as computed now. Refused with ErrorKind::store when
// there is no such run, its rows were purged, or its files do not give their digests.
[[nodiscard]] Result<AuditRun> rerun(const Store& store, std::int64_t number,
                                     const RerunOptions& options);

// The files of a run read for these rules, its own or others, which are marked. ErrorKind::store
// when they were purged or do not give their digests.
[[nodiscard]] Result<std::unique_ptr<const Snapshot>> stored_snapshot(const Store& store,
                                                                      const RunRecord& record,
                                                                      const Rulebook& rulebook,
                                                                      int threads);

// Only the inputs: the rulebook (with its sources marked) and the snapshot, not judged.
struct StoredInputs {
  RunRecord record;
  std::unique_ptr<const Rulebook> rulebook;
  std::unique_ptr<const Snapshot> snapshot;
  Day as_at = 0;
};
[[nodiscard]] Result<StoredInputs> stored_inputs(const Store& store, std::int64_t number,
                                                 int threads);

}  // namespace tidemark
