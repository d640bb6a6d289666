#include "evaluate/random_expression.hpp"

namespace tidemark::invented {
namespace {

int date_field(int table, Chance& chance) {
  if (table == k_child) return k_born;
  if (table == k_stay) return chance.one_in(2) ? k_from : k_to;
  if (table == k_visit) return chance.one_in(2) ? k_on : k_next;
  return k_decided;
}

int code_field(int table) {
  constexpr int k_fields[] = {k_agrees, k_kind, k_part, k_match_kind};
  return k_fields[table];
}

}  // namespace

int RandomExpression::any_table() {
  return chance_.between(k_stay, k_match);
}

template <class Make>
ExprId RandomExpression::choice(Type type, int depth, const Make& make) {
  const ExprId first = truth(depth - 1);
  const ExprId value = make();
  const ExprId otherwise = make();
  return words_.op(Op::choose, type, {first, value, otherwise});
}

ExprId RandomExpression::condition(int table, int depth) {
  in_scope_.push_back({table, depth});
  const ExprId id = truth(depth - 1);
  in_scope_.pop_back();
  return id;
}

ExprId RandomExpression::rows(int table, int depth) {
  const bool dated = table != k_match;
  if (depth <= 0 || chance_.one_in(4)) return words_.rows(table);
  switch (chance_.between(0, dated ? 5 : 1)) {
    case 0:
      return choice(Type::rows, depth, [&] { return rows(table, depth - 1); });
    case 1:
    case 2: {
      const ExprId from = rows(table, depth - 1);
      return words_.where(from, depth, condition(table, depth));
    }
    case 3:
      return words_.among(Op::since, rows(table, depth - 1), date(depth - 1));
    default: {
      const bool touching = table == k_stay && chance_.one_in(2);
      return words_.among(touching ? Op::touching : Op::starting_within, rows(table, depth - 1),
                          window(depth - 1));
    }
  }
}

ExprId RandomExpression::row(int table, int depth) {
  for (const InScope& scope : in_scope_) {
    if (scope.table == table && !chance_.one_in(3)) {
      return words_.bound(table, scope.binder);
    }
  }
  if (depth > 1 && chance_.one_in(6)) {
    return choice(Type::row, depth, [&] { return row(table, depth - 1); });
  }
  const ExprId from = rows(table, depth - 1);
  const int kind = chance_.between(table == k_stay ? 0 : 1, 3);
  constexpr Op k_ops[] = {Op::current, Op::latest, Op::earliest, Op::nth};
  return words_.pick(k_ops[kind], from, kind == 3 ? chance_.between(1, 3) : 0);
}

ExprId RandomExpression::run(int depth) {
  if (depth > 1 && chance_.one_in(8)) {
    return choice(Type::run, depth, [&] { return run(depth - 1); });
  }
  const ExprId from = rows(k_stay, depth - 1);
  return words_.unbroken(from, depth, condition(k_stay, depth));
}

ExprId RandomExpression::window(int depth) {
  const ExprId lo = date(depth - 1);
  const ExprId hi = chance_.one_in(2) ? words_.as_at() : date(depth - 1);
  return words_.op(chance_.one_in(2) ? Op::window : Op::window_closed, Type::window, {lo, hi});
}

ExprId RandomExpression::date(int depth) {
  if (depth <= 0) {
    return chance_.one_in(3) ? words_.as_at() : words_.day(k_first_day + chance_.between(0, 45));
  }
  switch (chance_.between(0, 11)) {
    case 10: {
      const int table = chance_.one_in(3) ? k_visit : k_stay;
      return words_.field_in(chance_.one_in(2) ? Op::earliest_in : Op::latest_in,
                             rows(table, depth), date_field(table, chance_));
    }
    case 11:
      return words_.nth_day(rows(k_stay, depth), window(depth), chance_.between(1, 12));
    case 0:
      return date(0);
    case 1:
      return words_.plus(date(depth - 1), {chance_.between(0, 9), Unit::days});
    case 2:
      return words_.minus(date(depth - 1), {chance_.between(0, 2), Unit::weeks});
    case 3:
      return words_.op(chance_.one_in(2) ? Op::earliest_of : Op::latest_of, Type::date,
                       {date(depth - 1), date(depth - 1)});
    case 4:
      return choice(Type::date, depth, [&] { return date(depth - 1); });
    case 5:
      return words_.date_of(run(depth), chance_.one_in(3) ? k_to : k_from);
    default: {
      const int table = chance_.one_in(3) ? k_visit : k_stay;
      return words_.date_of(row(table, depth), date_field(table, chance_));
    }
  }
}

ExprId RandomExpression::number(int depth) {
  if (depth <= 0) return words_.number(chance_.between(0, 5));
  switch (chance_.between(0, 9)) {
    case 8:
      return words_.field_in(Op::sum_in, rows(k_visit, depth), k_score);
    case 9:
      // Of nothing, and of less than nothing, there is no percentage: no record decides that.
      return words_.op(Op::percent_of, Type::number,
                       {words_.op(Op::count_rows, Type::number, {rows(any_table(), depth)}),
                        words_.number(chance_.between(1, 12))});
    case 0:
      return words_.number(chance_.between(0, 12));
    case 1:
      return words_.op(chance_.one_in(2) ? Op::plus : Op::minus, Type::number,
                       {number(depth - 1), number(depth - 1)});
    case 2:
      return words_.op(Op::days_between, Type::number, {date(depth - 1), date(depth - 1)});
    case 3:
      return words_.op(Op::count_rows, Type::number, {rows(any_table(), depth)});
    case 4: {
      const int table = any_table();
      return words_.count_of(rows(table, depth), code_field(table));
    }
    case 5:
      return words_.op(Op::days_within, Type::number, {rows(k_stay, depth), window(depth)});
    case 6:
      return choice(Type::number, depth, [&] { return number(depth - 1); });
    default:
      return words_.number_of(row(k_visit, depth), k_score);
  }
}

ExprId RandomExpression::code(int table, int depth) {
  if (depth > 0 && chance_.one_in(4)) {
    return choice(Type::value, depth, [&] { return code(table, depth - 1); });
  }
  const bool rows_to_pick = table == k_stay || table == k_visit;
  const int from = rows_to_pick ? table : k_stay;
  return words_.code_of(row(from, depth), code_field(from));
}

ExprId RandomExpression::comparison(int depth) {
  constexpr Op k_dates[] = {Op::before, Op::after, Op::on_or_before, Op::on_or_after, Op::same_day};
  constexpr Op k_numbers[] = {Op::at_least, Op::more_than, Op::at_most, Op::under, Op::equals};
  switch (chance_.between(0, 8)) {
    case 0:
      return words_.op(k_numbers[chance_.between(0, 4)], Type::truth,
                       {number(depth), words_.number(chance_.between(0, 12))});
    case 1:
      return words_.op(k_numbers[chance_.between(0, 4)], Type::truth,
                       {number(depth), number(depth - 1)});
    case 2:
      return words_.op(Op::any_rows, Type::truth, {rows(any_table(), depth)});
    case 3:
      return words_.op(chance_.one_in(2) ? Op::is_known : Op::is_missing, Type::truth,
                       {chance_.one_in(2) ? run(depth) : row(k_stay, depth)});
    case 4:
      return words_.op(Op::during, Type::truth, {date(depth), window(depth)});
    case 5:
    case 6: {
      const int table = chance_.one_in(2) ? k_stay : k_visit;
      if (chance_.one_in(4)) {
        return words_.op(Op::same_value, Type::truth, {code(table, depth), code(table, depth)});
      }
      std::vector<Cell> codes{chance_.between(0, 1)};
      const ExprId value = code(table, depth);
      return chance_.one_in(2) ? words_.is(value, codes) : words_.is_not(value, codes);
    }
    default:
      return words_.op(k_dates[chance_.between(0, 4)], Type::truth, {date(depth), date(depth - 1)});
  }
}

ExprId RandomExpression::connective(int depth) {
  std::vector<ExprId> parts;
  for (int i = chance_.between(2, 3); i > 0; --i) parts.push_back(truth(depth - 1));
  constexpr Op k_ops[] = {Op::all_of, Op::any_of, Op::none_of};
  return words_.op(k_ops[chance_.between(0, 2)], Type::truth, std::move(parts));
}

ExprId RandomExpression::truth(int depth) {
  if (depth <= 0) {
    if (!in_scope_.empty()) {
      const InScope& scope = in_scope_.back();
      const ExprId bound = words_.bound(scope.table, scope.binder);
      return words_.is(words_.code_of(bound, code_field(scope.table)), {chance_.between(0, 1)});
    }
    return words_.op(Op::any_rows, Type::truth, {words_.rows(any_table())});
  }
  if (chance_.one_in(4)) return connective(depth);
  if (chance_.one_in(12)) return choice(Type::truth, depth, [&] { return truth(depth - 1); });
  return comparison(depth);
}

std::string spelt(const Rulebook& rulebook, ExprId id) {
  constexpr const char* k_names[] = {"constant",     "all",
                                     "any",          "none",
                                     "is",           "is_not",
                                     "includes",     "contains",
                                     "same_value",   "known",
                                     "missing",      "before",
                                     "after",        "on_or_before",
                                     "on_or_after",  "same_day",
                                     "during",       "at_least",
                                     "more_than",    "at_most",
                                     "under",        "equals",
                                     "any_rows",     "supplied",
                                     "day",          "as_at",
                                     "date",         "plus",
                                     "less",         "earliest_of",
                                     "latest_of",    "first_known",
                                     "either_of",    "earliest_in",
                                     "latest_in",    "nth_day",
                                     "term_start",   "term_end",
                                     "number",       "number_of",
                                     "add",          "subtract",
                                     "days_between", "years_between",
                                     "count",        "count_of",
                                     "count_codes",  "sum",
                                     "percent_of",   "days_within",
                                     "code",         "rows",
                                     "where",        "starting_within",
                                     "touching",     "since",
                                     "current",      "latest",
                                     "earliest",     "nth",
                                     "row",          "unbroken",
                                     "window",       "window_closed",
                                     "choose",       "compute"};
  const Expr& expr = rulebook.exprs[id];
  std::string text = "(";
  text += k_names[static_cast<std::size_t>(expr.op)];
  if (expr.op == Op::all_rows || expr.op == Op::bound_row)
    text += " t" + std::to_string(expr.table);
  if (expr.binder >= 0) text += " b" + std::to_string(expr.binder);
  if (expr.field >= 0) text += " f" + std::to_string(expr.field);
  if (expr.op == Op::constant_day) text += " " + std::to_string(expr.day - k_first_day);
  if (expr.number != 0) text += " " + std::to_string(static_cast<int>(expr.number));
  if (expr.span.count != 0) text += " " + words_of(expr.span);
  for (const Cell code : expr.codes) text += " #" + std::to_string(code);
  for (const ExprId arg : expr.args) text += " " + spelt(rulebook, arg);
  return text + ")";
}

}  // namespace tidemark::invented
