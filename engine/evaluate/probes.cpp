#include "evaluate/probes.hpp"

#include <algorithm>

#include "evaluate/example_said.hpp"

namespace tidemark {
namespace {

// A blank in such a field means that the fact is unknown, not that it is absent.
bool blank_is_unknown(FieldKind kind) {
  return kind == FieldKind::date || (!is_date(kind) && kind != FieldKind::code_set);
}

void collect_tables(const ExprPool& exprs, ExprId id, std::vector<bool>& read) {
  if (id == k_no_expr) return;
  const Expr& expr = exprs[id];
  if (expr.table >= 0) read[static_cast<std::size_t>(expr.table)] = true;
  for (const ExprId arg : expr.args) collect_tables(exprs, arg, read);
}

// The tables that a verdict other than a stated exception rests on.
std::vector<bool> tables_read(const Rulebook& rulebook, const Rule& rule) {
  std::vector<bool> read(rulebook.model.tables.size(), false);
  for (const ExprId id :
       {rule.applies, rule.each, rule.clock, rule.stops, rule.due, rule.breach_when}) {
    collect_tables(rulebook.exprs, id, read);
  }
  for (const LimitChoice& choice : rule.limits) collect_tables(rulebook.exprs, choice.when, read);
  return read;
}

}  // namespace

Probes::Probes(const Rulebook& rulebook)
    : rulebook_(rulebook),
      plan_(rulebook, rulebook.given_pools.texts),
      pools_(rulebook.given_pools) {}

Cell Probes::some_day_around(Cell day, Day days, Day as_at) {
  pools_.dates.push_back(Date::between(day - days, std::max(day, std::min(day + days, as_at))));
  return k_cell_side + static_cast<Cell>(pools_.dates.size() - 1);
}

// Blank where that means unknown, then a date that could lie on both sides of a limit: widely, and
// so narrowly that it does not change places with the row before it.
std::string Probes::open_this_cell(Example& probe, const Field& field, Cell& cell,
                                   const Shown& shown) {
  const Cell was = cell;
  std::string how;
  if (blank_is_unknown(field.kind)) {
    cell = k_cell_unknown;
    if (shown(probe)) how = "blank";
  }
  if (is_date(field.kind)) {
    for (const Day days : {365, 60, 14}) {
      if (!how.empty()) break;
      cell = some_day_around(was, days, probe.as_at);
      if (shown(probe)) how = "known within " + std::to_string(days) + " days";
    }
  }
  cell = was;
  return how;
}

std::string Probes::open_a_cell(const Example& example, const Shown& shown) {
  Example probe = example;
  for (GivenTable& given : probe.given) {
    const CaseTable& table = rulebook_.model.tables[static_cast<std::size_t>(given.table)];
    for (std::vector<Cell>& row : given.rows) {
      for (std::size_t f = 0; f < row.size(); ++f) {
        if (!is_plain(row[f])) continue;
        const std::string how = open_this_cell(probe, table.fields[f], row[f], shown);
        if (!how.empty()) return table.name + "." + table.fields[f].name + " " + how;
      }
    }
  }
  return "";
}

std::string Probes::take_a_table(const Example& example, const std::vector<bool>& read,
                                 const Shown& shown) const {
  for (std::size_t t = 0; t < read.size(); ++t) {
    if (!read[t]) continue;
    Example probe = example;
    probe.not_supplied.push_back(static_cast<int>(t));
    if (shown(probe)) return rulebook_.model.tables[t].name + " not supplied";
  }
  return "";
}

std::string Probes::seen_in(const CoverageCell& cell) {
  if (cell.outcome < Outcome::population_open) return "";
  const Rule& rule = rulebook_.rules[cell.rule];
  const std::vector<bool> read = tables_read(rulebook_, rule);
  const Shown shown = [&](const Example& probe) {
    const Said said = said_of(plan_, cell.rule, probe, probe.as_at, &pools_);
    return shows(rule, cell, said.finding.judgement, said.lacks_table);
  };
  for (const Example& example : rule.examples) {
    const std::string how = cell.outcome == Outcome::table_not_supplied
                                ? take_a_table(example, read, shown)
                                : open_a_cell(example, shown);
    if (!how.empty()) return "probe \"" + example.name + "\" with " + how;
  }
  return "";
}

}  // namespace tidemark
