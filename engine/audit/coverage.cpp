#include "audit/coverage.hpp"

#include <algorithm>

namespace tidemark {

Coverage coverage_of(const Snapshot& snapshot, Day as_at) {
  Day from = k_latest;
  Day to = snapshot.last_day;
  for (const RecordTable& table : snapshot.tables) {
    if (!table.supplied) continue;
    if (table.covers_from != k_earliest) from = std::min(from, table.covers_from);
    if (table.covers_to != k_latest) to = std::max(to, table.covers_to);
  }
  Coverage coverage;
  if (from != k_latest) coverage.from = from;
  if (to != k_earliest) coverage.to = to;
  if (as_at > coverage.to) {
    coverage.warning = "The files end on " + in_words(coverage.to) +
                       " and the question is asked for " + in_words(as_at) +
                       ": what happened in between is not in them.";
  } else if (as_at < coverage.from) {
    coverage.warning = "The files begin on " + in_words(coverage.from) +
                       " and the question is asked for " + in_words(as_at) +
                       ": children who left care before they begin are not in them.";
  }
  coverage.as_at_outside = !coverage.warning.empty();
  return coverage;
}

}  // namespace tidemark
