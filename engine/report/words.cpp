#include "report/words.hpp"

#include "rulebook/describe.hpp"

namespace tidemark::report {

namespace {

// Signs differ in shape, so that a page printed in black and white still tells them apart.
const char* sign_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::breach:
      return "■";
    case Verdict::explained:
      return "□";
    case Verdict::due_soon:
      return "▲";
    case Verdict::cannot_decide:
      return "?";
    case Verdict::met_late:
      return "●";
    case Verdict::error:
      return "✕";
    case Verdict::on_track:
      return "○";
    case Verdict::not_applicable:
      return "–";
  }
  return "";
}

}  // namespace

std::string words_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::not_applicable:
      return "Not applicable";
    case Verdict::on_track:
      return "On track";
    case Verdict::due_soon:
      return "Due soon";
    case Verdict::breach:
      return "Breach";
    case Verdict::explained:
      return "Breach, explained";
    case Verdict::met_late:
      return "Done late";
    case Verdict::cannot_decide:
      return "Cannot be decided";
    case Verdict::error:
      return "Error in the rule";
  }
  return {};
}

std::string words_of(Standing standing) {
  switch (standing) {
    case Standing::statutory:
      return "Statutory limit";
    case Standing::guidance:
      return "Guidance";
    case Standing::local:
      return "Local standard";
  }
  return {};
}

std::string words_of(Severity severity) {
  switch (severity) {
    case Severity::critical:
      return "Critical";
    case Severity::high:
      return "High";
    case Severity::medium:
      return "Medium";
    case Severity::low:
      return "Low";
  }
  return {};
}

Markup state(Verdict verdict) {
  const Markup sign{std::string("<span aria-hidden=\"true\">") + sign_of(verdict) + "</span> "};
  return element("span", sign + text(words_of(verdict)), std::string("state ") + name_of(verdict));
}

std::string number(std::uint64_t n) {
  std::string digits = std::to_string(n);
  for (std::size_t place = digits.size(); place > 3;) {
    place -= 3;
    digits.insert(place, ",");
  }
  return digits;
}

std::string counted(std::uint64_t n, const std::string& one, const std::string& many) {
  return number(n) + " " + (n == 1 ? one : many);
}

std::string children(std::uint64_t n) {
  return counted(n, "child", "children");
}

std::string days_over(const Judgement& judgement) {
  if (!judgement.has_days_over) return {};
  const auto days = static_cast<std::uint64_t>(judgement.days_over < 0 ? 0 : judgement.days_over);
  return (judgement.at_least ? "at least " : "") + counted(days, "day", "days");
}

std::string limit_of(const Rulebook& rulebook, const Rule& rule) {
  std::string out;
  for (const LimitChoice& choice : rule.limits) {
    if (!out.empty()) out += "; ";
    if (choice.when != k_no_expr) out += "where " + describe(rulebook, choice.when) + ": ";
    if (choice.when == k_no_expr && rule.limits.size() > 1) out += "otherwise: ";
    out += tidemark::words_of(choice.limit);
  }
  if (!out.empty()) return out;
  if (rule.breach_when != k_no_expr) return "a breach when " + describe(rulebook, rule.breach_when);
  if (rule.due != k_no_expr) return "due on " + describe(rulebook, rule.due);
  return "no limit is stated";
}

}  // namespace tidemark::report
