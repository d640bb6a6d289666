// Plan: the rulebook's expressions made ready to run over one snapshot: flat nodes, constants
// resolved, what may be remembered for a child marked. Built once, then read by any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "evaluate/row_filter.hpp"
#include "evaluate/values.hpp"
#include "rulebook/rulebook.hpp"

namespace tidemark {

struct PlanNode {
  Op op = Op::constant_truth;
  Type type = Type::truth;
  FieldKind kind = FieldKind::text;  // of the field, for field ops
  bool remembered = false;   // does not depend on an enclosing row, so it is computed once a child
  bool fixed = false;        // the same for every child of the snapshot
  bool small_codes = false;  // every code is below 64: code_bits decides
  std::int16_t table = -1;
  std::int16_t field = -1;
  std::int16_t binder = -1;
  std::uint32_t arg_count = 0;
  ExprId a = k_no_expr, b = k_no_expr;  // the first two args
  const ExprId* args = nullptr;         // all of them, in the rulebook
  std::uint64_t code_bits = 0;
  const std::vector<std::string>* texts = nullptr;  // in lower case for text_contains
  std::vector<Cell> codes;  // codes, or texts as this snapshot interned them
  Day day = 0;
  double number = 0;
  Span span;
  int compute = -1;
  std::optional<RowFilter> filter;  // of where_rows and unbroken, where the condition allows one
};

class Plan {
 public:
  // `texts`: where this snapshot's texts are interned. The rulebook must outlive the plan.
  // `missing`: by case table, those of which no child has a row (missing_tables); empty where the
  // plan is for more than one snapshot. What is asked of them is computed once, not child by child,
  // by evaluators that see every child as at the same day.
  Plan(const Rulebook& rulebook, const TextPool& texts, const std::vector<bool>& missing = {});

  [[nodiscard]] const PlanNode& operator[](ExprId id) const {
    return nodes_[static_cast<std::size_t>(id)];
  }
  [[nodiscard]] ExprId id_of(const PlanNode& node) const {
    return static_cast<ExprId>(&node - nodes_.data());
  }
  [[nodiscard]] std::size_t size() const { return nodes_.size(); }
  [[nodiscard]] const Rulebook& rulebook() const { return rulebook_; }

  // The tables of events that a rule's `stops` reads: a duty that fell due before what such a
  // table covers cannot be decided (domain/readings.md, "What a table covers").
  [[nodiscard]] const std::vector<int>& stop_tables(std::size_t rule) const {
    return stop_tables_[rule];
  }

 private:
  const Rulebook& rulebook_;
  std::vector<PlanNode> nodes_;
  std::vector<std::vector<int>> stop_tables_;
};

}  // namespace tidemark
