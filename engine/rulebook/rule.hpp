// Rule: what one file of rules/ says, type-checked. Setting: a number that managers own.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calendar/school_terms.hpp"
#include "rulebook/expr.hpp"

namespace tidemark {

enum class Verdict : std::uint8_t {
  not_applicable,
  on_track,
  due_soon,
  breach,
  explained,
  met_late,
  cannot_decide,
  error
};
[[nodiscard]] const char* name_of(Verdict v);  // "due_soon"

enum class Standing : std::uint8_t { statutory, guidance, local };
enum class Severity : std::uint8_t { critical, high, medium, low };
enum class Maturity : std::uint8_t { draft, trial, live, retired };
[[nodiscard]] const char* name_of(Standing s);
[[nodiscard]] const char* name_of(Severity s);
[[nodiscard]] const char* name_of(Maturity m);

// reaches: a breach on the day the span ends; the last good day is the day before.
// within: the last good day is the day the span ends.
struct Limit {
  Span span;
  bool reaches = false;
  int setting = -1;
  std::optional<Span> amber = std::nullopt;  // in place of the rule's
};

struct LimitChoice {
  ExprId when = k_no_expr;  // k_no_expr: otherwise
  Limit limit;
};

struct Reason {
  std::string text;  // may name facts: "hearing listed for {hearing}"
  ExprId when = k_no_expr;
};

struct Fact {
  std::string name;
  ExprId value = k_no_expr;
};

struct InForce {
  Day from = k_earliest;
  Day to = k_latest;
  bool by_due = false;  // chosen by the due date; else by the clock's start
};

// The rows of one case table in an example, cells by field (k_cell_absent / unknown for blanks as
// the model says). Side values are in Rulebook::given_pools.
struct GivenTable {
  int table = -1;
  std::vector<std::vector<Cell>> rows;
};

struct Example {
  std::string name;
  Day as_at = 0;
  std::vector<GivenTable> given;  // tables that are not named came and are empty
  std::vector<int> not_supplied;
  std::optional<SchoolTerms> terms;  // in place of the rulebook's
  Verdict expect = Verdict::on_track;
  std::optional<std::string> due, clock, reason;  // as findings.csv spells them
  std::optional<int> days_over;
  int line = 0;
};

struct Rule {
  std::string id;
  Position at;
  std::string title, why, source, owner, says;
  Standing standing = Standing::local;
  Severity severity = Severity::medium;
  Maturity maturity = Maturity::live;
  bool to_be_confirmed = false;  // printed beside the source
  ExprId applies = k_no_expr;
  ExprId each = k_no_expr;  // rows; each_binder is `this`
  int each_binder = -1;
  ExprId clock = k_no_expr;
  std::vector<LimitChoice> limits;  // in order; empty for rules with due or breach_when
  ExprId stops = k_no_expr;
  std::optional<Span> amber;
  ExprId due = k_no_expr;
  bool breach_on_due = false;  // with `due`: that day itself is a breach, as in `reaches`
  ExprId breach_when = k_no_expr;
  ExprId amber_when = k_no_expr;
  std::vector<Reason> explained_by;
  std::vector<Reason> says_also;  // sentences that follow `says`, each where its condition holds
  std::vector<Fact> facts;
  std::optional<InForce> in_force;
  std::vector<Example> examples;
  bool has_logic = false;  // uses compute
};

// Is there a warning before the due date, or a condition for one?
[[nodiscard]] bool has_amber(const Rule& rule);

struct Setting {
  std::string rule;
  std::string label;
  bool is_span = true;
  Span span, span_from, span_to;  // the value in force and the range people may choose
  double number = 0, number_from = 0, number_to = 0;
  Position at;
};

}  // namespace tidemark
