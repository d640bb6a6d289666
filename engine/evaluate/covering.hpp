// Covering: the days of which the rows of each case table tell, for figures over all children. What
// a table leaves out a figure would read as nought. Pure functions.
#pragma once

#include <string>
#include <vector>

#include "evaluate/measuring.hpp"

namespace tidemark {

struct Cover {
  Day from = k_earliest;
  Day to = k_latest;
};

// By case table. A table of a yearly return that declares no days of its own (episodes: a row tells
// of more than its year) tells of the years that its files name, and of as many more days as rows
// of it ended before or lie after them; of the years of its rows where the files name none. A
// return has no row that ended before its year, a list of whole histories has.
[[nodiscard]] std::vector<Cover> covers_of(const Rulebook& rulebook, const Snapshot& snapshot);

// Which of the tables that a measure reads does not tell of the whole period: "the list of episodes
// begins on 1 Apr 2021"; "" when all do.
[[nodiscard]] std::string not_covered(const Rulebook& rulebook, const std::vector<Cover>& covers,
                                      const Asked& asked);

}  // namespace tidemark
