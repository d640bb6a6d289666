// Heading: the first row of a file, and which source table it makes the file. Tables are known by
// their columns, never by the file's name: names are compared without case, spaces and
// punctuation, in any order, and other columns may stand beside them. Pure functions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "snapshot/row_block.hpp"
#include "snapshot/source_map.hpp"

namespace tidemark {

struct Heading {
  RowLayout layout;
  std::size_t bytes = 0;  // of the text up to the first row of cells
  std::uint64_t lines = 0;
  bool complete = false;  // the heading ended before the text did
};

struct Claim {
  int table = -1;                    // -1: nobody claims the file
  std::vector<int> position;         // by column of the table: the column of the file, or -1
  std::vector<std::string> dropped;  // headings that the table does not know or nobody wants
  std::vector<std::string> twice;    // headings that stand there more than once
  std::string also;                  // another table that fits as well
  std::string refused;               // "a children in need census": not to be read at all
  std::string why_not;               // where nobody claims it: the nearest table, what lacks
  std::vector<std::string> names;    // by column of the table, where the file has other names
  int serial_days = 0;  // to be added to Excel's number for a day (a workbook from 1904)
};

// "Legal_Status ", "LEGAL STATUS" with a no-break space and "(legal status))" are one heading.
[[nodiscard]] std::string plain_heading(std::string_view heading);

// Tries comma, semicolon and tab and keeps what fits a table best.
[[nodiscard]] Heading read_heading(std::string_view text, const Sources& sources);
// How many headings are columns of the table (or the refused dataset) that they fit best.
[[nodiscard]] std::size_t columns_matched(const std::vector<std::string>& headings,
                                          const Sources& sources);
// Which refused dataset the first bytes of a JSON file are, by the keys that stand in them; "":
// none.
[[nodiscard]] std::string refused_json(std::string_view first_bytes, const Sources& sources);
[[nodiscard]] Claim claim(const std::vector<std::string>& headings, const Sources& sources);

}  // namespace tidemark
