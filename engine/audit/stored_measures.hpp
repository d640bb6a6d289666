// Measures worked out from what the store holds of a run: its files and its own measures, so that a
// figure of an earlier paper can be made again beside today's. The record counts as known on the
// run's as-at day: of a later day nothing can be decided.
#pragma once

#include "audit/measures.hpp"
#include "store/store.hpp"

namespace tidemark {

struct StoredMeasureRequest {
  std::int64_t run = 0;
  std::vector<Period> periods;
  bool is_internal = false;  // all figures, not for publication
  int threads = 1;
};

// Refused with ErrorKind::store (no such run, its files are gone), rules or input.
[[nodiscard]] Result<MeasureRun> measures_of_run(const Store& store,
                                                 const StoredMeasureRequest& request);

}  // namespace tidemark
