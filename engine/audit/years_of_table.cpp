#include "audit/years_of_table.hpp"

#include <algorithm>

#include "audit/own_lists.hpp"

namespace tidemark {

bool YearsOfTable::is_filled(int column, std::uint32_t row) const {
  const auto at = static_cast<std::size_t>(column);
  const Cell cell = records_.columns[at][row];
  if (source_.columns[at].kind == FieldKind::code_set && cell == 0) return false;
  return cell != k_cell_unknown && cell != k_cell_absent;
}

YearsOfTable::YearsOfTable(const Snapshot& snapshot, int table, const SourceTable& source)
    : snapshot_(snapshot),
      records_(snapshot.tables[static_cast<std::size_t>(table)]),
      source_(source) {
  for (const SourceFile& file : snapshot.files) {
    const bool counts = file.table == table && !speaks_of_own_lists(file.path);
    year_of_file_.push_back(counts ? std::optional(file.collection_year) : std::nullopt);
    if (counts) rows_[file.collection_year] += file.rows;
  }
}

bool YearsOfTable::lies_before(std::uint32_t row, Day day) const {
  if (day == k_earliest || source_.date_column < 0) return false;
  const auto& cells = records_.columns[static_cast<std::size_t>(source_.date_column)];
  return !cells.empty() && is_plain(cells[row]) && cells[row] < day;
}

std::uint64_t YearsOfTable::of_child(std::string_view child, int from_year, Day from) const {
  const std::uint32_t index = snapshot_.children.find(child);
  if (index == ChildIndex::k_none || records_.first_row.size() <= index + 1) return 0;
  std::uint64_t count = 0;
  for (std::uint32_t row = records_.first_row[index]; row < records_.first_row[index + 1]; ++row) {
    const auto in = year(row);
    count += in && *in >= from_year && !lies_before(row, from) ? 1 : 0;
  }
  return count;
}

std::uint64_t YearsOfTable::filled(int column, int from_year) const {
  const auto& cells = records_.columns[static_cast<std::size_t>(column)];
  std::uint64_t count = 0;
  for (std::uint32_t row = 0; row < cells.size(); ++row) {
    const auto in = year(row);
    count += in && *in >= from_year && is_filled(column, row) ? 1 : 0;
  }
  return count;
}

std::uint64_t YearsOfTable::filled_in(int column, int of_year) const {
  return filled(column, of_year) - filled(column, of_year + 1);
}

std::optional<std::pair<Day, Day>> YearsOfTable::days(int of_year) const {
  std::optional<std::pair<Day, Day>> days;
  if (source_.date_column < 0) return days;
  const auto& cells = records_.columns[static_cast<std::size_t>(source_.date_column)];
  for (std::uint32_t row = 0; row < cells.size(); ++row) {
    if (year(row) != of_year || !is_plain(cells[row])) continue;
    if (!days) days.emplace(cells[row], cells[row]);
    days->first = std::min(days->first, cells[row]);
    days->second = std::max(days->second, cells[row]);
  }
  return days;
}

std::vector<std::uint32_t> YearsOfTable::from_the_end(int of_year) const {
  std::vector<std::uint32_t> rows;
  for (std::uint32_t row = 0; row < records_.rows(); ++row) {
    if (year(row) == of_year) rows.push_back(row);
  }
  std::sort(rows.begin(), rows.end(), [this](std::uint32_t a, std::uint32_t b) {
    return std::make_pair(records_.file[a], records_.line[a]) >
           std::make_pair(records_.file[b], records_.line[b]);
  });
  return rows;
}

std::string YearsOfTable::path(int of_year) const {
  std::string path;
  for (std::size_t f = 0; f < year_of_file_.size(); ++f) {
    if (year_of_file_[f] == of_year) {
      path += (path.empty() ? "" : " and ") + snapshot_.files[f].path;
    }
  }
  return path;
}

std::uint64_t YearsOfTable::bytes(int of_year) const {
  std::uint64_t bytes = 0;
  for (std::size_t f = 0; f < year_of_file_.size(); ++f) {
    bytes += year_of_file_[f] == of_year ? snapshot_.files[f].bytes : 0;
  }
  return bytes;
}

}  // namespace tidemark
