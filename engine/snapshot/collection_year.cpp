#include "snapshot/collection_year.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "snapshot/general_rows.hpp"
#include "snapshot/heading.hpp"

namespace tidemark {
namespace {

constexpr int k_first_collection = 2000;
constexpr int k_last_collection = 2099;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

// Every run of digits in the text; "2017-18" is one run of four and one of two.
int year_in_name(std::string_view name) {
  int year = 0;
  for (std::size_t at = 0; at < name.size();) {
    std::size_t end = at;
    while (end < name.size() && is_digit(name[end])) ++end;
    if (end - at == 4) {
      const int found = number(name.substr(at, 4));
      const bool in_range = found >= k_first_collection && found <= k_last_collection;
      if (in_range) year = std::max(year, found);
      const std::string_view after = name.substr(end);
      const bool two_more = after.size() >= 3 && is_digit(after[1]) && is_digit(after[2]) &&
                            !is_digit(after[0]) && (after.size() == 3 || !is_digit(after[3]));
      if (in_range && two_more && number(after.substr(1, 2)) == (found + 1) % 100) {
        year = std::max(year, found + 1);
      }
    }
    at = end == at ? at + 1 : end;
  }
  return year;
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "" : path.substr(0, slash);
}

using DaysByYear = std::map<int, std::uint64_t>;

int most_common(const DaysByYear& days) {
  int year = 0;
  std::uint64_t most = 0;
  for (const auto& [candidate, count] : days) {
    if (count < most) continue;
    most = count;
    year = candidate;
  }
  return year;
}

// Days of the files that do not say their year, by folder.
std::map<std::string, DaysByYear> count_days(const Snapshot& snapshot, const Sources& sources) {
  std::vector<DaysByYear> by_file(snapshot.files.size());
  for (std::size_t t = 0; t < sources.tables.size(); ++t) {
    const SourceTable& source = sources.tables[t];
    const RecordTable& table = snapshot.tables[t];
    if (!source.covers_collection_year || source.date_column < 0) continue;
    const std::vector<Cell>& days = table.columns[static_cast<std::size_t>(source.date_column)];
    for (std::size_t row = 0; row < days.size(); ++row) {
      if (snapshot.files[table.file[row]].collection_year != 0 || !is_plain(days[row])) continue;
      ++by_file[table.file[row]][collection_year_of(days[row])];
    }
  }
  std::map<std::string, DaysByYear> by_folder;
  for (std::size_t f = 0; f < by_file.size(); ++f) {
    DaysByYear& folder = by_folder[folder_of(snapshot.files[f].path)];
    for (const auto& [year, count] : by_file[f]) folder[year] += count;
  }
  return by_folder;
}

}  // namespace

Day first_day_of_collection(int year) {
  return day_of(year - 1, 4, 1);
}
Day last_day_of_collection(int year) {
  return day_of(year, 3, 31);
}

int collection_year_of(Day day) {
  // 31 March 1970 is day 89; 400 years are 146,097 days. The estimate is right or one too small.
  int year = 1970 + (day - 90) * 400 / 146097;
  while (day > last_day_of_collection(year)) ++year;
  while (day < first_day_of_collection(year)) --year;
  return year;
}

int year_in_path(const std::string& path) {
  const std::vector<std::string_view> parts = split(path, '/');
  for (std::size_t i = parts.size(); i > 0; --i) {
    const int year = year_in_name(parts[i - 1]);
    if (year != 0) return year;
  }
  return 0;
}

int year_in_rows(std::string_view text, const RowLayout& layout) {
  const auto at = std::find_if(layout.headings.begin(), layout.headings.end(),
                               [](const auto& name) { return plain_heading(name) == "year"; });
  if (at == layout.headings.end()) return 0;
  const auto column = static_cast<std::size_t>(at - layout.headings.begin());
  NoteBook unused("");
  GeneralRows rows(text, layout, 1, false, unused);
  RowBlock block;
  int year = 0;
  if (!rows.next(block)) return 0;
  for (std::size_t row = 0; row < block.rows; ++row) {
    year = std::max(year, year_in_name(trim(block.cell(row, column))));
  }
  return year;
}

void infer_years(Snapshot& snapshot, const Sources& sources) {
  const auto is_silent = [&](const SourceFile& file) {
    return file.table >= 0 && file.collection_year == 0 &&
           sources.tables[static_cast<std::size_t>(file.table)].covers_collection_year;
  };
  if (std::none_of(snapshot.files.begin(), snapshot.files.end(), is_silent)) return;
  std::map<std::string, int> years;
  for (const auto& [folder, days] : count_days(snapshot, sources)) {
    years[folder] = most_common(days);
  }
  for (SourceFile& file : snapshot.files) {
    if (is_silent(file)) file.collection_year = years[folder_of(file.path)];
  }
}

void set_cover(Snapshot& snapshot, const Sources& sources) {
  for (std::size_t t = 0; t < sources.tables.size(); ++t) {
    if (!sources.tables[t].covers_collection_year) continue;
    std::set<int> years;
    for (const SourceFile& file : snapshot.files) {
      if (file.table == static_cast<int>(t) && file.collection_year != 0) {
        years.insert(file.collection_year);
      }
    }
    if (years.empty()) continue;
    const int last = *years.rbegin();
    int first = last;
    while (years.contains(first - 1)) --first;
    RecordTable& table = snapshot.tables[t];
    table.covers_from = first_day_of_collection(first);
    table.covers_to = last_day_of_collection(last);
    snapshot.last_day = std::max(snapshot.last_day, table.covers_to);
  }
}

}  // namespace tidemark
