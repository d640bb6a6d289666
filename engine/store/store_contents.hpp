// What a store holds beside its runs: the contents, which files and packs each of them is, and runs
// that other tables still name. For verification. Read through a Store, on its thread.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "store/store.hpp"

namespace tidemark {

// Every content by its digest, in order.
[[nodiscard]] Result<std::vector<std::string>> content_digests(const Store& store);
// "episodes.csv of run 3", "panel.pdf of pack 2"; empty when nothing names it.
[[nodiscard]] Result<std::vector<std::string>> uses_of_content(const Store& store,
                                                               std::string_view digest);
// Numbers of runs that findings, totals, labels, events or packs name and that are not there.
[[nodiscard]] Result<std::vector<std::int64_t>> runs_named_and_missing(const Store& store);

// A pack and the digest that the listing of its files gives now.
struct PackListing {
  std::int64_t number = 0;
  std::string digest, listed;
  std::string purged_at = {};  // the moment of the purge that took its files; else ""
  std::uint64_t files = 0;     // those that are there
};
[[nodiscard]] Result<std::vector<PackListing>> pack_listings(const Store& store);

// A snapshot or a rule set that must be there whole, and the digest that its listing gives now.
// Snapshots whose runs were all purged are none.
struct SetListing {
  std::int64_t run = 0;      // the first that rests on it
  bool is_rule_set = false;  // else it is that run's snapshot
  std::string digest, listed;
};
[[nodiscard]] Result<std::vector<SetListing>> set_listings(const Store& store);

// Whether the findings of a run are numbered 1, 2, 3 ...
[[nodiscard]] Result<bool> findings_are_numbered(const Store& store, std::int64_t run);

// The totals of a run by rule, in order: rule, then the nine counts as run_total has them.
struct StoredTotal {
  std::string rule;
  std::int64_t population = 0, on_track = 0, due_soon = 0, breach = 0, explained = 0, met_late = 0,
               cannot_decide = 0, error = 0, population_undecided = 0;
};
[[nodiscard]] Result<std::vector<StoredTotal>> totals_of_run(const Store& store, std::int64_t run);

}  // namespace tidemark
