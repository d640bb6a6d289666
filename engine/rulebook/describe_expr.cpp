#include "rulebook/describe_expr.hpp"

#include <algorithm>

#include "rulebook/wording.hpp"

namespace tidemark {

std::string plural(std::string_view noun) {
  const std::string text(noun);
  for (const char* joint : {" for ", " of ", " at ", " with "}) {  // "decision for adoption"
    const std::size_t end = noun.find(joint);
    if (end != std::string_view::npos) return plural(noun.substr(0, end)) + text.substr(end);
  }
  const auto ends = [&](std::string_view end) { return noun.ends_with(end); };
  if (ends("s") || ends("x") || ends("ch") || ends("sh")) return text + "es";
  const bool vowel_y = ends("ay") || ends("ey") || ends("oy") || ends("uy");
  if (ends("y") && !vowel_y) return text.substr(0, text.size() - 1) + "ies";
  return text + "s";
}

const Field* Describer::field_of(ExprId id) const {
  const Expr& expr = at(id);
  switch (expr.op) {
    case Op::value_field:
    case Op::date_field:
    case Op::number_field:
      return &table(expr).fields[static_cast<std::size_t>(expr.field)];
    case Op::first_known:
    case Op::either_of:
      return field_of(expr.args[0]);
    case Op::choose:
      return field_of(expr.args[1]);
    default:
      return nullptr;
  }
}

std::string Describer::word(ExprId id) {
  if (words_ != nullptr && std::find(words_->begin(), words_->end(), id) == words_->end()) {
    words_->push_back(id);
  }
  return spaced(at(id).word);
}

std::string Describer::phrase(ExprId id) {
  const Expr& expr = at(id);
  if (expr.type == Type::rows) return rows(id, Number::many);
  if (!expr.word.empty() && expr.type == Type::truth) return word(id);
  if (!expr.word.empty()) return "the " + word(id);
  if (expr.type == Type::row) return row(id);
  ++depth_;
  std::string text = opened(id);
  --depth_;
  // A choice inside something longer would not end where it ends.
  return expr.op == Op::choose && depth_ > 0 ? "(" + text + ")" : text;
}

std::string Describer::opened(ExprId id) {
  const Expr& expr = at(id);
  switch (expr.type) {
    case Type::truth:
      return truth(expr);
    case Type::date:
    case Type::number:
    case Type::value:
      return date_or_number(expr);
    case Type::window:
      return window(expr);
    case Type::run:
      return run(expr);
    case Type::rows:
      return expr.op == Op::choose ? choice(expr) : unnamed_rows(id, Number::many);
    case Type::row:
      break;
  }
  if (expr.op == Op::current) return chosen("current", expr.args[0]);
  if (expr.op == Op::latest) return chosen("latest", expr.args[0]);
  if (expr.op == Op::earliest) return chosen("earliest", expr.args[0]);
  if (expr.op == Op::choose) return choice(expr);
  return row(id);
}

}  // namespace tidemark
