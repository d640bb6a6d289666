// Collection years: 2018 is 1 April 2017 to 31 March 2018. Which one a file tells of: its column
// YEAR, else its name or the folders it lies in, else where most of its days lie. Pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "calendar/day.hpp"
#include "snapshot/row_block.hpp"
#include "snapshot/snapshot.hpp"

namespace tidemark {

[[nodiscard]] Day first_day_of_collection(int year);
[[nodiscard]] Day last_day_of_collection(int year);
[[nodiscard]] int collection_year_of(Day day);

// The year that a path names: "2018", or the second of "2017-18"; the last part of the path that
// names one counts. 0 where none does.
[[nodiscard]] int year_in_path(const std::string& path);
// What the column YEAR says in these rows; 0 where there is none or it is not a year.
[[nodiscard]] int year_in_rows(std::string_view text, const RowLayout& layout);
[[nodiscard]] int year_in_block(const RowBlock& block, const std::vector<std::string>& headings);
[[nodiscard]] bool has_year_column(const std::vector<std::string>& headings);

// Is the table one of a dataset that comes year by year? Its later years update its earlier ones
// even where, as for episodes, a row tells of more than its own year.
[[nodiscard]] bool comes_by_year(const Sources& sources, int table);
// For the files that tell of a collection year but do not say which: the year in which most of
// the days of their folder lie. Ties go to the later year.
void infer_years(Snapshot& snapshot, const Sources& sources);
// covers_from and covers_to of every table, and Snapshot::last_day.
void set_cover(Snapshot& snapshot, const Sources& sources);

}  // namespace tidemark
