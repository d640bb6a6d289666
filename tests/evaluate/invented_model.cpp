#include "evaluate/invented_model.hpp"

#include <utility>

namespace tidemark::invented {
namespace {

Field field(const char* name, FieldKind kind, std::vector<Code> codes = {}) {
  return {name, kind, std::move(codes), name, "social worker"};
}

CaseTable table(const char* name, Shape shape, std::vector<Field> fields) {
  CaseTable made;
  made.name = made.label = name;
  made.list = std::string(name) + " list";
  made.owner = "business support";
  made.shape = shape;
  made.fields = std::move(fields);
  return made;
}

}  // namespace

Model model() {
  const std::vector<Code> yes_no{{"no", ""}, {"yes", ""}};
  Model made;
  made.tables.push_back(
      table("child", Shape::facts,
            {field("date_of_birth", FieldKind::date), field("agrees", FieldKind::flag, yes_no)}));
  made.tables.push_back(
      table("stay", Shape::periods,
            {field("from", FieldKind::date), field("to", FieldKind::milestone),
             field("kind", FieldKind::code, {{"H", "home"}, {"F", "foster"}, {"A", "away"}}),
             field("place", FieldKind::text)}));
  made.tables.back().key = {0};
  made.tables.back().bridged_field = k_kind;
  made.tables.back().bridged = {k_away};
  made.tables.push_back(
      table("visit", Shape::events,
            {field("on", FieldKind::date),
             field("part", FieldKind::code, {{"P", "took part"}, {"N", "did not"}}),
             field("score", FieldKind::number), field("next", FieldKind::booking)}));
  made.tables.back().key = {0};
  made.tables.push_back(
      table("match", Shape::records,
            {field("kind", FieldKind::code, {{"L", "long term"}, {"A", "adoption"}}),
             field("decided", FieldKind::milestone)}));
  return made;
}

ExprId Words::op(Op op, Type type, std::vector<ExprId> args) const {
  Expr expr;
  expr.op = op;
  expr.type = type;
  if (!args.empty()) {
    expr.table = at(args.back()).table;
    if (type != Type::rows && type != Type::row && type != Type::run) expr.table = -1;
  }
  expr.args = std::move(args);
  return rulebook_.exprs.add(std::move(expr));
}

ExprId Words::truth(bool value) const {
  Expr expr;
  expr.codes = {value ? 1 : 0};
  return rulebook_.exprs.add(std::move(expr));
}
ExprId Words::all(std::vector<ExprId> parts) const {
  return op(Op::all_of, Type::truth, std::move(parts));
}
ExprId Words::any_of(std::vector<ExprId> parts) const {
  return op(Op::any_of, Type::truth, std::move(parts));
}
ExprId Words::none(std::vector<ExprId> parts) const {
  return op(Op::none_of, Type::truth, std::move(parts));
}
ExprId Words::day(Day day) const {
  Expr expr;
  expr.op = Op::constant_day;
  expr.type = Type::date;
  expr.day = day;
  return rulebook_.exprs.add(std::move(expr));
}
ExprId Words::as_at() const {
  return op(Op::as_at, Type::date, {});
}
ExprId Words::number(double number) const {
  Expr expr;
  expr.op = Op::constant_number;
  expr.type = Type::number;
  expr.number = number;
  return rulebook_.exprs.add(std::move(expr));
}

namespace {

Expr shifted(Op op, ExprId date, Span span) {
  Expr expr;
  expr.op = op;
  expr.type = Type::date;
  expr.args = {date};
  expr.span = span;
  return expr;
}

}  // namespace

ExprId Words::plus(ExprId date, Span span) const {
  return rulebook_.exprs.add(shifted(Op::shift_forward, date, span));
}
ExprId Words::minus(ExprId date, Span span) const {
  return rulebook_.exprs.add(shifted(Op::shift_back, date, span));
}

ExprId Words::rows(int table) const {
  Expr expr;
  expr.op = Op::all_rows;
  expr.type = Type::rows;
  expr.table = table;
  return rulebook_.exprs.add(std::move(expr));
}
ExprId Words::bound(int table, int binder) const {
  Expr expr;
  expr.op = Op::bound_row;
  expr.type = Type::row;
  expr.table = table;
  expr.binder = binder;
  return rulebook_.exprs.add(std::move(expr));
}
ExprId Words::where(ExprId rows, int binder, ExprId condition) const {
  Expr expr;
  expr.op = Op::where_rows;
  expr.type = Type::rows;
  expr.table = at(rows).table;
  expr.binder = binder;
  expr.args = {rows, condition};
  return rulebook_.exprs.add(std::move(expr));
}
ExprId Words::unbroken(ExprId rows, int binder, ExprId condition) const {
  Expr expr;
  expr.op = Op::unbroken;
  expr.type = Type::run;
  expr.table = at(rows).table;
  expr.binder = binder;
  expr.args = {rows, condition};
  return rulebook_.exprs.add(std::move(expr));
}
ExprId Words::pick(Op op, ExprId rows, int nth) const {
  Expr expr;
  expr.op = op;
  expr.type = Type::row;
  expr.table = at(rows).table;
  expr.args = {rows};
  expr.number = nth;
  return rulebook_.exprs.add(std::move(expr));
}
ExprId Words::among(Op op, ExprId rows, ExprId window) const {
  Expr expr;
  expr.op = op;
  expr.type = Type::rows;
  expr.table = at(rows).table;
  expr.args = {rows, window};
  return rulebook_.exprs.add(std::move(expr));
}
ExprId Words::window(ExprId first_outside, ExprId last_inside) const {
  return op(Op::window, Type::window, {first_outside, last_inside});
}

namespace {

Expr field_expr(Op op, Type type, ExprId row, int table, int field) {
  Expr expr;
  expr.op = op;
  expr.type = type;
  expr.args = {row};
  expr.table = table;
  expr.field = field;
  return expr;
}

}  // namespace

ExprId Words::date_of(ExprId row, int field) const {
  return rulebook_.exprs.add(field_expr(Op::date_field, Type::date, row, at(row).table, field));
}
ExprId Words::code_of(ExprId row, int field) const {
  return rulebook_.exprs.add(field_expr(Op::value_field, Type::value, row, at(row).table, field));
}
ExprId Words::number_of(ExprId row, int field) const {
  return rulebook_.exprs.add(field_expr(Op::number_field, Type::number, row, at(row).table, field));
}

ExprId Words::is(ExprId value, std::vector<Cell> codes) const {
  Expr expr;
  expr.op = Op::value_is;
  expr.args = {value};
  expr.codes = std::move(codes);
  return rulebook_.exprs.add(std::move(expr));
}
ExprId Words::is_not(ExprId value, std::vector<Cell> codes) const {
  Expr expr;
  expr.op = Op::value_is_not;
  expr.args = {value};
  expr.codes = std::move(codes);
  return rulebook_.exprs.add(std::move(expr));
}
ExprId Words::count_of(ExprId rows, int field) const {
  return rulebook_.exprs.add(
      field_expr(Op::count_distinct, Type::number, rows, at(rows).table, field));
}
ExprId Words::field_in(Op op, ExprId rows, int field) const {
  const Type type = op == Op::sum_in ? Type::number : Type::date;
  return rulebook_.exprs.add(field_expr(op, type, rows, at(rows).table, field));
}
ExprId Words::nth_day(ExprId rows, ExprId window, int n) const {
  Expr expr;
  expr.op = Op::nth_day;
  expr.type = Type::date;
  expr.args = {rows, window};
  expr.number = n;
  return rulebook_.exprs.add(std::move(expr));
}
ExprId Words::compute(Type type, int index) const {
  Expr expr;
  expr.op = Op::compute;
  expr.type = type;
  expr.compute = index;
  return rulebook_.exprs.add(std::move(expr));
}

}  // namespace tidemark::invented
