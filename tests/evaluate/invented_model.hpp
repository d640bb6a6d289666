// A small model of invented case tables, and the words of the rule language as C++ functions that
// build expressions over it. For tests that look at the evaluator without Lua.
#pragma once

#include <string>
#include <vector>

#include "rulebook/rulebook.hpp"

namespace tidemark::invented {

// Tables and fields by index, as model() declares them.
enum Table { k_child, k_stay, k_visit, k_match };
enum ChildField { k_born, k_agrees };
enum StayField { k_from, k_to, k_kind, k_place };
enum VisitField { k_on, k_part, k_score, k_next };
enum MatchField { k_match_kind, k_decided };
enum Kind { k_home, k_foster, k_away };  // codes of stay.kind; `away` is passed over by :unbroken

[[nodiscard]] Model model();

// Builds expressions in a rulebook's pool.
class Words {
 public:
  explicit Words(Rulebook& rulebook) : rulebook_(rulebook) {}

  [[nodiscard]] ExprId truth(bool value) const;
  [[nodiscard]] ExprId op(Op op, Type type, std::vector<ExprId> args) const;
  [[nodiscard]] ExprId all(std::vector<ExprId> parts) const;
  [[nodiscard]] ExprId any_of(std::vector<ExprId> parts) const;
  [[nodiscard]] ExprId none(std::vector<ExprId> parts) const;
  [[nodiscard]] ExprId day(Day day) const;
  [[nodiscard]] ExprId as_at() const;
  [[nodiscard]] ExprId number(double number) const;
  [[nodiscard]] ExprId plus(ExprId date, Span span) const;
  [[nodiscard]] ExprId minus(ExprId date, Span span) const;

  [[nodiscard]] ExprId rows(int table) const;
  [[nodiscard]] ExprId bound(int table, int binder) const;
  [[nodiscard]] ExprId where(ExprId rows, int binder, ExprId condition) const;
  [[nodiscard]] ExprId unbroken(ExprId rows, int binder, ExprId condition) const;
  [[nodiscard]] ExprId pick(Op op, ExprId rows, int nth = 0) const;  // current, latest, ...
  [[nodiscard]] ExprId among(Op op, ExprId rows, ExprId window) const;
  [[nodiscard]] ExprId window(ExprId first_outside, ExprId last_inside) const;

  [[nodiscard]] ExprId date_of(ExprId row, int field) const;
  [[nodiscard]] ExprId code_of(ExprId row, int field) const;
  [[nodiscard]] ExprId number_of(ExprId row, int field) const;
  [[nodiscard]] ExprId is(ExprId value, std::vector<Cell> codes) const;
  [[nodiscard]] ExprId is_not(ExprId value, std::vector<Cell> codes) const;
  [[nodiscard]] ExprId count_of(ExprId rows, int field) const;
  [[nodiscard]] ExprId field_in(Op op, ExprId rows, int field) const;
  [[nodiscard]] ExprId nth_day(ExprId rows, ExprId window, int n) const;
  [[nodiscard]] ExprId compute(Type type, int index) const;

  [[nodiscard]] const Expr& at(ExprId id) const { return rulebook_.exprs[id]; }

 private:
  Rulebook& rulebook_;
};

}  // namespace tidemark::invented
