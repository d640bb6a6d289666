// Expressions in plain English. describe.hpp is the face for others. One Describer for one
// passage of text: it says what a code means the first time that it names it.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "rulebook/rulebook.hpp"

namespace tidemark {

class Describer {
 public:
  // What is described must outlive the Describer. `words` collects the shared words it names.
  Describer(const ExprPool& exprs, const Model& model, const std::vector<Compute>& computes,
            std::vector<ExprId>* words = nullptr)
      : exprs_(exprs), model_(model), computes_(computes), words_(words) {}

  [[nodiscard]] std::string phrase(ExprId id);  // shared words by their names
  [[nodiscard]] std::string opened(ExprId id);  // the outermost word opened up

 private:
  enum class Number : std::uint8_t { one, a, many };  // "placement", "a placement", "placements"

  [[nodiscard]] const Expr& at(ExprId id) const { return exprs_[id]; }
  [[nodiscard]] const CaseTable& table(const Expr& expr) const {
    return model_.tables[static_cast<std::size_t>(expr.table)];
  }
  [[nodiscard]] const Field* field_of(ExprId id) const;
  std::string word(ExprId id);

  // describe_truth.cpp
  std::string truth(const Expr& expr);
  std::string junction(const Expr& expr, const char* joiner);
  std::string recorded(const Expr& expr, bool known);
  std::string values(const Expr& expr);
  std::string grouped(ExprId id);  // in brackets where "and" and "or" would mix
  // describe_rows.cpp
  std::string rows(ExprId id, Number number);
  std::string unnamed_rows(ExprId id, Number number);
  std::string tail(ExprId id);
  std::string tail_before(const Expr& expr);
  std::string condition_on_row(ExprId id, int binder);
  std::string row(ExprId id);
  std::string chosen(const char* which, ExprId rows_id);
  std::string run(const Expr& expr);
  std::string field(const Expr& expr);
  // describe_dates.cpp
  std::string date_or_number(const Expr& expr);
  std::string number(const Expr& expr);  // "" for what is none
  std::string age(const Expr& expr);
  std::string choice(const Expr& expr);
  std::string window(const Expr& expr);

  const ExprPool& exprs_;
  const Model& model_;
  const std::vector<Compute>& computes_;
  std::vector<ExprId>* words_;
  std::set<std::pair<const Field*, Cell>> explained_;  // only asked, never listed
  int depth_ = 0;                                      // of phrases inside one another
  std::vector<int> binders_;  // of the rows being spoken of, outermost first
};

[[nodiscard]] std::string plural(std::string_view noun);

}  // namespace tidemark
