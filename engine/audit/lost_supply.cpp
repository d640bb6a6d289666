#include "audit/lost_supply.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "audit/years_of_table.hpp"

namespace tidemark {

namespace {

constexpr std::uint64_t k_few = 3;          // fewer than these may be so many corrections
constexpr std::uint64_t k_few_cells = 5;    // of a column: fewer may be so many decisions,
constexpr std::uint64_t k_part_filled = 3;  // save where they were a third of its rows, and two
constexpr std::uint64_t k_part = 5;         // a fifth of the rows is a good part of them
constexpr Day k_between_exports = 31;       // by so much a window may move more than time did
constexpr Day k_shortest_window = 180;      // days from its first row to its last
constexpr std::size_t k_named = 6;          // in one warning

std::string rows_in_words(std::uint64_t count) {
  return std::to_string(count) + (count == 1 ? " row" : " rows");
}

// One table in both snapshots.
class Comparing {
 public:
  // `table` of the earlier sources is `table_now` of the later ones.
  Comparing(const Supplied& before, const Supplied& now, int table, int table_now);

  std::vector<LostSupply> all();
  // How many rows of the year a child has lost, other than to a window that moved on.
  [[nodiscard]] std::uint64_t rows_gone(std::string_view child, int year, Day from) const;
  [[nodiscard]] const YearsOfTable& before() const { return then_; }

 private:
  [[nodiscard]] LostSupply lost(LostSupply::Kind kind, int year) const;
  [[nodiscard]] bool is_unchanged(int year) const;
  [[nodiscard]] bool is_moved(int year) const;  // to a year that was not there
  [[nodiscard]] Day window_from(int year) const;
  void lost_list(int year, std::vector<LostSupply>& all) const;
  void lost_rows(int year, std::vector<LostSupply>& all);
  void lost_columns(int year, std::vector<LostSupply>& all) const;
  [[nodiscard]] bool ends_earlier(int year, std::map<std::uint32_t, std::uint64_t> gone) const;
  [[nodiscard]] std::string why_gone(int year) const;

