#include "snapshot/row_part.hpp"

#include <algorithm>
#include <numeric>

#include "base/text.hpp"
#include "snapshot/id_text.hpp"
#include "snapshot/large_pages.hpp"

namespace tidemark {

RowPart::RowPart(const Sources& sources, const SourceTable& table, const Claim& claim,
                 const std::string& shown, const KnownChildren& known)
    : columns(table.columns.size()),
      notes(shown),
      table_(table),
      claim_(claim),
      known_(known),
      child_place_(-1) {
  const auto child_column = static_cast<std::size_t>(table.child_column);
  if (table.columns[child_column].wanted) child_place_ = claim.position[child_column];
  const bool through = table.through.column >= 0 && !known.reached.empty();
  if (table.columns[child_column].wanted && child_place_ < 0 && through) {
    child_place_ = claim.position[static_cast<std::size_t>(table.through.column)];
    reached_ = &known.reached[static_cast<std::size_t>(&table - sources.tables.data())];
  }
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (i == child_column || !table.columns[i].wanted || claim.position[i] < 0) continue;
    readers_.emplace_back(table.columns[i], sources.missing, claim.position[i], pools, notes,
                          ColumnSpelling{name_of(i), claim.serial_days});
    read_.push_back(i);
  }
}

// From the length of the first rows. Too much costs nothing: memory that is not touched is not
// taken.
void RowPart::reserve(const RowBlock& first) {
  const std::uint64_t length = first.ends[first.rows * first.columns - 1] + std::uint64_t{1};
  const auto most = static_cast<std::size_t>(bytes_ * first.rows * 5 / 4 / length) + first.rows;
  reserve_large(child, most);
  reserve_large(line, most);
  for (const std::size_t column : read_) reserve_large(columns[column], most);
  if (known_.index.size() == 0) strangers.reserve(most);
}

void RowPart::take(const RowBlock& block) {
  if (child_place_ < 0) {
    rows += block.rows;
    return;
  }
  if (block.rows == 0) return;
  if (line.empty()) reserve(block);
  if (!find_children(block)) return;
  rows += block.rows;
  const std::size_t first = line.size();
  line.resize(first + block.rows);
  if (block.lines != nullptr) {
    std::copy_n(block.lines, block.rows, line.begin() + static_cast<std::ptrdiff_t>(first));
  } else {
    std::iota(line.begin() + static_cast<std::ptrdiff_t>(first), line.end(), block.first_line);
  }
  read_columns(block);
  check_order(block, first);
  check_births(block, first);
  leave_out_outside(first);
}

// Rows whose own values say that they belong to no table of this kind.
void RowPart::leave_out_outside(std::size_t first) {
  std::vector<std::size_t> outside;
  for (std::size_t i = 0; i < readers_.size(); ++i) {
    if (!readers_[i].met_outside()) continue;
    const std::vector<Cell>& column = columns[read_[i]];
    for (std::size_t row = first; row < column.size(); ++row) {
      if (column[row] == k_cell_outside) outside.push_back(row);
    }
  }
  if (outside.empty()) return;
  std::sort(outside.begin(), outside.end());
  const auto squeeze = [&outside, first](auto& values) {
    std::size_t kept = first;
    auto next = outside.begin();
    for (std::size_t row = first; row < values.size(); ++row) {
      while (next != outside.end() && *next < row) ++next;
      if (next == outside.end() || *next != row) values[kept++] = values[row];
    }
    values.resize(kept);
  };
  for (const std::size_t column : read_) squeeze(columns[column]);
  squeeze(child);
  squeeze(line);
}

std::uint32_t RowPart::find_child(std::string_view id, std::uint32_t line_of_row) {
  if (reached_ != nullptr) return reached_->find(id);
  for (std::uint32_t next = last_ + 2; next < last_ + 8; ++next) {  // not every child has rows
    if (known_.index.is(next, id)) return last_ = next;
  }
  const std::uint32_t found = known_.index.find(id);
  if (found != ChildIndex::k_none) return last_ = found;
  const std::size_t before = strangers.size();
  const std::uint32_t stranger = strangers.add(id);
  if (strangers.size() > before) stranger_line.push_back(line_of_row);
  return stranger | k_stranger;
}

bool RowPart::is_usable(std::string_view id, const RowBlock& block, std::size_t row) {
  constexpr auto k_control = [](char c) { return static_cast<unsigned char>(c) < 0x20; };
  const std::uint32_t at = block.line(row);
  const std::string& heading = name_of(static_cast<std::size_t>(table_.child_column));
  if (!id.empty() && id.size() <= k_longest_id && std::none_of(id.begin(), id.end(), k_control)) {
    return reached_ == nullptr || is_reached(id, at);
  }
  bool any_text = !id.empty();
  for (std::size_t k = 0; k < block.columns; ++k) any_text |= !trim(block.cell(row, k)).empty();
  if (!any_text) return false;  // nothing but separators: there is nothing to lose
  notes.add(Note::child_id, at, heading, id == k_unread_cell ? "" : id,
            id.empty() || id == k_unread_cell ? "the row names no child and is not read"
            : id.size() > k_longest_id ? "the id is longer than 64 bytes; the row is not read"
                                       : "the id holds a control character; the row is not read");
  return false;
}

