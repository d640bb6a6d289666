#include "rulebook/uses.hpp"

#include "rulebook/rule_loader.hpp"
#include "rulebook/tracker_loader.hpp"

namespace tidemark {

namespace {

// Shared words make one expression part of many: each is looked at once.
void add_below(const ExprPool& exprs, ExprId id, std::set<ExprId>& seen, Uses& uses) {
  if (id == k_no_expr || !seen.insert(id).second) return;
  const Expr& expr = exprs[id];
  if (expr.table >= 0) {
    uses.tables.insert(expr.table);
    if (expr.field >= 0) uses.fields.insert({expr.table, expr.field});
  }
  for (const ExprId arg : expr.args) add_below(exprs, arg, seen, uses);
}

template <class Part>
Uses uses_of_part(const Rulebook& rulebook, Part part) {
  std::vector<ExprId> roots;
  for (const ExprId* id : expressions_of(part)) roots.push_back(*id);
  Uses uses;
  add_uses(rulebook.exprs, roots, uses);
  return uses;
}

}  // namespace

void add_uses(const ExprPool& exprs, const std::vector<ExprId>& roots, Uses& uses) {
  std::set<ExprId> seen;
  for (const ExprId root : roots) add_below(exprs, root, seen, uses);
}

Uses uses_of(const Rulebook& rulebook, const Rule& rule) {
  return uses_of_part(rulebook, rule);
}

Uses uses_of(const Rulebook& rulebook, const Tracker& tracker) {
  return uses_of_part(rulebook, tracker);
}

Uses uses_of(const Rulebook& rulebook, const Measure& measure) {
  return uses_of_part(rulebook, measure);
}

}  // namespace tidemark
