// NoteBook: the load notes of one file, or of one part of it. Keeps the first 10,000 of a kind and
// counts the rest. Belongs to one thread; books of the parts of a file are joined in file order.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "snapshot/snapshot.hpp"

namespace tidemark {

enum class Note : std::uint8_t {
  not_a_date,
  not_a_number,
  unknown_code,
  unmapped_value,
  blank_value,
  not_of_the_list,
  latest_repeated,
  not_filled,
  not_yes_or_no,
  end_before_start,
  before_birth,
  ragged_row,
  cut_file,
  nul_byte,
  long_field,
  quote_not_closed,
  child_id,
  orphan_child,
  no_way_to_child,
  duplicate_row,
  overlapping_rows,
  gap_between_rows,
  filled_while_open,
  open_past_age,
  conflicting_rows,
  later_rows,
  two_files,
  two_tables,
  file_not_claimed,
  file_not_read,
  text_encoding,
  columns_dropped,
  heading_twice,
  no_collection_year,
  no_rows,
  error_cell,
  merged_cells,
  hidden_sheet,
  number_as_date,
  column_not_there,
  count_of_kinds,
};
[[nodiscard]] const char* name_of(Note kind);

class NoteBook {
 public:
  explicit NoteBook(std::string file) : file_(std::move(file)) {}

  void add(Note kind, std::uint64_t line, std::string_view column, std::string_view text,
           std::string_view what_was_done);
  // One of many alike: said once for each text, with the first line and how many rows there were.
  void count(Note kind, std::uint64_t line, std::string_view column, std::string_view text,
             std::string_view what_was_done);
  // Between two blocks of rows: a kind that has enough notes by now takes no more. Only here, so
  // that what is kept does not depend on the order of columns inside a block.
  void end_of_block();
  // The notes of a later part of the same file, whose lines are counted from `first_line`.
  void append(NoteBook&& later, std::uint64_t lines_before);
  // In order of line and column, at most 10,000 of a kind, with a note that counts the others.
  [[nodiscard]] std::vector<LoadNote> finish() &&;

  static constexpr std::uint64_t k_most_of_a_kind = 10000;

 private:
  struct Entry {
    Note kind;
    std::uint64_t line;
    std::string column, text, what_was_done;
  };
  struct Counted {
    std::uint64_t line = 0;
    std::uint64_t rows = 0;
    std::string what_was_done;
  };
  using CountedKey = std::tuple<Note, std::string, std::string>;  // kind, column, text
  void add_counted();
  static constexpr auto k_kinds = static_cast<std::size_t>(Note::count_of_kinds);

  std::string file_;
  std::vector<Entry> entries_;
  std::map<CountedKey, Counted> counted_;
  std::array<std::uint64_t, k_kinds> seen_{};
  std::array<bool, k_kinds> full_{};
};

}  // namespace tidemark
