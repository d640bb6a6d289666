// What an earlier snapshot told and a later one does not tell any more: a list (of one collection
// year, where it comes by year) that is not among the files, that has lost a good part of its rows,
// or a column that was filled and is blank for everybody. One row that was withdrawn, or one cell
// that was cleared, is a correction and is none of these. The lists that Tidemark keeps itself
// count in neither. Pure functions; what is returned points into what was given.
#pragma once

#include <string>
#include <vector>

#include "audit/coverage.hpp"
#include "snapshot/snapshot.hpp"

namespace tidemark {

// A snapshot with the sources that it was read for, and the day that it was asked about.
struct Supplied {
  const Snapshot* snapshot = nullptr;
  const Sources* sources = nullptr;
  Day as_at = 0;
};

struct LostSupply {
  enum class Kind { list, rows, column };
  Kind kind = Kind::list;
  int table = -1, table_now = -1;  // of the earlier sources and of the later ones
  int year = 0;                    // collection year; 0: the list comes in one piece
  int column = -1, column_now = -1;
  Day from = k_earliest;  // rows that begin before this day went with a window that moved on
  bool moved_on = false;  // older than all that came now: a window of years that moved on
  std::string words;      // "2021-22/episodes.csv has 50 rows and had 100: was the export cut off?"
};

// In the order of the earlier tables, the latest year first.
[[nodiscard]] std::vector<LostSupply> lost_since(const Supplied& before, const Supplied& now);

// Does what is known of this child miss something of it?
[[nodiscard]] bool is_missed_by(const std::string& child, const LostSupply& lost,
                                const Supplied& before, const Supplied& now);

// The warning for people: those that are no window that moved on; "" where there is none. `run` is
// the number of the earlier run.
[[nodiscard]] std::string warning_of(const std::vector<LostSupply>& lost, std::int64_t run);

// Adds a sentence to the warning; "" adds nothing.
void say_also(const std::string& sentence, Coverage& coverage);

}  // namespace tidemark
