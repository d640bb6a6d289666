// Reads one sheet of a workbook row by row, as text. Values are what the file holds: a formula
// gives the value that was stored with it, and nothing is computed. Free of state; any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "snapshot/workbook.hpp"

namespace tidemark {

struct SheetCell {
  enum class Kind : std::uint8_t { value, error, no_value };  // no_value: a formula without one
  std::uint32_t column = 0;                                   // 0 is A
  Kind kind = Kind::value;
  std::string text;  // of an error: "#N/A"
};

struct SheetRow {
  std::uint32_t number = 0;      // as the sheet counts, from 1
  std::vector<SheetCell> cells;  // those with content, by column
};

struct MergedCells {
  std::uint64_t ranges = 0;  // below the first row that was asked for
  std::string first;         // "B5:B7"
};

using SheetRowSink = std::function<bool(const SheetRow&)>;  // false: enough

// Rows with content, in order. `below`: merged ranges count when they reach under this row.
[[nodiscard]] Result<MergedCells> read_sheet(ZipFile& zip, const Workbook& book, const Sheet& sheet,
                                             std::uint32_t below, const SheetRowSink& sink);
// "C" for 2, "AA" for 26.
[[nodiscard]] std::string column_letters(std::uint32_t column);

}  // namespace tidemark
