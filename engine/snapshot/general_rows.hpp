// GeneralRows: splits any text into rows: quotes, CRLF, LF or CR, ragged rows, NUL bytes, cells
// that are too long. Every row comes out with exactly as many cells as the heading has, and what
// did not fit is noted. One text, one thread.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "snapshot/note_book.hpp"
#include "snapshot/row_block.hpp"

namespace tidemark {

class GeneralRows {
 public:
  // `text` begins at a row; `ends_file`: a last row without a line end may have been cut short.
  GeneralRows(std::string_view text, const RowLayout& layout, std::uint64_t first_line,
              bool ends_file, NoteBook& notes);

  // The next rows; false at the end. The block is valid until the next call.
  [[nodiscard]] bool next(RowBlock& block);
  [[nodiscard]] std::uint64_t line() const { return line_; }  // of the row that comes next

  static constexpr std::size_t k_longest_cell = 64 * 1024;

 private:
  struct Trouble {
    Note kind;
    std::size_t column;
  };
  enum class After : std::uint8_t { separator, line_end, text_end };

  void read_row();
  bool try_row();  // false: a quote runs over its line and should not have
  After read_cell(std::size_t column);
  After read_quoted(std::size_t column);
  After step_over_delimiter();
  void count_lines_inside(std::string_view quoted, std::size_t column);
  std::size_t closing_quote(std::size_t from, std::size_t limit);
  void keep_cell(std::size_t column);
  void settle_row(std::size_t cells, After after);
  void note_row(std::size_t cells, bool cut);
  void give_up_cell(std::size_t end_index);
  [[nodiscard]] std::size_t line_limit(std::size_t from) const;

  std::string_view text_;
  const RowLayout& layout_;
  bool ends_file_;
  NoteBook& notes_;
  std::size_t at_ = 0;
  std::uint64_t line_ = 1;

  bool within_line_ = false;  // quotes of this row must close on its line
  bool quote_noted_ = false;
  std::size_t rescans_left_ = 0;  // bytes that may still be looked through in vain
  std::uint64_t row_line_ = 1;
  std::size_t quote_column_ = 0;  // where a quote opened that runs over the line
  bool over_lines_ = false;
  bool extras_blank_ = true;
  bool any_text_ = false;
  std::string cell_;
  std::vector<Trouble> troubles_;

  std::string clean_;                // cells of the block, one byte between them
  std::vector<std::uint32_t> ends_;  // [0] is the one before the first
  std::vector<std::uint32_t> lines_;
};

}  // namespace tidemark
