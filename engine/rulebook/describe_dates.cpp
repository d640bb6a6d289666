// Dates, numbers, values and windows in plain English.
#include <cstdio>

#include "rulebook/describe_expr.hpp"
#include "rulebook/wording.hpp"

namespace tidemark {

std::string Describer::choice(const Expr& expr) {
  std::string text;
  for (std::size_t i = 0; i + 1 < expr.args.size(); i += 2) {
    text += phrase(expr.args[i + 1]) + " if " + phrase(expr.args[i]) + ", ";
  }
  return text + "otherwise " + phrase(expr.args.back());
}

std::string Describer::age(const Expr& expr) {
  const Expr& born = at(expr.args[0]);
  const bool of_child = born.op == Op::date_field && born.table == 0;
  if (of_child && at(expr.args[1]).op == Op::as_at) return "the child's age";
  if (of_child) return "the child's age on " + phrase(expr.args[1]);
  return "the full years from " + phrase(expr.args[0]) + " to " + phrase(expr.args[1]);
}

std::string Describer::window(const Expr& expr) {
  if (expr.op == Op::choose) return choice(expr);
  const Expr& from = at(expr.args[0]);
  const bool last = expr.op == Op::window && from.op == Op::shift_back &&
                    at(from.args[0]).op == Op::as_at && at(expr.args[1]).op == Op::as_at;
  if (last) return "the last " + words_of(from.span);
  if (from.op == Op::period_start && at(expr.args[1]).op == Op::as_at) return "the period";
  if (expr.op == Op::window_closed)
    return "the time from " + phrase(expr.args[0]) + " to " + phrase(expr.args[1]);
  return "the time after " + phrase(expr.args[0]) + " up to " + phrase(expr.args[1]);
}

std::string Describer::number(const Expr& expr) {
  const auto of = [&](std::size_t i) { return phrase(expr.args[i]); };
  switch (expr.op) {
    case Op::plus:
      return of(0) + " plus " + of(1);
    case Op::minus:
      return of(0) + " less " + of(1);
    case Op::days_between:
      return "the days from " + of(0) + " to " + of(1);
    case Op::years_between:
      return age(expr);
    case Op::count_rows:
      return "the number of " + rows(expr.args[0], Number::many);
    case Op::count_distinct: {
      const Field& field = table(expr).fields[static_cast<std::size_t>(expr.field)];
      return "the number of different " + plural(field.label) + " among " + of(0);
    }
    case Op::sum_in: {
      const Field& field = table(expr).fields[static_cast<std::size_t>(expr.field)];
      return "the sum of " + plural(field.label) + " of " + of(0);
    }
    case Op::percent_of:
      return of(0) + " as a percentage of " + of(1);
    case Op::count_codes:
      return "the number of codes in " + of(0);
    case Op::days_within:
      return "the days of " + of(1) + " covered by " + of(0);
    case Op::constant_number: {
      char text[32];
      std::snprintf(text, sizeof text, "%.10g", expr.number);
      return text;
    }
    default:
      return "";
  }
}

std::string Describer::date_or_number(const Expr& expr) {
  if (std::string text = number(expr); !text.empty()) return text;
  const auto of = [&](std::size_t i) { return phrase(expr.args[i]); };
  const auto list = [&] {
    std::vector<std::string> parts;
    for (const ExprId arg : expr.args) parts.push_back(phrase(arg));
    return listed(parts);
  };
  switch (expr.op) {
    case Op::constant_day:
      return in_words(expr.day);
    case Op::as_at:
      return "the as-at date";
    case Op::period_start:
      return "the first day of the period";
    case Op::date_field:
    case Op::number_field:
    case Op::value_field:
      return field(expr);
    case Op::shift_forward:
      return words_of(expr.span) + " after " + of(0);
    case Op::shift_back:
      return words_of(expr.span) + " before " + of(0);
    case Op::earliest_of:
      return "the earliest of " + list();
    case Op::latest_of:
      return "the latest of " + list();
    case Op::first_known:
      return "the first that is recorded of " + list();
    case Op::either_of:
      return "what " + list() + " agree on";
    case Op::earliest_in:
    case Op::latest_in: {
      const Field& field = table(expr).fields[static_cast<std::size_t>(expr.field)];
      return (expr.op == Op::earliest_in ? "the earliest " : "the latest ") + field.label + " of " +
             of(0);
    }
    case Op::nth_day:
      return "the day on which " + of(0) + " had covered " +
             std::to_string(static_cast<int>(expr.number)) + " days of " + of(1);
    case Op::term_start:
      return "the first day of the school term of " + of(0);
    case Op::term_end:
      return "the last day of the school term of " + of(0);
    case Op::choose:
      return choice(expr);
    default:
      break;
  }
  return "what the logic \"" + computes_[static_cast<std::size_t>(expr.compute)].name +
         "\" works out";
}

}  // namespace tidemark
