// Yes-or-no answers in plain English.
#include <cstdio>

#include "rulebook/describe_expr.hpp"
#include "rulebook/wording.hpp"

namespace tidemark {

std::string Describer::grouped(ExprId id) {
  const Expr& expr = at(id);
  const bool mixes = expr.word.empty() && (expr.op == Op::any_of || expr.op == Op::all_of);
  return mixes ? "(" + phrase(id) + ")" : phrase(id);
}

std::string Describer::junction(const Expr& expr, const char* joiner) {
  std::vector<std::string> parts;
  for (const ExprId arg : expr.args) parts.push_back(grouped(arg));
  std::string text = parts[0];
  for (std::size_t i = 1; i < parts.size(); ++i) text += joiner + parts[i];
  return text;
}

std::string Describer::values(const Expr& expr) {
  std::vector<std::string> items;
  const Field* field = field_of(expr.args[0]);
  for (const Cell code : expr.codes) {
    if (field == nullptr) continue;
    const Code& each = field->codes[static_cast<std::size_t>(code)];
    const bool said = each.meaning.empty() || each.meaning == each.value ||
                      !explained_.insert({field, code}).second;
    items.push_back(said ? each.value : each.value + " (" + each.meaning + ")");
  }
  for (const std::string& text : expr.texts) items.push_back("\"" + text + "\"");
  return listed(items, " or ");
}

std::string Describer::recorded(const Expr& expr, bool known) {
  const Expr& what = at(expr.args[0]);
  if (what.type == Type::row || what.type == Type::run) {
    std::string text = phrase(expr.args[0]);
    if (known && !what.word.empty()) return "the record shows " + text;
    if (text.starts_with("the ")) text.erase(0, 4);
    if (!what.word.empty()) return "the record shows no " + text;
    return known ? "there is " + with_article(text) : "there is no " + text;
  }
  const Field* field = field_of(expr.args[0]);
  const bool event = field != nullptr &&
                     (field->kind == FieldKind::milestone || field->kind == FieldKind::booking);
  if (!event) return phrase(expr.args[0]) + (known ? " is recorded" : " is not recorded");
  std::string text = phrase(expr.args[0]);
  if (known) return text + " is on record";
  if (text.starts_with("the ")) text.erase(0, 4);
  return text.starts_with("its ") ? text + " is blank" : "there is no " + text;
}

namespace {

// What stands between the two sides of a comparison; nullptr for what is none.
const char* verb_of(Op op) {
  switch (op) {
    case Op::same_value:
      return " is the same as ";
    case Op::before:
      return " is before ";
    case Op::after:
      return " is after ";
    case Op::on_or_before:
      return " is on or before ";
    case Op::on_or_after:
      return " is on or after ";
    case Op::same_day:
      return " is the same day as ";
    case Op::during:
      return " is in ";
    case Op::at_least:
      return " is at least ";
    case Op::more_than:
      return " is more than ";
    case Op::at_most:
      return " is at most ";
    case Op::under:
      return " is under ";
    case Op::equals:
      return " is ";
    default:
      return nullptr;
  }
}

}  // namespace

std::string Describer::truth(const Expr& expr) {
  if (const char* verb = verb_of(expr.op))
    return phrase(expr.args[0]) + verb + phrase(expr.args[1]);
  const auto of_value = [&](const char* verb) {
    return phrase(expr.args[0]) + verb + values(expr);
  };
  switch (expr.op) {
    case Op::constant_truth:
      if (expr.codes.empty()) return "it cannot be told (" + expr.texts[0] + ")";
      return expr.codes[0] == 1 ? "always" : "never";
    case Op::all_of:
      return junction(expr, " and ");
    case Op::any_of:
      return junction(expr, " or ");
    case Op::none_of:
      return (expr.args.size() == 1 ? "not: " : "none of these: ") + junction(expr, "; ");
    case Op::value_is:
      return of_value(" is ");
    case Op::value_is_not:
      return of_value(" is recorded and is not ");
    case Op::includes:
      return of_value(" includes ");
    case Op::text_contains:
      return of_value(" says ");
    case Op::is_known:
      return recorded(expr, true);
    case Op::is_missing:
      return recorded(expr, false);
    case Op::any_rows:
      return "there is " + rows(expr.args[0], Number::a);
    case Op::supplied:
      return with_article(table(expr).list) + " was supplied";
    case Op::choose:
      return choice(expr);
    default:
      break;
  }
  return "the logic \"" + computes_[static_cast<std::size_t>(expr.compute)].name + "\" says yes";
}

}  // namespace tidemark
