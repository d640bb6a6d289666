// An expression as the rule wrote it, shortened, for messages: placement:current().kind
#include "rulebook/words.hpp"

namespace tidemark {

namespace {

const char* method_of(Op op) {
  switch (op) {
    case Op::current:
      return ":current()";
    case Op::latest:
      return ":latest()";
    case Op::earliest:
      return ":earliest()";
    case Op::nth:
      return ":nth(...)";
    case Op::where_rows:
      return ":where(...)";
    case Op::unbroken:
      return ":unbroken(...)";
    case Op::starting_within:
      return ":starting_within(...)";
    case Op::touching:
      return ":touching(...)";
    case Op::since:
      return ":since(...)";
    case Op::any_rows:
      return ":any()";
    case Op::count_rows:
      return ":count()";
    default:
      return nullptr;
  }
}

const char* kind_words(FieldKind kind) {
  switch (kind) {
    case FieldKind::code:
      return "a code";
    case FieldKind::code_set:
      return "a set of codes";
    case FieldKind::flag:
      return "a flag (yes or no)";
    case FieldKind::id:
      return "an id";
    default:
      return "text";
  }
}

}  // namespace

std::string spell(const ExprPool& exprs, const Model& model, ExprId id) {
  const Expr& expr = exprs[id];
  const auto& tables = model.tables;
  if (expr.op == Op::all_rows) return tables[static_cast<std::size_t>(expr.table)].name;
  if (expr.op == Op::bound_row) {
    return expr.binder == 0 ? "this"
                            : "the row of " + tables[static_cast<std::size_t>(expr.table)].name;
  }
  if (expr.op == Op::as_at) return "as_at";
  if (expr.op == Op::period_start) return "period_start";
  const bool is_field =
      expr.op == Op::value_field || expr.op == Op::date_field || expr.op == Op::number_field;
  if (is_field) {
    const CaseTable& table = tables[static_cast<std::size_t>(expr.table)];
    const ExprId row = expr.args[0];
    const bool facts = exprs[row].op == Op::earliest && table.shape == Shape::facts;
    return (facts ? table.name : spell(exprs, model, row)) + "." +
           table.fields[static_cast<std::size_t>(expr.field)].name;
  }
  if (const char* method = method_of(expr.op)) return spell(exprs, model, expr.args[0]) + method;
  return expr.word.empty() ? "this expression" : expr.word;
}

std::string kind_of(const Script& script, ExprId id) {
  const Type type = script.exprs()[id].type;
  const Field* field = type == Type::value ? field_behind(script, id) : nullptr;
  return field == nullptr ? name_of(type) : kind_words(field->kind);
}

}  // namespace tidemark
