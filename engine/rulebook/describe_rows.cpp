// Rows of case tables in plain English: "the latest placement whose kind is P1".
#include "rulebook/describe_expr.hpp"
#include "rulebook/wording.hpp"

namespace tidemark {

namespace {

std::string ordinal(double number) {
  const int n = static_cast<int>(number);
  const int last = n % 10;
  const bool teen = n % 100 >= 11 && n % 100 <= 13;
  const char* end = teen ? "th" : last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th";
  return std::to_string(n) + end;
}

}  // namespace

std::string Describer::condition_on_row(ExprId id, int binder) {
  binders_.push_back(binder);
  std::string text = phrase(id);
  binders_.pop_back();
  return text.starts_with("its ") ? " whose" + text.substr(3) : " for which " + text;
}

// A shared word says by itself what rows it means.
std::string Describer::tail_before(const Expr& expr) {
  return at(expr.args[0]).word.empty() ? tail(expr.args[0]) : "";
}

// What is said of the rows after their name; nothing for all rows of a table.
std::string Describer::tail(ExprId id) {
  const Expr& expr = at(id);
  const bool periods = table(expr).shape == Shape::periods;
  switch (expr.op) {
    case Op::where_rows: {
      const std::string before = tail_before(expr);
      return before + (before.empty() ? "" : " and") + condition_on_row(expr.args[1], expr.binder);
    }
    case Op::starting_within:
      return tail_before(expr) + (periods ? " starting in " : " in ") + phrase(expr.args[1]);
    case Op::touching:
      return tail_before(expr) + " in force at some time in " + phrase(expr.args[1]);
    case Op::since:
      return tail_before(expr) + (periods ? " starting on or after " : " on or after ") +
             phrase(expr.args[1]);
    default:
      return "";
  }
}

// "placements whose kind is P1"; of a shared word: "the matches whose type is LTF".
std::string Describer::unnamed_rows(ExprId id, Number number) {
  ExprId base = id;
  do {
    if (at(base).op == Op::all_rows || at(base).args.empty()) break;
    base = at(base).args[0];
  } while (at(base).word.empty());
  if (base != id && !at(base).word.empty()) {
    const std::string name = word(base);
    const char* article = number == Number::many ? "the "
                          : number == Number::a  ? "one of the "
                                                 : "of the ";
    return article + name + tail(id);
  }
  const std::string& label = table(at(id)).label;
  const std::string noun = number == Number::many ? plural(label) : label;
  return (number == Number::a ? with_article(noun) : noun) + tail(id);
}

std::string Describer::rows(ExprId id, Number number) {
  const Expr& expr = at(id);
  if (!expr.word.empty()) {
    const char* article = number == Number::many ? "the "
                          : number == Number::a  ? "at least one of the "
                                                 : "of the ";
    return article + word(id);
  }
  return expr.op == Op::choose ? "(" + choice(expr) + ")" : unnamed_rows(id, number);
}

std::string Describer::chosen(const char* which, ExprId rows_id) {
  const Expr& from = at(rows_id);
  if (table(from).shape == Shape::facts)
    return rows_id >= 0 && from.table == 0 ? "the child" : "the " + table(from).label;
  return std::string("the ") + which + " " + rows(rows_id, Number::one);
}

std::string Describer::row(ExprId id) {
  const Expr& expr = at(id);
  if (!expr.word.empty()) return "the " + word(id);
  switch (expr.op) {
    case Op::current:
      return chosen("current", expr.args[0]);
    case Op::latest:
      return chosen("latest", expr.args[0]);
    case Op::earliest:
      return chosen("earliest", expr.args[0]);
    case Op::nth:
      return chosen(ordinal(expr.number).c_str(), expr.args[0]);
    case Op::choose:
      return choice(expr);
    default:
      break;
  }
  if (!binders_.empty() && binders_.back() == expr.binder) return "it";
  return (expr.binder == 0 ? "this " : "that ") + table(expr).label;
}

std::string Describer::run(const Expr& expr) {
  const Expr& condition = at(expr.args[1]);
  const std::string rows_of = rows(expr.args[0], Number::many);
  if (condition.op == Op::constant_truth) return "the unbroken run of " + rows_of;
  return "the unbroken run of " + rows_of + condition_on_row(expr.args[1], expr.binder);
}

std::string Describer::field(const Expr& expr) {
  const std::string& label = table(expr).fields[static_cast<std::size_t>(expr.field)].label;
  const std::string owner = phrase(expr.args[0]);
  if (owner == "it") return "its " + label;
  const bool is_short = owner.size() <= 32 && owner.find(" whose ") == std::string::npos &&
                        owner.find(" for which ") == std::string::npos;
  return is_short ? owner + "'s " + label : "the " + label + " of " + owner;
}

}  // namespace tidemark
