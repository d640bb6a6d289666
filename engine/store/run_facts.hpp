// RunFacts: what the store says of a run beside its record: where its files came from, and whether
// its rows were purged. Values; read through a Store, on its thread.
#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "store/store.hpp"

namespace tidemark {

struct RunFacts {
  std::string source;  // the path of the snapshot as it was named; "" when it was not kept
  std::optional<std::string> purged_at;  // the moment of the purge that took its rows
};

[[nodiscard]] Result<RunFacts> run_facts(const Store& store, std::int64_t run);

// The run of that number. ErrorKind::store, with the numbers that there are, when there is none.
[[nodiscard]] Result<RunRecord> run_numbered(const Store& store, std::int64_t number);
// The one that looked at the latest day; a run for an earlier day, made since, is history.
// ErrorKind::store when the store holds no run.
[[nodiscard]] Result<RunRecord> latest_run(const Store& store);

}  // namespace tidemark
