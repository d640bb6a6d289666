#include "snapshot/general_rows.hpp"

#include <algorithm>
#include <cstring>

#include "base/text.hpp"

namespace tidemark {
namespace {

constexpr std::size_t k_block_bytes = 128 * 1024;
constexpr std::size_t k_block_rows = 4096;
constexpr std::size_t k_not_there = std::string_view::npos;

std::string_view what_was_done(Note kind) {
  switch (kind) {
    case Note::nul_byte:
      return "the cell holds a NUL byte and is not read; it counts as unknown";
    case Note::long_field:
      return "the cell is longer than 64 KiB and is not read; it counts as unknown";
    default:
      return "the quote that opens here is not closed on its line; it is passed over";
  }
}

}  // namespace

GeneralRows::GeneralRows(std::string_view text, const RowLayout& layout, std::uint64_t first_line,
                         bool ends_file, NoteBook& notes)
    : text_(text),
      layout_(layout),
      ends_file_(ends_file),
      notes_(notes),
      line_(first_line),
      rescans_left_(8 * text.size() + 1024 * 1024) {}

bool GeneralRows::next(RowBlock& block) {
  clean_.clear();
  ends_.assign(1, 0xffffffffU);
  lines_.clear();
  while (at_ < text_.size() && clean_.size() < k_block_bytes && lines_.size() < k_block_rows) {
    read_row();
  }
  if (lines_.empty() && at_ >= text_.size()) return false;
  clean_.append(16, '\0');  // readers look at whole words
  block = {clean_.data(), ends_.data() + 1, lines_.size(), layout_.columns(), 0, lines_.data(), 0};
  return true;
}

// A quote that is never closed swallows the rows after it. A row that runs over its line and then
// does not fit the heading is read again with its quotes held to the line.
void GeneralRows::read_row() {
  const std::size_t start = at_;
  const std::uint64_t start_line = line_;
  const std::size_t clean = clean_.size();
  const std::size_t ends = ends_.size();
  row_line_ = line_;
  within_line_ = rescans_left_ == 0;
  quote_noted_ = false;
  if (try_row()) return;
  rescans_left_ -= std::min(rescans_left_, at_ - start);
  at_ = start;
  line_ = start_line;
  clean_.resize(clean);
  ends_.resize(ends);
  within_line_ = true;
  quote_noted_ = true;
  notes_.add(Note::quote_not_closed, start_line,
             quote_column_ < layout_.columns() ? layout_.headings[quote_column_] : "", "\"",
             "the quote that opens here is not closed where the row ends; the row is read to the "
             "end of its line and the quote is passed over");
  (void)try_row();
}

bool GeneralRows::try_row() {
  troubles_.clear();
  over_lines_ = false;
  extras_blank_ = true;
  any_text_ = false;
  std::size_t cells = 0;
  After after = After::separator;
  while (after == After::separator) {
    after = read_cell(cells);
    if (over_lines_ && at_ == k_not_there) {  // no closing quote up to the end of the text
      at_ = text_.size();
      return false;
    }
    ++cells;
  }
  if (over_lines_ && cells != layout_.columns()) return false;
  settle_row(cells, after);
  return true;
}

std::size_t GeneralRows::line_limit(std::size_t from) const {
  const std::size_t end = text_.find_first_of("\r\n", from);
  return end == k_not_there ? text_.size() : end;
}

GeneralRows::After GeneralRows::read_cell(std::size_t column) {
  cell_.clear();
  if (at_ < text_.size() && text_[at_] == '"') return read_quoted(column);
  const std::size_t start = at_;
  while (at_ < text_.size()) {
    const char c = text_[at_];
    if (c == layout_.separator || c == '\n' || c == '\r') break;
    ++at_;
  }
  // One byte more than fits is enough to know that it does not.
  cell_.assign(text_.substr(start, std::min(at_ - start, k_longest_cell + 1)));
  keep_cell(column);
  return step_over_delimiter();
}

// The quote that closes a cell is one that a separator, a line end or the end follows, with or
// without spaces. Any other stands for itself; two in a row for one.
std::size_t GeneralRows::closing_quote(std::size_t from, std::size_t limit) {
  std::size_t copied = from;
  const auto keep = [&](std::size_t end) {
    if (cell_.size() <= k_longest_cell) cell_.append(text_.substr(copied, end - copied));
  };
  const std::string_view text = text_.substr(0, limit);
  for (std::size_t quote = text.find('"', from); quote != k_not_there;
       quote = text.find('"', quote + 1)) {
    if (quote + 1 < limit && text[quote + 1] == '"') {
      keep(quote + 1);
      copied = quote + 2;
      ++quote;
      continue;
    }
    std::size_t next = quote + 1;
    while (next < limit && text[next] == ' ') ++next;
    const bool closes = next >= limit || text[next] == layout_.separator || text[next] == '\n' ||
                        text[next] == '\r';
    if (!closes) continue;
    keep(quote);
    return next;
  }
  return k_not_there;
}

GeneralRows::After GeneralRows::read_quoted(std::size_t column) {
  const std::size_t start = at_ + 1;
  const std::size_t limit = within_line_ ? line_limit(start) : text_.size();
  const std::size_t next = closing_quote(start, limit);
  if (next == k_not_there && !within_line_) {
    over_lines_ = true;
    quote_column_ = column;
    at_ = k_not_there;
    return After::text_end;
  }
  if (next == k_not_there) {  // held to its line: what follows the quote is an ordinary cell
    if (!quote_noted_) troubles_.push_back({Note::quote_not_closed, column});
    quote_noted_ = true;
    at_ = std::min(text_.substr(0, limit).find(layout_.separator, start), limit);
    cell_.assign(text_.substr(start, std::min(at_ - start, k_longest_cell + 1)));
  } else {
    at_ = next;
    count_lines_inside(text_.substr(start, next - start), column);
  }
  keep_cell(column);
  return step_over_delimiter();
}

void GeneralRows::count_lines_inside(std::string_view quoted, std::size_t column) {
  auto ends = std::count(quoted.begin(), quoted.end(), '\n');
  if (ends == 0) ends = std::count(quoted.begin(), quoted.end(), '\r');
  if (ends == 0) return;
  line_ += static_cast<std::uint64_t>(ends);
  if (!over_lines_) quote_column_ = column;
  over_lines_ = true;
}

GeneralRows::After GeneralRows::step_over_delimiter() {
  if (at_ >= text_.size()) return After::text_end;
  const char c = text_[at_++];
  if (c == layout_.separator) return After::separator;
  if (c == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
  ++line_;
  return After::line_end;
}

void GeneralRows::keep_cell(std::size_t column) {
  const bool blank = trim(cell_).empty();
  any_text_ = any_text_ || !blank;
  if (column >= layout_.columns()) {
    extras_blank_ = extras_blank_ && blank;
    return;
  }
  if (cell_.size() > k_longest_cell) {
    troubles_.push_back({Note::long_field, column});
    cell_.assign(k_unread_cell);
  } else if (cell_.find('\0') != std::string::npos) {
    troubles_.push_back({Note::nul_byte, column});
    cell_.assign(k_unread_cell);
  }
  clean_ += cell_;
  ends_.push_back(static_cast<std::uint32_t>(clean_.size()));
  clean_ += '\n';
}

void GeneralRows::settle_row(std::size_t cells, After after) {
  const std::size_t columns = layout_.columns();
  const std::size_t row_ends = ends_.size() - std::min(cells, columns);
  if (!any_text_) {  // a blank line, or nothing but separators: there is nothing to lose
    clean_.resize(ends_[row_ends - 1] + 1U);
    ends_.resize(row_ends);
    return;
  }
  const bool cut = cells < columns && after == After::text_end && ends_file_;
  if (cut) give_up_cell(ends_.size() - 1);  // the last cell that is there may be half of one
  for (std::size_t missing = cells; missing < columns; ++missing) {
    clean_ += k_unread_cell;
    ends_.push_back(static_cast<std::uint32_t>(clean_.size()));
    clean_ += '\n';
  }
  lines_.push_back(static_cast<std::uint32_t>(row_line_));
  note_row(cells, cut);
}

void GeneralRows::give_up_cell(std::size_t end_index) {
  clean_.resize(ends_[end_index - 1] + 1U);
  clean_ += k_unread_cell;
  ends_[end_index] = static_cast<std::uint32_t>(clean_.size());
  clean_ += '\n';
}

void GeneralRows::note_row(std::size_t cells, bool cut) {
  for (const Trouble& trouble : troubles_) {
    const bool named = trouble.column < layout_.columns();
    notes_.add(trouble.kind, row_line_, named ? layout_.headings[trouble.column] : "", "",
               what_was_done(trouble.kind));
  }
  const std::size_t columns = layout_.columns();
  const std::string counts =
      "the row has " + std::to_string(cells) + " cells, the heading has " + std::to_string(columns);
  if (cut) {
    notes_.add(Note::cut_file, row_line_, "", "",
               counts + "; the last cell and those that are missing count as unknown");
  } else if (cells < columns) {
    notes_.add(Note::ragged_row, row_line_, "", "",
               counts + "; the cells that are missing count as unknown");
  } else if (cells > columns && !extras_blank_) {
    notes_.add(Note::ragged_row, row_line_, "", "",
               counts + "; the first " + std::to_string(columns) + " are kept");
  }
}

}  // namespace tidemark
