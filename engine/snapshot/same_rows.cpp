#include "snapshot/same_rows.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "snapshot/row_order.hpp"

namespace tidemark {
namespace {

using Rows = std::vector<std::uint32_t>;

class SameRows {
 public:
  SameRows(const SourceTable& source, RecordTable& table, const std::vector<SourceFile>& files,
           SidePools& pools, std::vector<NoteBook>& books)
      : source_(source),
        table_(table),
        files_(files),
        pools_(pools),
        books_(books),
        order_(source, table, pools) {
    for (const int column : source.key) {
      const auto index = static_cast<std::size_t>(column);
      if (!table.columns[index].empty()) key_.push_back(index);
      key_is_dated_ |= column == source.date_column;
    }
    // Rows that are the same are of the same day, and so is their key when it holds the day.
    by_day_ = !source.one_row_a_child && source.date_column >= 0 && (key_.empty() || key_is_dated_);
  }

  void settle() {
    for (std::size_t c = 0; c + 1 < table_.first_row.size(); ++c) {
      const std::uint32_t end = table_.first_row[c + 1];
      for (std::uint32_t begin = table_.first_row[c]; begin + 1 < end;) {
        std::uint32_t stop = by_day_ ? begin + 1 : end;
        if (by_day_) {
          const Day day = order_.first_day(begin);
          while (stop < end && order_.first_day(stop) == day) ++stop;
        }
        if (stop - begin > 1) settle_run(begin, stop);
        begin = stop;
      }
    }
    if (!marked_.empty()) drop_rows(table_, marked_);
    note_rows_that_came_again();
  }

 private:
  // Rows of one child among which some may be the same.
  void settle_run(std::uint32_t begin, std::uint32_t end) {
    const std::vector<std::size_t>& by =
        source_.one_row_a_child ? no_columns_ : (key_.empty() ? order_.columns() : key_);
    Rows rows(end - begin);
    std::iota(rows.begin(), rows.end(), begin);
    std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
      return order_.compare_in(by, a, b) < 0;
    });
    for (std::size_t i = 0; i < rows.size();) {
      std::size_t j = i + 1;
      while (j < rows.size() && order_.compare_in(by, rows[i], rows[j]) == 0) ++j;
      if (j - i > 1) settle_group(Rows(rows.begin() + at(i), rows.begin() + at(j)));
      i = j;
    }
  }
  static std::ptrdiff_t at(std::size_t i) { return static_cast<std::ptrdiff_t>(i); }

  // Rows of one child with one key, in the order of their content. A blank in the key names
  // nothing: then only the same content is the same row.
  void settle_group(const Rows& rows) {
    const bool named = source_.one_row_a_child || (!key_.empty() && key_is_known(rows[0]));
    Rows kept = one_of_each(rows);
    const auto by_age = [this](std::uint32_t a, std::uint32_t b) {
      return std::make_tuple(-year(a), table_.file[a], table_.line[a]) <
             std::make_tuple(-year(b), table_.file[b], table_.line[b]);
    };
    std::sort(kept.begin(), kept.end(), by_age);
    if (!named) return;
    while (year(kept.back()) < year(kept.front())) {
      came_again(kept.back(), kept.front());
      kept.pop_back();
    }
    if (kept.size() > 1) settle_conflict(kept);
  }

  // Rows that say the same stand side by side: of each such run the latest year's first row stays.
  Rows one_of_each(const Rows& rows) {
    Rows kept;
    for (const std::uint32_t row : rows) {
      if (kept.empty() || !order_.says_the_same(row, kept.back())) {
        kept.push_back(row);
      } else if (year(row) > year(kept.back())) {
        came_again(kept.back(), row);
        kept.back() = row;
      } else if (year(row) < year(kept.back())) {
        came_again(row, kept.back());
      } else {
        note_duplicate(row, kept.back());
      }
    }
    return kept;
  }

  [[nodiscard]] bool key_is_known(std::uint32_t row) const {
    return std::all_of(key_.begin(), key_.end(),
                       [&](std::size_t column) { return is_plain(table_.columns[column][row]); });
  }
  [[nodiscard]] int year(std::uint32_t row) const {
    return files_[table_.file[row]].collection_year;
  }
  [[nodiscard]] std::string place_of(std::uint32_t row, std::uint32_t seen_from) const {
    const std::string line = "line " + std::to_string(table_.line[row]);
    const bool same_file = table_.file[row] == table_.file[seen_from];
    return same_file ? line : line + " of " + files_[table_.file[row]].path;
  }
  void drop(std::uint32_t row) {
    if (marked_.empty()) marked_.assign(table_.rows(), false);
    marked_[row] = true;
  }
  void came_again(std::uint32_t row, std::uint32_t later) {
    ++came_again_[{table_.file[later], table_.file[row]}];
    drop(row);
  }
  void note_duplicate(std::uint32_t row, std::uint32_t kept) {
    books_[table_.file[row]].add(Note::duplicate_row, table_.line[row], "", "",
                                 "it says the same as " + place_of(kept, row) +
                                     " in every column that is read; one of them is kept");
    drop(row);
  }

