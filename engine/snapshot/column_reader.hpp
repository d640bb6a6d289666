// ColumnReader: turns the texts of one column into cells, as its kind says, and notes what is not
// what the kind allows. One for each column of each part of a file; one thread.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "snapshot/code_table.hpp"
#include "snapshot/date_text.hpp"
#include "snapshot/note_book.hpp"
#include "snapshot/row_block.hpp"
#include "snapshot/source_map.hpp"

namespace tidemark {

// How the file at hand writes a column, where that differs.
struct ColumnSpelling {
  std::string name;     // "": as the source does
  int serial_days = 0;  // to be added to Excel's number for a day
};

class ColumnReader {
 public:
  // `place`: the column of the file that holds it.
  ColumnReader(const SourceColumn& column, const std::vector<std::string>& missing, int place,
               SidePools& pools, NoteBook& notes, ColumnSpelling spelling = {});

  // One cell for each row of the block.
  void read(const RowBlock& block, Cell* cells);
  // Some row of the last block is none of the table: its cell is k_cell_outside.
  [[nodiscard]] bool met_outside() const { return met_outside_; }

 private:
  void read_dates(const RowBlock& block, Cell* cells);
  void read_codes(const RowBlock& block, Cell* cells);
  // For what is not in the shape that nearly every cell has.
  [[nodiscard]] Cell read_slowly(std::string_view raw, std::uint32_t line);
  [[nodiscard]] Cell date_cell(std::string_view text, std::uint32_t line);
  [[nodiscard]] Cell code_cell(std::string_view raw, std::string_view text, std::uint32_t line);
  [[nodiscard]] Cell code_set_cell(std::string_view text, std::uint32_t line);
  [[nodiscard]] Cell ticked_cell(std::string_view text, std::uint32_t line);
  [[nodiscard]] Cell worded_cell(std::string_view text, std::uint32_t line);
  [[nodiscard]] Cell blank_cell_at(std::uint32_t line);
  [[nodiscard]] Cell number_cell(std::string_view text, std::uint32_t line);
  [[nodiscard]] Cell find_code(std::string_view text) const;  // k_not_here when not listed
  [[nodiscard]] bool is_placeholder(std::string_view text) const;
  [[nodiscard]] bool is_placeholder_day(Day day) const;
  [[nodiscard]] Cell blank_cell() const;
  void note(Note kind, std::uint32_t line, std::string_view text, std::string_view what) const;

  const SourceColumn& column_;
  ColumnSpelling spelling_;
  std::size_t place_;
  SidePools& pools_;
  NoteBook& notes_;
  const MonthTable& months_;
  std::vector<std::string> placeholders_;  // in small letters
  std::size_t longest_placeholder_ = 0;
  std::vector<Day> placeholder_days_;  // placeholders that are dates, however they are written
  Day last_placeholder_day_ = k_earliest;
  std::unordered_map<std::string, Cell> spellings_;  // codes by their text in small letters
  std::set<std::string> outside_;                    // as spellings_
  bool met_outside_ = false;
  CodeTable exact_;
};

}  // namespace tidemark
