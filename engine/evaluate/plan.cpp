#include "evaluate/plan.hpp"

#include <algorithm>

namespace tidemark {
namespace {

using Binders = std::uint64_t;

PlanNode flatten(const Rulebook& rulebook, const Expr& expr, const TextPool& texts) {
  PlanNode node;
  node.op = expr.op;
  node.type = expr.type;
  node.table = static_cast<std::int16_t>(expr.table);
  node.field = static_cast<std::int16_t>(expr.field);
  node.binder = static_cast<std::int16_t>(expr.binder);
  node.arg_count = static_cast<std::uint32_t>(expr.args.size());
  node.args = expr.args.data();
  if (!expr.args.empty()) node.a = expr.args[0];
  if (expr.args.size() > 1) node.b = expr.args[1];
  node.codes = expr.codes;
  node.texts = &expr.texts;
  for (const std::string& text : expr.texts) node.codes.push_back(texts.find(text));
  node.small_codes =
      std::all_of(node.codes.begin(), node.codes.end(), [](Cell c) { return c >= 0 && c < 64; });
  if (node.small_codes) {
    for (const Cell c : node.codes) node.code_bits |= std::uint64_t{1} << static_cast<unsigned>(c);
  }
  node.day = expr.day;
  node.number = expr.number;
  node.span = expr.span;
  node.compute = expr.compute;
  if (expr.table >= 0 && expr.field >= 0) {
    node.kind = rulebook.model.tables[static_cast<std::size_t>(expr.table)]
                    .fields[static_cast<std::size_t>(expr.field)]
                    .kind;
  }
  return node;
}

bool binds(Op op) {
  return op == Op::where_rows || op == Op::unbroken;
}

// A row of a table that did not come is an unseen one, whatever row it is.
bool is_missing_row(const Expr& expr, const std::vector<bool>& missing) {
  return expr.op == Op::bound_row && !missing.empty() &&
         missing[static_cast<std::size_t>(expr.table)];
}

// The binders of enclosing expressions that this one depends on. Args come before their users.
std::vector<Binders> free_binders(const Rulebook& rulebook, const std::vector<bool>& missing) {
  std::vector<Binders> free(rulebook.exprs.size(), 0);
  for (std::size_t i = 0; i < free.size(); ++i) {
    const Expr& expr = rulebook.exprs[static_cast<ExprId>(i)];
    const Binders own = expr.binder >= 0 ? Binders{1} << static_cast<unsigned>(expr.binder) : 0;
    if (expr.op == Op::bound_row && !is_missing_row(expr, missing)) free[i] = own;
    for (std::size_t k = 0; k < expr.args.size(); ++k) {
      Binders of_arg = free[static_cast<std::size_t>(expr.args[k])];
      if (binds(expr.op) && k == 1) of_arg &= ~own;
      free[i] |= of_arg;
    }
  }
  return free;
}

// Of which args the value depends, where `a` has no rows: there is nothing to ask the others about.
std::size_t args_that_count(const Expr& expr) {
  const bool asks_of_rows = binds(expr.op) || expr.op == Op::starting_within ||
                            expr.op == Op::touching || expr.op == Op::since;
  return asks_of_rows ? 1 : expr.args.size();
}

// What rests on nothing but tables that did not come, constants and the as-at day. A function of
// Lua may fail for one child, and is no such thing, nor what it would be asked in.
std::vector<bool> fixed_exprs(const Rulebook& rulebook, const std::vector<bool>& missing) {
  std::vector<bool> fixed(rulebook.exprs.size(), false);
  if (missing.empty()) return fixed;
  std::vector<bool> computes(fixed.size(), false);
  for (std::size_t i = 0; i < fixed.size(); ++i) {
    const Expr& expr = rulebook.exprs[static_cast<ExprId>(i)];
    const auto is = [&](const std::vector<bool>& marks) {
      return [&](ExprId arg) { return marks[static_cast<std::size_t>(arg)]; };
    };
    computes[i] =
        expr.op == Op::compute || std::any_of(expr.args.begin(), expr.args.end(), is(computes));
    if (computes[i] || expr.op == Op::period_start) continue;
    const bool of_table =
        expr.op == Op::all_rows || expr.op == Op::supplied || expr.op == Op::bound_row;
    if (of_table) {
      fixed[i] = missing[static_cast<std::size_t>(expr.table)];
      continue;
    }
    const auto end = expr.args.begin() + static_cast<std::ptrdiff_t>(args_that_count(expr));
    fixed[i] = std::all_of(expr.args.begin(), end, is(fixed));
  }
  return fixed;
}

void collect_events(const Rulebook& rulebook, ExprId id, std::vector<int>& tables) {
  if (id == k_no_expr) return;
  const Expr& expr = rulebook.exprs[id];
  if (expr.op == Op::all_rows) {
    const Shape shape = rulebook.model.tables[static_cast<std::size_t>(expr.table)].shape;
    const bool listed = std::find(tables.begin(), tables.end(), expr.table) != tables.end();
    if (shape == Shape::events && !listed) tables.push_back(expr.table);
  }
  for (const ExprId arg : expr.args) collect_events(rulebook, arg, tables);
}

}  // namespace

Plan::Plan(const Rulebook& rulebook, const TextPool& texts, const std::vector<bool>& missing)
    : rulebook_(rulebook) {
  const std::vector<Binders> free = free_binders(rulebook, missing);
  const std::vector<bool> fixed = fixed_exprs(rulebook, missing);
  nodes_.reserve(rulebook.exprs.size());
  std::vector<bool> outside(free.size());
  for (std::size_t i = 0; i < free.size(); ++i) outside[i] = free[i] == 0;
  for (std::size_t i = 0; i < rulebook.exprs.size(); ++i) {
    PlanNode node = flatten(rulebook, rulebook.exprs[static_cast<ExprId>(i)], texts);
    node.remembered = outside[i] || fixed[i];
    node.fixed = fixed[i];
    if (binds(node.op)) node.filter = row_filter(rulebook, node.b, node.binder, outside);
    nodes_.push_back(std::move(node));
  }
  for (const Rule& rule : rulebook.rules) {
    stop_tables_.emplace_back();
    collect_events(rulebook, rule.stops, stop_tables_.back());
  }
}

}  // namespace tidemark
