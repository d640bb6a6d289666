// A tracker's list as bytes: CSV for spreadsheets and scripts, HTML for the panel's table. Pure.
#pragma once

#include <string>

#include "evaluate/listing.hpp"

namespace tidemark::report {

struct TrackerPage {
  const Rulebook& rulebook;
  const Tracker& tracker;
  const Snapshot& snapshot;
  const Listing& listing;
  Day as_at = 0;
};

// child,occasion,listed,why_undecided, the tracker's columns, then for each rule `ID`, `ID due`,
// `ID days_over` and `ID at_least`, then panel_seen,panel_note,panel_next. Children of whom the
// record does not say whether they belong on the list come last, `listed` being cannot_decide.
[[nodiscard]] std::string tracker_csv(const TrackerPage& page);

// One self-contained page: no script, nothing fetched, A4 on its side, in black and white.
[[nodiscard]] std::string tracker_html(const TrackerPage& page);

}  // namespace tidemark::report