  const Supplied& before_;
  const Supplied& now_;
  int table_, table_now_;
  const SourceTable& source_;
  const SourceTable& source_now_;
  YearsOfTable then_;
  YearsOfTable is_;
};

int table_named(const Sources& sources, const SourceTable& table) {
  const auto found =
      std::find_if(sources.tables.begin(), sources.tables.end(), [&](const SourceTable& one) {
        return one.name == table.name && one.dataset == table.dataset;
      });
  return found == sources.tables.end() ? -1 : static_cast<int>(found - sources.tables.begin());
}

Comparing::Comparing(const Supplied& before, const Supplied& now, int table, int table_now)
    : before_(before),
      now_(now),
      table_(table),
      table_now_(table_now),
      source_(before.sources->tables[static_cast<std::size_t>(table)]),
      source_now_(now.sources->tables[static_cast<std::size_t>(table_now)]),
      then_(*before.snapshot, table, source_),
      is_(*now.snapshot, table_now, source_now_) {}

LostSupply Comparing::lost(LostSupply::Kind kind, int year) const {
  LostSupply lost;
  lost.kind = kind;
  lost.table = table_;
  lost.table_now = table_now_;
  lost.year = year;
  return lost;
}

// An earlier year's rows may count otherwise where a later one updates them no more.
bool Comparing::is_unchanged(int year) const {
  return year != then_.rows().rbegin()->first && then_.path(year) == is_.path(year) &&
         then_.bytes(year) == is_.bytes(year) && then_.rows().at(year) == is_.rows().at(year);
}

// What was inferred to be of one year may be put into a folder that names another.
bool Comparing::is_moved(int year) const {
  if (is_.has(year)) return false;
  return std::any_of(is_.rows().begin(), is_.rows().end(),
                     [&](const auto& one) { return !then_.has(one.first); });
}

// "The last twelve months": what such a list has lost at its beginning was not cut off.
Day Comparing::window_from(int year) const {
  const auto then = then_.days(year);
  const auto now = is_.days(year);
  if (!then || !now || now->first <= then->first) return k_earliest;
  if (then->second - then->first < k_shortest_window) return k_earliest;
  const Day passed = std::max(0, now_.as_at - before_.as_at);
  return std::min(now->first, then->first + passed + k_between_exports);
}

std::uint64_t Comparing::rows_gone(std::string_view child, int year, Day from) const {
  const int from_year = is_moved(year) ? -1 : year;
  const auto gone_from = [&](int first) {
    const std::uint64_t had = then_.of_child(child, first, from);
    const std::uint64_t has = is_.of_child(child, std::min(first, from_year), from);
    return had > has ? had - has : 0;
  };
  // What is gone from a later year is no loss of this one.
  std::uint64_t later = 0;
  for (const auto& [other, rows] : then_.rows()) {
    if (other > year) later = std::max(later, gone_from(other));
  }
  const std::uint64_t all = gone_from(year);
  return all > later ? all - later : 0;
}

std::string Comparing::why_gone(int year) const {
  const std::string path = then_.path(year);
  for (const SourceFile& file : now_.snapshot->files) {
    if (file.path == path && file.table < 0) {
      return path + " is no list of " + source_.name +
             " any more: were its headings changed, or is it empty?";
    }
  }
  return path + " (" + source_.name + ", " + rows_in_words(then_.rows().at(year)) +
         ") is not among the files";
}

void Comparing::lost_list(int year, std::vector<LostSupply>& all) const {
  LostSupply one = lost(LostSupply::Kind::list, year);
  one.words = why_gone(year);
  all.push_back(std::move(one));
}

// Rows are taken from the end of the file as long as they are of children who have lost some.
bool Comparing::ends_earlier(int year, std::map<std::uint32_t, std::uint64_t> gone) const {
  const RecordTable& records = then_.records();
  std::uint64_t rows = 0, children = 0;
  std::uint32_t last = ChildIndex::k_none;
  for (const std::uint32_t row : then_.from_the_end(year)) {
    const auto after = std::upper_bound(records.first_row.begin(), records.first_row.end(), row);
    const auto child = static_cast<std::uint32_t>(after - records.first_row.begin() - 1);
    const auto found = gone.find(child);
    if (found == gone.end() || found->second == 0) break;
    --found->second;
    ++rows;
    children += child != last ? 1 : 0;
    last = child;
  }
  return rows >= k_few && children > 1;
}

void Comparing::lost_rows(int year, std::vector<LostSupply>& all) {
  std::map<std::uint32_t, std::uint64_t> gone;  // by child of the earlier snapshot
  std::uint64_t sum = 0;
  const Day from = year == 0 ? window_from(year) : k_earliest;
  const ChildIndex& children = before_.snapshot->children;
  for (std::uint32_t child = 0; child < children.size(); ++child) {
    const std::string_view id = children.id(child);
    // A child who left takes all rows along.
    if (now_.snapshot->children.find(id) == ChildIndex::k_none) continue;
    const std::uint64_t rows = rows_gone(id, year, from);
    if (rows == 0) continue;
    gone[child] = rows;
    sum += rows;
  }
  const std::uint64_t had = then_.rows().at(year);
  if (sum < k_few || (sum * k_part < had && !ends_earlier(year, gone))) return;
  LostSupply one = lost(LostSupply::Kind::rows, year);
  one.from = from;
  const std::uint64_t has = is_.has(year) ? is_.rows().at(year) : 0;
  one.words = is_.has(year) ? is_.path(year) : then_.path(year);
  one.words += " has " + rows_in_words(has) + " and had " + std::to_string(had) + ", of which " +
               std::to_string(sum) + " are gone: was the export cut off?";
  all.push_back(std::move(one));
}

void Comparing::lost_columns(int year, std::vector<LostSupply>& all) const {
  for (std::size_t c = 0; c < source_.columns.size(); ++c) {
    const int column = static_cast<int>(c), other = source_now_.column(source_.columns[c].name);
    if (other < 0 || !source_now_.columns[static_cast<std::size_t>(other)].wanted) continue;
    if (then_.records().columns[c].empty()) continue;
    const std::uint64_t had = then_.filled_in(column, year);
    const bool came = is_.records().column_supplied[static_cast<std::size_t>(other)];
    const bool held = !is_.records().columns[static_cast<std::size_t>(other)].empty();
    if (had == 0 || (held && is_.filled_in(other, year) > 0)) continue;
    const bool was_few = had < 2 || had * k_part_filled < then_.rows().at(year);
    if (came && had < k_few_cells && was_few) continue;
    if (held && is_.filled(other, year) >= then_.filled(column, year)) continue;
    LostSupply one = lost(LostSupply::Kind::column, year);
    one.column = column;
    one.column_now = other;
    one.words = is_.path(year) + (came ? " has nothing in the column " : " has no column ") +
                source_.columns[c].name + ", which was filled on " + rows_in_words(had);
    all.push_back(std::move(one));
  }
}

std::vector<LostSupply> Comparing::all() {
  std::vector<LostSupply> all;
  std::vector<int> years;
  for (const auto& [year, rows] : then_.rows()) {
    if (rows > 0) years.push_back(year);
  }
  std::reverse(years.begin(), years.end());
  for (const int year : years) {
    const bool came = is_.has(year);
    if (came && is_unchanged(year)) continue;
    if (!came && !is_moved(year)) {
      lost_list(year, all);
    } else {
      lost_rows(year, all);
      if (came && is_.rows().at(year) > 0) lost_columns(year, all);
    }
  }
  return all;
}

int first_year(const Snapshot& snapshot) {
  int first = 0;
  for (const SourceFile& file : snapshot.files) {
    if (file.table < 0 || file.collection_year == 0) continue;
    first = first == 0 ? file.collection_year : std::min(first, file.collection_year);
  }
  return first;
}

}  // namespace

std::vector<LostSupply> lost_since(const Supplied& before, const Supplied& now) {
  std::vector<LostSupply> all;
  const int first = first_year(*now.snapshot);
  for (std::size_t t = 0; t < before.sources->tables.size(); ++t) {
    if (!before.snapshot->tables[t].supplied) continue;
    const int table_now = table_named(*now.sources, before.sources->tables[t]);
    if (table_now < 0) continue;  // nothing reads such a list any more
    Comparing comparing(before, now, static_cast<int>(t), table_now);
    for (LostSupply& one : comparing.all()) {
      one.moved_on = one.year != 0 && one.year < first;
      all.push_back(std::move(one));
    }
  }
  return all;
}

bool is_missed_by(const std::string& child, const LostSupply& lost, const Supplied& before,
                  const Supplied& now) {
  // Where nothing came, that there was no row of a child is not known any more either.
  if (lost.kind == LostSupply::Kind::list) return true;
  const Comparing comparing(before, now, lost.table, lost.table_now);
  if (lost.kind == LostSupply::Kind::rows)
    return comparing.rows_gone(child, lost.year, lost.from) > 0;
  const YearsOfTable& then = comparing.before();
  const std::uint32_t index = before.snapshot->children.find(child);
  if (index == ChildIndex::k_none) return false;
  for (std::uint32_t row = then.records().first_row[index];
       row < then.records().first_row[index + 1]; ++row) {
    if (then.year(row) == lost.year && then.is_filled(lost.column, row)) return true;
  }
  return false;
}

std::string warning_of(const std::vector<LostSupply>& lost, std::int64_t run) {
  std::string words;
  std::size_t named = 0, more = 0;
  for (const LostSupply& one : lost) {
    if (one.moved_on) continue;
    if (named == k_named) {
      ++more;
      continue;
    }
    words += (named++ == 0 ? "" : "; ") + one.words;
  }
  if (words.empty()) return words;
  if (more > 0) words += "; and " + std::to_string(more) + " more";
  if (!words.ends_with('?')) words += '.';
  return "Since run " + std::to_string(run) + " something has gone missing: " + words +
         " Exceptions that rest on it are parked.";
}

void say_also(const std::string& sentence, Coverage& coverage) {
  if (!coverage.warning.empty() && !sentence.empty()) coverage.warning += ' ';
  coverage.warning += sentence;
}

}  // namespace tidemark
