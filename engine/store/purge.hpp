// Purge: what the retention policy takes out of a store: the findings of old runs, the files of
// their snapshots, the child, the dates and the words of exceptions that were resolved long ago,
// and the files of old packs that name children.
// What counts only stays: runs with their seals, totals and labels, outcomes, digests, the seals of
// events. Source of the policy: domain/process.md, section 5. Reads no clock; the Store must
// outlive the call.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "calendar/day.hpp"
#include "store/store.hpp"

namespace tidemark {

struct PurgePolicy {
  Day before = 0;          // runs that looked at an earlier day, exceptions resolved on one, ...
  bool packs_too = false;  // also runs that an issued pack rests on; the pack itself stays
};

struct PurgeCounts {
  std::uint64_t runs = 0, findings = 0;
  std::uint64_t contents = 0, bytes = 0;  // files of snapshots and of packs, as packed
  std::uint64_t exceptions = 0, events = 0;
  std::uint64_t parked = 0;  // exceptions that stay, with nothing left of what they rested on
  std::uint64_t packs = 0;   // identified, for meetings before: their files
  friend bool operator==(const PurgeCounts&, const PurgeCounts&) = default;
};

struct SparedRun {  // old enough, and yet it stays
  std::int64_t run = 0;
  std::string why;  // "the latest run", "exception 45 is open", "pack 3 rests on it"
};

struct PurgePlan {
  std::int64_t number = 0;  // of the purge
  std::vector<std::int64_t> runs;
  std::vector<SparedRun> spared;
  PurgeCounts counts;
};

struct PurgeMade {
  std::string at, by;  // moment and login name, as the caller says them
  std::string policy;  // in words, with the reason
};

// What purge() would do; changes nothing.
[[nodiscard]] Result<PurgePlan> plan_purge(const Store& store, const PurgePolicy& policy);
// All of it or nothing. A plan that takes nothing is not recorded.
[[nodiscard]] Result<PurgePlan> purge(const Store& store, const PurgePolicy& policy,
                                      const PurgeMade& made);
// Gives the room back to the disk: the file is written anew, in memory beforehand. Nothing is lost
// when it is cut short.
[[nodiscard]] Status shrink(const Store& store);
struct PurgedEvidence {
  std::int64_t run = 0;   // the last in which the exception stood
  std::string purged_at;  // the moment when its rows were purged
};
// By exception: those that stand, were parked for longer than the policy keeps, and of which
// nothing is left but their history.
[[nodiscard]] Result<std::map<std::int64_t, PurgedEvidence>> purged_evidence(const Store& store);
// The numbers of all runs whose rows were purged, in order.
[[nodiscard]] Result<std::vector<std::int64_t>> purged_runs(const Store& store);

}  // namespace tidemark
