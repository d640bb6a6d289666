#include "snapshot/row_checks.hpp"

#include <algorithm>

#include "snapshot/joining.hpp"

namespace tidemark {
namespace {

class RowChecks {
 public:
  RowChecks(const SourceTable& source, const RecordTable& table, std::vector<NoteBook>& books)
      : source_(source),
        table_(table),
        books_(books),
        starts_(column(source.date_column)),
        ends_(column(source.end_column)) {}

  void of_child(std::uint32_t begin, std::uint32_t end, Cell born, Day last_day) {
    std::uint32_t reaches = begin;  // the row so far that ends last
    for (std::uint32_t row = begin; row < end; ++row) {
      check_open(row, born, last_day);
      if (row == begin || !is_plain(starts_[row])) continue;
      check_against(reaches, row);
      if (last_of(row) > last_of(reaches)) reaches = row;
    }
  }

 private:
  [[nodiscard]] const std::vector<Cell>& column(int index) const {
    return table_.columns[static_cast<std::size_t>(index)];
  }
  [[nodiscard]] const std::string& name(int index) const {
    return source_.columns[static_cast<std::size_t>(index)].name;
  }
  // The day a row ends; an open one never does, and of one that cannot be read nothing is said.
  [[nodiscard]] Day last_of(std::uint32_t row) const {
    if (ends_[row] == k_cell_absent) return k_latest;
    return is_plain(ends_[row]) ? ends_[row] : k_earliest;
  }
  [[nodiscard]] std::string place(std::uint32_t row, std::uint32_t seen_from) const {
    const std::string line = "line " + std::to_string(table_.line[row]);
    return table_.file[row] == table_.file[seen_from] ? line : "another file's " + line;
  }
  void note(Note kind, std::uint32_t row, int col, const std::string& text,
            const std::string& done) {
    books_[table_.file[row]].add(kind, table_.line[row], name(col), text, done);
  }

  void check_against(std::uint32_t before, std::uint32_t row) {
    const Day ended = last_of(before);
    const Day starts = starts_[row];
    if (ended == k_earliest) return;
    if (starts < ended) {
      note(Note::overlapping_rows, row, source_.date_column, iso(starts),
           "the row on " + place(before, row) +
               " has not ended by then; both are kept, and of rows "
               "in force the latest to start is the current one");
    } else if (starts - ended > 1 && !holds(table_, source_.fresh_start, row)) {
      note(Note::gap_between_rows, row, source_.date_column, iso(starts),
           "the row on " + place(before, row) + " ended on " + iso(ended) +
               " and this one is no new start; runs start again here");
    }
  }

  void check_open(std::uint32_t row, Cell born, Day last_day) {
    if (ends_[row] != k_cell_absent) return;
    if (source_.blank_while_open >= 0 && !column(source_.blank_while_open).empty() &&
        is_plain(column(source_.blank_while_open)[row])) {
      const auto code = static_cast<std::size_t>(column(source_.blank_while_open)[row]);
      const auto& codes = source_.columns[static_cast<std::size_t>(source_.blank_while_open)].codes;
      note(Note::filled_while_open, row, source_.blank_while_open,
           code < codes.size() ? codes[code].value : "",
           "the row has no end, so it counts as open and this does not count");
    }
    if (source_.closes_at_age == 0 || !is_plain(born) || last_day == k_earliest) return;
    const Day comes_of_age = birthday(born, source_.closes_at_age);
    if (comes_of_age > last_day) return;
    note(Note::open_past_age, row, source_.end_column, "",
         "the row is open, but the child turned " + std::to_string(source_.closes_at_age) + " on " +
             iso(comes_of_age) + "; from then on no rule about children applies");
  }

  const SourceTable& source_;
  const RecordTable& table_;
  std::vector<NoteBook>& books_;
  const std::vector<Cell>& starts_;
  const std::vector<Cell>& ends_;
};

}  // namespace

void check_rows(const SourceTable& source, const RecordTable& table,
                const std::vector<Cell>& births, Day last_day, std::vector<NoteBook>& books) {
  const bool asked =
      source.fresh_start.column >= 0 || source.blank_while_open >= 0 || source.closes_at_age > 0;
  if (!asked || table.rows() == 0) return;
  for (const int needed : {source.date_column, source.end_column}) {
    if (table.columns[static_cast<std::size_t>(needed)].empty()) return;
  }
  RowChecks checks(source, table, books);
  for (std::size_t child = 0; child + 1 < table.first_row.size(); ++child) {
    const Cell born = child < births.size() ? births[child] : k_cell_unknown;
    // A birth that is not known is held as the first plain cell, which is no day of a record.
    checks.of_child(table.first_row[child], table.first_row[child + 1],
                    born == k_cell_plain ? k_cell_unknown : born, last_day);
  }
}

}  // namespace tidemark
