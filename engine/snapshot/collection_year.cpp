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

// Counts by collection year, from 1900.
using DaysByYear = std::vector<std::uint64_t>;
constexpr int k_years = k_last_year - k_first_year + 2;

int most_common(const DaysByYear& days) {
  const auto most = std::max_element(days.rbegin(), days.rend());  // of equals the later
  if (most == days.rend() || *most == 0) return 0;
  return k_first_year + static_cast<int>(days.rend() - most) - 1;
}

// Days of the files that do not say their year, by folder.
std::map<std::string, DaysByYear> count_days(const Snapshot& snapshot, const Sources& sources) {
  std::vector<DaysByYear> by_file(snapshot.files.size(), DaysByYear(k_years));
  std::vector<bool> silent;
  for (const SourceFile& file : snapshot.files) silent.push_back(file.collection_year == 0);
  for (std::size_t t = 0; t < sources.tables.size(); ++t) {
    const SourceTable& source = sources.tables[t];
    const RecordTable& table = snapshot.tables[t];
    if (!source.covers_collection_year || source.date_column < 0) continue;
    const std::vector<Cell>& days = table.columns[static_cast<std::size_t>(source.date_column)];
    for (std::size_t row = 0; row < days.size(); ++row) {
      if (!silent[table.file[row]] || !is_plain(days[row])) continue;
      ++by_file[table.file[row]]
               [static_cast<std::size_t>(collection_year_of(days[row]) - k_first_year)];
    }
  }
  std::map<std::string, DaysByYear> by_folder;
  for (std::size_t f = 0; f < by_file.size(); ++f) {
    DaysByYear& folder = by_folder[folder_of(snapshot.files[f].path)];
    folder.resize(k_years);
    for (std::size_t year = 0; year < k_years; ++year) folder[year] += by_file[f][year];
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
  static const std::vector<Day> last_days = [] {
    std::vector<Day> days;
    for (int year = k_first_year; year <= k_last_year; ++year) {
      days.push_back(last_day_of_collection(year));
    }
    return days;
  }();
  // 31 March 1970 is day 89, and 400 years are 146,097 days: at most three too small.
  const int estimate = 1969 + (day - 90) * 400 / 146097 - (day < 90 ? 1 : 0);
  auto at =
      static_cast<std::size_t>(std::clamp(estimate, k_first_year, k_last_year) - k_first_year);
  while (at < last_days.size() && day > last_days[at]) ++at;
  return k_first_year + static_cast<int>(at);
}

int year_in_path(const std::string& path) {
  const std::vector<std::string_view> parts = split(path, '/');
  for (std::size_t i = parts.size(); i > 0; --i) {
    const int year = year_in_name(parts[i - 1]);
    if (year != 0) return year;
  }
  return 0;
}

bool has_year_column(const std::vector<std::string>& headings) {
  return std::any_of(headings.begin(), headings.end(),
                     [](const auto& name) { return plain_heading(name) == "year"; });
}

int year_in_block(const RowBlock& block, const std::vector<std::string>& headings) {
  const auto at = std::find_if(headings.begin(), headings.end(),
                               [](const auto& name) { return plain_heading(name) == "year"; });
  if (at == headings.end()) return 0;
  const auto column = static_cast<std::size_t>(at - headings.begin());
  int year = 0;
  for (std::size_t row = 0; row < block.rows; ++row) {
    year = std::max(year, year_in_name(trim(block.cell(row, column))));
  }
  return year;
}

int year_in_rows(std::string_view text, const RowLayout& layout) {
  if (!has_year_column(layout.headings)) return 0;
  NoteBook unused("");
  GeneralRows rows(text, layout, 1, false, unused);
  RowBlock block;
  return rows.next(block) ? year_in_block(block, layout.headings) : 0;
}

bool comes_by_year(const Sources& sources, int table) {
  const std::string& dataset = sources.tables[static_cast<std::size_t>(table)].dataset;
  return std::any_of(sources.tables.begin(), sources.tables.end(), [&](const SourceTable& other) {
    return other.covers_collection_year && other.dataset == dataset;
  });
}

void infer_years(Snapshot& snapshot, const Sources& sources) {
  const auto is_silent = [&](const SourceFile& file) {
    return file.table >= 0 && file.collection_year == 0 && comes_by_year(sources, file.table);
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