bool RowPart::is_reached(std::string_view key, std::uint32_t line_of_row) {
  const std::uint32_t found = reached_->find(key);
  if (found != ReachedChildren::k_none && found != ReachedChildren::k_several) return true;
  const std::string& heading = table_.columns[static_cast<std::size_t>(table_.through.column)].name;
  notes.add(Note::no_way_to_child, line_of_row, heading, key,
            found == ReachedChildren::k_none
                ? "no row of " + reached_->table + " has this key; the row is not read"
                : "rows of several children in " + reached_->table +
                      " have this key; the row is not read");
  return false;
}

// False: some row of the block names no child; the others were taken by themselves.
bool RowPart::find_children(const RowBlock& block) {
  const auto place = static_cast<std::size_t>(child_place_);
  const std::size_t first = child.size();
  child.resize(first + block.rows);
  ColumnWalk ids(block, place);
  for (std::size_t row = 0; row < block.rows; ++row) {
    const std::string_view raw = ids.next();
    // Rows of one child mostly stand together, and children in the order of the first list.
    if (reached_ != nullptr) {
      const std::uint32_t found = reached_->find(trim(raw));
      if (found < ReachedChildren::k_several) {
        child[first + row] = found;
        continue;
      }
    }
    if (reached_ == nullptr && !known_.index.is(last_, raw) && known_.index.is(last_ + 1, raw))
      ++last_;
    if (reached_ == nullptr && known_.index.is(last_, raw)) {
      child[first + row] = last_;
      continue;
    }
    const std::string_view id = plain_id(trim(raw));
    if (!is_usable(id, block, row)) {
      child.resize(first);
      take_usable(block, row);
      return false;
    }
    child[first + row] = find_child(id, block.line(row));
  }
  return true;
}

// The same block without the rows that name no child, copied so that all of it can be read alike.
void RowPart::take_usable(const RowBlock& block, std::size_t first_bad) {
  const auto place = static_cast<std::size_t>(child_place_);
  std::string text;
  std::vector<std::uint32_t> ends(1, 0xffffffffU);
  std::vector<std::uint32_t> lines;
  for (std::size_t row = 0; row < block.rows; ++row) {
    if (row == first_bad) continue;  // noted already
    if (row > first_bad && !is_usable(plain_id(trim(block.cell(row, place))), block, row)) continue;
    for (std::size_t k = 0; k < block.columns; ++k) {
      text += block.cell(row, k);
      ends.push_back(static_cast<std::uint32_t>(text.size()));
      text += '\n';
    }
    lines.push_back(block.line(row));
  }
  text.append(16, '\0');
  take({text.data(), ends.data() + 1, lines.size(), block.columns, 0, lines.data(), 0});
}

void RowPart::read_columns(const RowBlock& block) {
  for (std::size_t i = 0; i < readers_.size(); ++i) {
    std::vector<Cell>& column = columns[read_[i]];
    const std::size_t first = column.size();
    column.resize(first + block.rows);
    readers_[i].read(block, column.data() + first);
  }
}

const std::string& RowPart::name_of(std::size_t column) const {
  return claim_.names.empty() ? table_.columns[column].name : claim_.names[column];
}

std::string_view RowPart::text_of_cell(const RowBlock& block, std::size_t row,
                                       std::size_t column) const {
  return trim(block.cell(row, static_cast<std::size_t>(claim_.position[column])));
}

void RowPart::check_order(const RowBlock& block, std::size_t first) {
  if (table_.date_column < 0 || table_.end_column < 0) return;
  const auto end_column = static_cast<std::size_t>(table_.end_column);
  const std::vector<Cell>& starts = columns[static_cast<std::size_t>(table_.date_column)];
  std::vector<Cell>& ends = columns[end_column];
  if (starts.empty() || ends.empty()) return;
  for (std::size_t row = 0; row < block.rows; ++row) {
    Cell& end = ends[first + row];
    const Cell start = starts[first + row];
    if (end >= start || !is_plain(end) || !is_plain(start)) continue;
    notes.add(Note::end_before_start, block.line(row), name_of(end_column),
              text_of_cell(block, row, end_column),
              "it lies before " + name_of(static_cast<std::size_t>(table_.date_column)) + " (" +
                  iso(start) + "); the row is kept with this date unknown");
    end = k_cell_unknown;
  }
}

void RowPart::check_births(const RowBlock& block, std::size_t first) {
  const bool own = known_.birth_column >= 0;  // the facts table itself says when they were born
  const std::vector<Cell>* births =
      own ? &columns[static_cast<std::size_t>(known_.birth_column)] : nullptr;
  if (own ? births->empty() : known_.born.empty()) return;
  const auto born_of = [&](std::size_t row) -> Cell {
    if (own) return std::max((*births)[row], k_cell_plain);
    const std::uint32_t which = child[row];
    return which < known_.born.size() ? known_.born[which] : k_cell_plain;
  };
  for (const std::size_t column : read_) {
    if (!is_date(table_.columns[column].kind) || table_.columns[column].before_birth) continue;
    if (own && column == static_cast<std::size_t>(known_.birth_column)) continue;
    Cell* cells = columns[column].data() + first;
    for (std::size_t row = 0; row < block.rows; ++row) {
      const Cell born = born_of(first + row);
      if (cells[row] >= born || !is_plain(cells[row])) continue;
      notes.add(Note::before_birth, block.line(row), name_of(column),
                text_of_cell(block, row, column),
                "it lies before the child's birth (" + iso(born) +
                    "); the row is kept with this date unknown");
      cells[row] = k_cell_unknown;
    }
  }
}

}  // namespace tidemark