  void settle_conflict(const Rows& rows) {
    const std::vector<Cell> said = one_row_of(rows);
    for (std::size_t i = 1; i < rows.size(); ++i) {
      std::string names;
      for (const std::size_t column : order_.columns()) {
        const std::vector<Cell>& cells = table_.columns[column];
        if (order_.compare_cells(column, cells[rows[0]], cells[rows[i]]) == 0) continue;
        names += (names.empty() ? "" : ", ") + source_.columns[column].name;
      }
      books_[table_.file[rows[i]]].add(
          Note::conflicting_rows, table_.line[rows[i]], names, "",
          "it says otherwise than " + place_of(rows[0], rows[i]) +
              (source_.one_row_a_child
                   ? "; one row is kept that may be either, and rules decide where both agree"
                   : " for the same key; both rows are kept"));
    }
    if (!source_.one_row_a_child) return;
    for (std::size_t i = 0; i < order_.columns().size(); ++i) {
      table_.columns[order_.columns()[i]][rows[0]] = said[i];
    }
    std::for_each(rows.begin() + 1, rows.end(), [this](std::uint32_t row) { drop(row); });
  }

  // What the rows say together, by column of order_.columns().
  std::vector<Cell> one_row_of(const Rows& rows) {
    std::vector<Cell> said;
    if (!source_.one_row_a_child) return said;
    for (const std::size_t column : order_.columns()) {
      const bool date = is_date(source_.columns[column].kind);
      said.push_back(date ? one_date_of(rows, column) : one_value_of(rows, column));
    }
    return said;
  }

  // Any of the days that the rows give; a row that does not say does not contradict.
  Cell one_date_of(const Rows& rows, std::size_t column) {
    Cell cell = k_cell_unknown;
    for (const std::uint32_t row : rows) {
      const Cell other = table_.columns[column][row];
      if (other == k_cell_unknown || order_.compare_cells(column, cell, other) == 0) continue;
      if (cell == k_cell_unknown) {
        cell = other;
      } else {
        pools_.dates.push_back(hull(date_in(cell, pools_), date_in(other, pools_)));
        cell = k_cell_side + static_cast<Cell>(pools_.dates.size() - 1);
      }
    }
    return cell;
  }

  Cell one_value_of(const Rows& rows, std::size_t column) {
    std::set<Cell> values;
    for (const std::uint32_t row : rows) {
      const Cell cell = table_.columns[column][row];
      if (is_plain(cell)) values.insert(cell);
    }
    if (values.empty()) return k_cell_unknown;
    if (values.size() == 1) return *values.begin();
    const FieldKind kind = source_.columns[column].kind;
    const bool either = kind == FieldKind::code || kind == FieldKind::text || kind == FieldKind::id;
    if (!either || values.size() > 2) return k_cell_unknown;
    std::pair<Cell, Cell> pair{*values.begin(), *values.rbegin()};
    if (order_.compare_cells(column, pair.first, pair.second) > 0) {
      std::swap(pair.first, pair.second);
    }
    pools_.either.push_back(pair);
    return k_cell_side + static_cast<Cell>(pools_.either.size() - 1);
  }

  void note_rows_that_came_again() {
    for (const auto& [pair, count] : came_again_) {
      const auto& [later, earlier] = pair;
      books_[later].add(Note::later_rows, 0, "", "",
                        std::to_string(count) + " rows of " + files_[earlier].path +
                            " come again here; what this later file says stands");
    }
  }

  const SourceTable& source_;
  RecordTable& table_;
  const std::vector<SourceFile>& files_;
  SidePools& pools_;
  std::vector<NoteBook>& books_;
  RowOrder order_;
  std::vector<std::size_t> key_;
  std::vector<std::size_t> no_columns_;
  bool key_is_dated_ = false;
  bool by_day_ = false;
  std::vector<bool> marked_;
  std::map<std::pair<std::uint16_t, std::uint16_t>, std::uint64_t> came_again_;
};

}  // namespace

void settle_same_rows(const SourceTable& source, RecordTable& table,
                      const std::vector<SourceFile>& files, SidePools& pools,
                      std::vector<NoteBook>& books) {
  SameRows(source, table, files, pools, books).settle();
}

}  // namespace tidemark
