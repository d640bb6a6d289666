// CountedRun: what each run counted of the live rules, for trends. It stays when a run's rows are
// purged. Values; read through a Store, on its thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "store/store.hpp"

namespace tidemark {

struct CountedRun {
  std::int64_t run = 0;
  std::string as_at;  // "2021-09-30"
  std::uint64_t breach = 0, explained = 0, due_soon = 0, cannot_decide = 0;
};

// Up to and with this run, in order of the day that was looked at; of several runs for one day the
// last. Runs without totals (made by an earlier Tidemark) are left out.
[[nodiscard]] Result<std::vector<CountedRun>> run_totals(const Store& store, std::int64_t last_run);

}  // namespace tidemark
