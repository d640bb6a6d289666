// Measure: what one file of rules/measures/ says, type-checked: a figure over all children, for a
// period, with what it must carry wherever it is printed. Values only; read by any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rulebook/expr.hpp"

namespace tidemark {

// A number that the record does not hold: a population, a count of places.
struct Assumption {
  double number = 0;
  std::string label, source;
};

// What is counted: children for whom something holds, rows, or a number that is added up.
struct Quantity {
  enum class Of : std::uint8_t { nothing, children, rows, number, assumption };
  Of of = Of::nothing;
  ExprId value = k_no_expr;
  Assumption assumed;  // for Of::assumption
};

// A part of a split: those of the whole for which it is the first that holds.
struct Part {
  std::string label;
  ExprId when = k_no_expr;  // k_no_expr: all the others
};

struct Rounding {
  int places = 0;
  bool truncated = false;  // else to the nearest, a half away from zero
};

// stock: as at the last day of the period; flow: what happened in it; during: true on any day of
// it.
enum class MeasureWindow : std::uint8_t { flow, stock, during };
enum class DividedAs : std::uint8_t { none, percent, per_10000, ratio };
enum class MeasureKind : std::uint8_t {
  counts,
  averages,
  changes,     // opening, closing and the change of a stock
  reconciles,  // opening + started - ceased = closing, with what is left over
  adds,        // other measures together
  forecast,    // what was achieved and is expected, against a target
  benchmark,   // against the mean of the same period in the years before
};
[[nodiscard]] const char* name_of(MeasureWindow w);
[[nodiscard]] const char* name_of(DividedAs s);  // "percent", "per 10,000"
[[nodiscard]] const char* name_of(MeasureKind k);

struct Measure {
  std::string id;
  Position at;
  MeasureKind kind = MeasureKind::counts;
  std::string title, source, unit;
  std::vector<std::string> assumes;
  std::string excludes, note;
  MeasureWindow window = MeasureWindow::flow;
  bool is_public = true;
  std::optional<Rounding> rounding;
  std::optional<double> at_most;

  Quantity counts, of;
  DividedAs as = DividedAs::none;
  std::vector<Part> split;
  ExprId each = k_no_expr;      // rows; binder 0 is the row. Of averages, and of numbers added up
  ExprId averages = k_no_expr;  // a number
  ExprId over = k_no_expr;      // children whose number is averaged

  // Ids of other measures, by what they are to this one; checked once all are loaded.
  std::string changes, stock, started, ceased, achieved, benchmark_of;
  std::vector<std::string> adds, less, expected;
  double target = 0;
  bool target_is_for_year = true;  // else for the period itself
  int benchmark_years = 0;
};

// Every expression of a measure, by reference.
[[nodiscard]] std::vector<ExprId*> expressions_of(Measure& measure);
// The ids of the measures that this one rests on, in the order of its file; some perhaps twice.
[[nodiscard]] std::vector<std::string> measures_under(const Measure& measure);

}  // namespace tidemark
