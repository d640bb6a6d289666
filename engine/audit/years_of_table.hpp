// YearsOfTable: the rows of one source table of a snapshot by the collection year of their file (0
// where it has none), without the lists that Tidemark keeps itself. Points into the snapshot and
// the sources, which must outlive it; read only.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "snapshot/snapshot.hpp"

namespace tidemark {

class YearsOfTable {
 public:
  // `table` is `source` of the sources that the snapshot was read for.
  YearsOfTable(const Snapshot& snapshot, int table, const SourceTable& source);

  [[nodiscard]] const RecordTable& records() const { return records_; }
  // By year: the rows that its files have.
  [[nodiscard]] const std::map<int, std::uint64_t>& rows() const { return rows_; }
  [[nodiscard]] bool has(int year) const { return rows_.contains(year); }
  [[nodiscard]] std::optional<int> year(std::uint32_t row) const {
    return year_of_file_[records_.file[row]];
  }
  // The child's rows in files of this year and later ones (a later year repeats what is open) that
  // do not begin before `from`; k_earliest: all.
  [[nodiscard]] std::uint64_t of_child(std::string_view child, int from_year, Day from) const;
  [[nodiscard]] std::uint64_t filled(int column, int from_year) const;
  [[nodiscard]] std::uint64_t filled_in(int column, int year) const;
  [[nodiscard]] std::optional<std::pair<Day, Day>> days(int year) const;  // the first, the last
  // Rows of the year in the order of their files, the last line first.
  [[nodiscard]] std::vector<std::uint32_t> from_the_end(int year) const;
  // A column of several codes says none of them where it is blank.
  [[nodiscard]] bool is_filled(int column, std::uint32_t row) const;
  [[nodiscard]] std::string path(int year) const;
  [[nodiscard]] std::uint64_t bytes(int year) const;

 private:
  [[nodiscard]] bool lies_before(std::uint32_t row, Day day) const;

  const Snapshot& snapshot_;
  const RecordTable& records_;
  std::vector<std::optional<int>> year_of_file_;
  std::map<int, std::uint64_t> rows_;
  const SourceTable& source_;
};

}  // namespace tidemark
