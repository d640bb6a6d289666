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

void widen(Cover& cover, const std::vector<Cell>& days, bool backwards) {
  for (const Cell day : days) {
    if (!is_plain(day)) continue;
    if (backwards) cover.from = std::min(cover.from, day);
    cover.to = std::max(cover.to, day);
  }
}

Cover cover_of_source(const Rulebook& rulebook, const Snapshot& snapshot, std::size_t source) {
  const RecordTable& records = snapshot.tables[source];
  const SourceTable& table = rulebook.sources.tables[source];
  Cover cover{records.covers_from, records.covers_to};
  if (cover.from != k_earliest || cover.to != k_latest) return cover;
  std::set<int> years;
  for (const SourceFile& file : snapshot.files) {
    if (file.table == static_cast<int>(source) && file.collection_year != 0)
      years.insert(file.collection_year);
  }
  if (years.empty()) return cover;
  int first = *years.rbegin();
  while (years.contains(first - 1)) --first;
  cover = {first_day_of_collection(first), last_day_of_collection(*years.rbegin())};
  const auto column = [&](int index) -> const std::vector<Cell>* {
    return index < 0 ? nullptr : &records.columns[static_cast<std::size_t>(index)];
  };
  if (const auto* ends = column(table.end_column)) widen(cover, *ends, true);
  if (const auto* days = column(table.date_column)) widen(cover, *days, table.end_column < 0);
  return cover;
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
