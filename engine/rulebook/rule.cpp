#include "rulebook/rule.hpp"

#include <algorithm>

namespace tidemark {

const char* name_of(Verdict v) {
  switch (v) {
    case Verdict::not_applicable:
      return "not_applicable";
    case Verdict::on_track:
      return "on_track";
    case Verdict::due_soon:
      return "due_soon";
    case Verdict::breach:
      return "breach";
    case Verdict::explained:
      return "explained";
    case Verdict::met_late:
      return "met_late";
    case Verdict::cannot_decide:
      return "cannot_decide";
    case Verdict::error:
      return "error";
  }
  return "";
}

bool has_amber(const Rule& rule) {
  return rule.amber.has_value() || rule.amber_when != k_no_expr ||
         std::any_of(rule.limits.begin(), rule.limits.end(),
                     [](const LimitChoice& choice) { return choice.limit.amber.has_value(); });
}

const char* name_of(Standing s) {
  switch (s) {
    case Standing::statutory:
      return "statutory";
    case Standing::guidance:
      return "guidance";
    case Standing::local:
      return "local";
  }
  return "";
}

const char* name_of(Severity s) {
  switch (s) {
    case Severity::critical:
      return "critical";
    case Severity::high:
      return "high";
    case Severity::medium:
      return "medium";
    case Severity::low:
      return "low";
  }
  return "";
}

const char* name_of(Maturity m) {
  switch (m) {
    case Maturity::draft:
      return "draft";
    case Maturity::trial:
      return "trial";
    case Maturity::live:
      return "live";
    case Maturity::retired:
      return "retired";
  }
  return "";
}

}  // namespace tidemark
