#include "evaluate/seen_rows.hpp"

#include <algorithm>
#include <set>

#include "evaluate/measurer.hpp"
#include "evaluate/words.hpp"
#include "rulebook/uses.hpp"

namespace tidemark {
namespace {

// Rows with the same key are told apart by their order.
std::string told_apart(const std::string& key, std::map<std::string, int>& seen) {
  const int nth = ++seen[key];
  return nth == 1 ? key : key + " (" + std::to_string(nth) + ")";
}

// All rows of a table as at the day, with the keys that tell them apart.
std::vector<std::string> keys_of(const ChildCase& child_case, int table) {
  std::vector<std::string> keys;
  std::map<std::string, int> seen;
  const CaseSlice& slice = child_case.tables[static_cast<std::size_t>(table)];
  for (std::uint32_t row = 0; row < slice.count; ++row) {
    keys.push_back(told_apart(row_key_text(child_case, table, row), seen));
  }
  return keys;
}

// Plain Lua may read anything.
void add_everything(const Rulebook& rulebook, std::map<int, std::set<int>>& fields) {
  for (std::size_t t = 0; t < rulebook.model.tables.size(); ++t) {
    for (std::size_t f = 0; f < rulebook.model.tables[t].fields.size(); ++f) {
      fields[static_cast<int>(t)].insert(static_cast<int>(f));
    }
  }
}

void collect_fields(const Rulebook& rulebook, ExprId id, std::vector<bool>& seen,
                    std::map<int, std::set<int>>& fields) {
  if (id == k_no_expr || seen[static_cast<std::size_t>(id)]) return;
  seen[static_cast<std::size_t>(id)] = true;
  const Expr& expr = rulebook.exprs[id];
  if (expr.table >= 0) {
    std::set<int>& of_table = fields[expr.table];
    if (expr.field >= 0) of_table.insert(expr.field);
  }
  if (expr.op == Op::compute) add_everything(rulebook, fields);
  for (const ExprId arg : expr.args) collect_fields(rulebook, arg, seen, fields);
}

// With the key of each table and the dates of its rows.
FieldsRead with_keys(const Rulebook& rulebook, const std::map<int, std::set<int>>& fields) {
  FieldsRead result;
  for (const auto& [table, of_rule] : fields) {
    std::set<int> read = of_rule;
    const CaseTable& named = rulebook.model.tables[static_cast<std::size_t>(table)];
    read.insert(named.key.begin(), named.key.end());
    if (named.shape == Shape::periods || named.shape == Shape::events) read.insert(0);
    if (named.shape == Shape::periods) read.insert(1);
    result[table].assign(read.begin(), read.end());
  }
  return result;
}

}  // namespace

std::vector<Contribution> contributions(const Rulebook& rulebook, const Snapshot& snapshot,
                                        const Asked& asked) {
  const Measure& measure = rulebook.measures[static_cast<std::size_t>(asked.measure)];
  const Plan plan(rulebook, snapshot.pools.texts);
  CaseView view(snapshot, rulebook.model, rulebook.sources, asked.to);
  Evaluator evaluator(plan);
  Measurer measurer(evaluator, &view);
  const bool by_row = measure.counts.of == Quantity::Of::rows;
  const int table = by_row ? rulebook.exprs[measure.counts.value].table : -1;
  std::vector<Contribution> all;
  evaluator.begin_period(asked.from);
  for (std::uint32_t child = 0; child < snapshot.children.size(); ++child) {
    const ChildCase& child_case = view.open(child);
    evaluator.start(child_case);
    const std::string id(snapshot.children.id(child));
    std::vector<std::string> keys;
    static_cast<void>(
        measurer.for_each_item(measure.counts, k_no_expr, [&](const Measurer::Item& item) {
          if (by_row && keys.empty()) keys = keys_of(child_case, table);
          all.push_back({id, by_row ? keys[static_cast<std::size_t>(item.row)] : "", item.certain});
        }));
  }
  std::sort(all.begin(), all.end(), [](const Contribution& a, const Contribution& b) {
    return a.child != b.child ? a.child < b.child : a.key < b.key;
  });
  return all;
}

FieldsRead fields_read(const Rulebook& rulebook, const Measure& measure) {
  std::vector<bool> seen(rulebook.exprs.size(), false);
  std::map<int, std::set<int>> fields;
  Measure own = measure;
  for (const ExprId* root : expressions_of(own)) {
    collect_fields(rulebook, *root, seen, fields);
  }
  return with_keys(rulebook, fields);
}

FieldsRead fields_read(const Rulebook& rulebook, const Rule& rule) {
  std::map<int, std::set<int>> fields;
  const Uses uses = uses_of(rulebook, rule);
  for (const int table : uses.tables) fields[table];
  for (const auto& [table, field] : uses.fields) fields[table].insert(field);
  if (rule.has_logic) add_everything(rulebook, fields);
  return with_keys(rulebook, fields);
}

SeenRows::SeenRows(const Rulebook& rulebook, const Snapshot& snapshot, Day as_at)
    : snapshot_(snapshot),
      view_(snapshot, rulebook.model, rulebook.sources, as_at),
      whole_(snapshot, rulebook.model, rulebook.sources, day_of(k_last_year, 12, 31)) {}

bool SeenRows::has(const std::string& child) const {
  return snapshot_.children.find(child) != ChildIndex::k_none;
}

std::vector<SeenRow> SeenRows::rows_in(CaseView& view, std::uint32_t child,
                                       const FieldsRead& fields) {
  std::vector<SeenRow> rows;
  const ChildCase& child_case = view.open(child);
  for (const auto& [table, read] : fields) {
    const std::vector<std::string> keys = keys_of(child_case, table);
    for (std::uint32_t row = 0; row < keys.size(); ++row) {
      SeenRow seen{table, keys[row], {}, ""};
      for (const int field : read) {
        const CellRef cell{static_cast<std::int16_t>(table), static_cast<std::int16_t>(field), row};
        seen.cells[field] = cell_text(child_case, cell);
      }
      const Origin origin = view.origin(table, read.empty() ? 0 : read[0], row);
      if (!origin.file.empty()) seen.place = origin.file + ":" + std::to_string(origin.line);
      rows.push_back(std::move(seen));
    }
  }
  return rows;
}

// A table is in the order of its dates, so what lies behind the wall is at its end.
ChildRows SeenRows::of(const std::string& child, const FieldsRead& fields) {
  ChildRows rows;
  const std::uint32_t index = snapshot_.children.find(child);
  if (index == ChildIndex::k_none) return rows;
  rows.seen = rows_in(view_, index, fields);
  std::map<int, std::size_t> seen;
  for (const SeenRow& row : rows.seen) ++seen[row.table];
  for (SeenRow& row : rows_in(whole_, index, fields)) {
    std::size_t& left = seen[row.table];
    if (left > 0) {
      --left;
    } else {
      rows.later.push_back(std::move(row));
    }
  }
  return rows;
}

}  // namespace tidemark
