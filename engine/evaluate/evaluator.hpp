// Evaluator: computes expressions of a plan for one child at a time. Shared expressions are
// computed once a child. One per thread; the plan must outlive it. What each word means when a fact
// is unknown or absent is in docs/language-reference.md and said beside each function here.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "evaluate/beginnings.hpp"
#include "evaluate/plan.hpp"
#include "evaluate/trace.hpp"
#include "snapshot/child_case.hpp"

namespace tidemark {

class Evaluator {
 public:
  explicit Evaluator(const Plan& plan);

  // From here on, expressions are about this child. The case must stay until the next call.
  void start(const ChildCase& child_case);
  // The first day of a measure's period, for the children that come; its last is the as-at day.
  void begin_period(Day first) { period_start_ = first; }
  // Notes cells while computing, also those that a remembered answer rests on. nullptr ends it.
  void trace_into(Trace* trace) { trace_ = trace; }
  // Another calendar than the rulebook's, for an example that brings its own; it must stay.
  void use_calendar(const WorkingCalendar& calendar) { calendar_ = &calendar; }
  [[nodiscard]] const WorkingCalendar& calendar() const { return *calendar_; }
  void bind(int binder, int table, std::uint32_t row);
  // The binder stands for a row that nobody supplied: whatever is asked of it is open.
  void bind_unseen(int binder, int table);

  [[nodiscard]] Truth truth(ExprId id);
  [[nodiscard]] Date date(ExprId id);
  [[nodiscard]] Number number(ExprId id);
  [[nodiscard]] CodeValue code(ExprId id);
  [[nodiscard]] Rows rows(ExprId id);
  [[nodiscard]] Row row(ExprId id);
  [[nodiscard]] Run run(ExprId id);
  [[nodiscard]] Window window(ExprId id);

  // A compute function that failed while answering for this child: its message, else "".
  [[nodiscard]] const std::string& error() const { return error_; }
  void forget_error() { error_.clear(); }
  [[nodiscard]] const ChildCase& child_case() const { return *case_; }
  [[nodiscard]] const Plan& plan() const { return plan_; }

 private:
  struct Slot {
    std::uint32_t good_until = 0;  // the epoch, a child each, up to which the value holds
    Value value;
  };
  struct Noted {
    std::uint32_t epoch = 0;
    std::vector<CellRef> cells;
  };
  struct Bound {
    int table = -1;
    std::uint32_t row = 0;
    bool unseen = false;
  };

  // Arena: words for row sets, alive until the next child.
  [[nodiscard]] std::uint64_t* words(std::uint32_t n);
  [[nodiscard]] std::uint32_t* row_list(const std::vector<std::uint32_t>& rows);

  // evaluator.cpp
  Truth compute_truth(const PlanNode& node);
  Truth constant(const PlanNode& node);
  Truth logic(const PlanNode& node);
  Truth known(ExprId id);
  template <class T>
  T choose(const PlanNode& node);
  template <class T>
  T value_of(ExprId id);
  template <class T>
  T remembered(ExprId id, T Value::*member, T (Evaluator::*compute)(const PlanNode&));
  void keep_noted(ExprId id, std::size_t mark);
  [[nodiscard]] bool note_again(ExprId id);
  ComputeResult run_compute(const PlanNode& node);

  // evaluator_codes.cpp
  Truth code_is(const PlanNode& node);
  Truth text_contains(const PlanNode& node);
  Truth includes(const PlanNode& node);
  Truth same_value(const PlanNode& node);
  CodeValue compute_code(const PlanNode& node);
  CodeValue cell_code(int table, int field, std::uint32_t at);

  // evaluator_dates.cpp
  Date compute_date(const PlanNode& node);
  Date cell_date(int table, int field, std::uint32_t at);
  Date field_of_row(const Row& row, int field);
  Date first_known_date(const PlanNode& node);
  Date either_date(const PlanNode& node);
  Date date_in_rows(const Rows& rows, int field, Op op);
  Number compute_number(const PlanNode& node);
  Number cell_number(int table, int field, std::uint32_t at);
  Window compute_window(const PlanNode& node);
  Truth compare_dates(const PlanNode& node);
  Truth compare_numbers(const PlanNode& node);

  // evaluator_rows.cpp
  Rows compute_rows(const PlanNode& node);
  Rows all_rows(int table);
  Rows where_rows(const PlanNode& node);
  Rows chosen_rows(const PlanNode& node);
  class Filtering;
  [[nodiscard]] const RowFilter* filter_of(const PlanNode& node) const;
  Truth holds_for(const PlanNode& node, Filtering& filtering, int table, std::uint32_t at);
  Rows rows_when(const Rows& from, const Window& window, Op op);
  Truth in_window(int table, std::uint32_t at, const Window& window, Op op);
  void note_rows(const Rows& rows);
  void note_unseen(const Rows& rows);
  Truth any(const Rows& rows);
  void mark_unseen(Rows& rows, const Window& window);

  // evaluator_row.cpp
  Row compute_row(const PlanNode& node);
  Row current(const Rows& rows);
  Row current_among(const std::vector<Beginning>& running, const Rows& rows);
  std::vector<Beginning> beginnings(const Rows& rows, bool only_in_force);
  Row nth_from(const Rows& rows, bool from_end, std::uint32_t n);
  Row row_of(const std::vector<std::uint32_t>& candidates, int table, bool may_be_absent,
             bool unseen);
  Truth in_force(int table, std::uint32_t at);

  // evaluator_run.cpp
  class RunBack;
  Run compute_run(const PlanNode& node);

  // evaluator_counts.cpp
  class Covered;
  Number count(const Rows& rows);
  Number count_distinct(const Rows& rows, int field);
  Number days_within(const Rows& rows, const Window& window);
  Date nth_day(const Rows& rows, const Window& window, std::int64_t n);
  Number count_codes(const CodeValue& set);
  Number sum_in_rows(const Rows& rows, int field);

  [[nodiscard]] const CaseSlice& slice(int table) const {
    return case_->tables[static_cast<std::size_t>(table)];
  }
  [[nodiscard]] const CaseTable& case_table(int table) const {
    return plan_.rulebook().model.tables[static_cast<std::size_t>(table)];
  }

  const Plan& plan_;
  const WorkingCalendar* calendar_;
  const ChildCase* case_ = nullptr;
  Day period_start_ = k_earliest;
  std::uint32_t epoch_ = 0;
  std::vector<Slot> slots_;
  std::vector<Noted> noted_;  // by expression; empty until cells are first noted
  std::vector<Bound> bound_;
  std::vector<std::unique_ptr<std::uint64_t[]>> blocks_;
  std::vector<std::unique_ptr<std::uint64_t[]>> large_;
  std::size_t used_ = 0;
  std::vector<std::uint32_t> scratch_;
  std::unique_ptr<ComputeRunner> computes_;  // made when a compute is first met
  Trace* trace_ = nullptr;
  std::string error_;
};

}  // namespace tidemark
