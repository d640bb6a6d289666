#include "evaluate/covering.hpp"

#include <algorithm>
#include <set>

#include "snapshot/collection_year.hpp"

namespace tidemark {
namespace {

// The tables that an expression reads.
void collect_tables(const ExprPool& exprs, ExprId id, std::vector<bool>& seen,
                    std::vector<bool>& tables) {
  if (id == k_no_expr || seen[static_cast<std::size_t>(id)]) return;
  seen[static_cast<std::size_t>(id)] = true;
  if (exprs[id].table >= 0) tables[static_cast<std::size_t>(exprs[id].table)] = true;
  for (const ExprId arg : exprs[id].args) collect_tables(exprs, arg, seen, tables);
}

// The first and the last plain day of a column; from above to when there is none.
Cover days_in(const RecordTable& records, int column) {
  Cover days{k_latest, k_earliest};
  if (column < 0) return days;
  for (const Cell day : records.columns[static_cast<std::size_t>(column)]) {
    if (!is_plain(day)) continue;
    days.from = std::min(days.from, day);
    days.to = std::max(days.to, day);
  }
  return days;
}

// The collection years in a row that the files of a table name, up to the last; none: from is
// k_latest.
Cover years_named(const Snapshot& snapshot, std::size_t source) {
  std::set<int> years;
  for (const SourceFile& file : snapshot.files) {
    if (file.table == static_cast<int>(source) && file.collection_year != 0)
      years.insert(file.collection_year);
  }
  if (years.empty()) return {k_latest, k_earliest};
  int first = *years.rbegin();
  while (years.contains(first - 1)) --first;
  return {first_day_of_collection(first), last_day_of_collection(*years.rbegin())};
}

Cover cover_of_source(const Rulebook& rulebook, const Snapshot& snapshot, std::size_t source) {
  const RecordTable& records = snapshot.tables[source];
  const SourceTable& table = rulebook.sources.tables[source];
  const Cover declared{records.covers_from, records.covers_to};
  const bool is_open = declared.from == k_earliest && declared.to == k_latest;
  if (!is_open || table.date_column < 0 ||
      !comes_by_year(rulebook.sources, static_cast<int>(source)))
    return declared;
  const Cover named = years_named(snapshot, source);
  const Cover begins = days_in(records, table.date_column);
  const Cover ends = days_in(records, table.end_column);
  const Day last = std::max(begins.to, ends.to);
  if (last == k_earliest) return named.from == k_latest ? declared : named;
  Cover cover{std::min(named.from, ends.from), std::max(named.to, last)};
  if (named.from != k_latest) return cover;
  const Day first = ends.from == k_latest ? last : ends.from;
  return {first_day_of_collection(collection_year_of(first)),
          last_day_of_collection(collection_year_of(last))};
}

}  // namespace

std::vector<Cover> covers_of(const Rulebook& rulebook, const Snapshot& snapshot) {
  std::vector<Cover> covers(rulebook.model.tables.size());
  for (std::size_t s = 0; s < rulebook.sources.tables.size(); ++s) {
    if (!snapshot.tables[s].supplied) continue;
    const Cover own = cover_of_source(rulebook, snapshot, s);
    for (const Feed& feed : rulebook.sources.tables[s].feeds) {
      const bool unneeded =
          feed.unless_supplied >= 0 &&
          snapshot.tables[static_cast<std::size_t>(feed.unless_supplied)].supplied;
      if (unneeded) continue;
      Cover& cover = covers[static_cast<std::size_t>(feed.case_table)];
      cover.from = std::max(cover.from, own.from);
      cover.to = std::min(cover.to, own.to);
    }
  }
  return covers;
}

std::string not_covered(const Rulebook& rulebook, const std::vector<Cover>& covers,
                        const Asked& asked) {
  Measure m = rulebook.measures[static_cast<std::size_t>(asked.measure)];
  std::vector<bool> seen(rulebook.exprs.size(), false);
  std::vector<bool> tables(rulebook.model.tables.size(), false);
  for (const ExprId* root : expressions_of(m)) {
    collect_tables(rulebook.exprs, *root, seen, tables);
  }
  const bool stock = m.window == MeasureWindow::stock;
  for (std::size_t t = 1; t < tables.size(); ++t) {  // 0 is the child: a birth is no event
    if (!tables[t]) continue;
    const CaseTable& table = rulebook.model.tables[t];
    const Cover& cover = covers[t];
    if (asked.to > cover.to) return "the " + table.list + " ends on " + in_words(cover.to);
    // What stood when the first day began is what stood at the end of the day before.
    const Day slack = stock && table.shape == Shape::periods ? 1 : 0;
    const Day first = stock ? asked.to : asked.from;
    if (cover.from != k_earliest && first < cover.from - slack) {
      return "the " + table.list + " begins on " + in_words(cover.from);
    }
  }
  return "";
}

}  // namespace tidemark
