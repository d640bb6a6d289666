// Tracker: what one file of rules/trackers/ says, type-checked: who is on a saved list, what is
// shown of them, which rules are judged for them, and what the panel last noted. Values only; read
// by any thread.
#pragma once

#include <string>
#include <vector>

#include "rulebook/expr.hpp"

namespace tidemark {

struct Rulebook;

struct TrackerColumn {
  std::string heading;
  ExprId value = k_no_expr;  // a date, number, value or yes/no; rows are counted
};

// What the panel last noted of the child (or of the row of `each`); each may be k_no_expr.
struct PanelNote {
  ExprId seen = k_no_expr;  // date
  ExprId says = k_no_expr;  // value
  ExprId next = k_no_expr;  // date
};

struct Tracker {
  std::string id;
  Position at;
  std::string title, why, source;
  std::string panel;        // whose note it is; "" when none is shown
  ExprId who = k_no_expr;   // k_no_expr: every child, or every row of `each`
  ExprId each = k_no_expr;  // rows: one line for each; binder 0 is `this`
  PanelNote note;
  std::vector<TrackerColumn> columns;
  std::vector<std::string> rules;  // ids, each once, in the order of the columns
  ExprId order = k_no_expr;        // a date, earliest first, or a number, largest first
};

// Leaves in the book only this tracker, the rules that it names and the expressions that they rest
// on, so that nothing is read or judged for the others.
void keep_tracker(Rulebook& book, const std::string& id);

}  // namespace tidemark
