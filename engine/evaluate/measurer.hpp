// Measurer: one measure over the child that an evaluator stands at. Used for totals and for the
// rows behind a restatement, so they cannot disagree. One per thread.
#pragma once

#include <functional>

#include "evaluate/evaluator.hpp"
#include "evaluate/measuring.hpp"
#include "snapshot/case_view.hpp"

namespace tidemark {

class Measurer {
 public:
  // `view` may be nullptr (invented children): then causes name no list of a council.
  Measurer(Evaluator& evaluator, const CaseView* view) : evaluator_(evaluator), view_(view) {}

  void tally(const Measure& measure, Tally& out);

  // One child (row -1) or one row that counts, for certain or perhaps.
  struct Item {
    std::int32_t row = -1;
    bool certain = true;
  };
  // Calls `visit` for each, with `this` bound to the row. False: others may exist that nobody saw.
  bool for_each_item(const Quantity& quantity, ExprId each,
                     const std::function<void(const Item&)>& visit);

 private:
  void count(const Measure& measure, Tally& out);
  void add_up(const Quantity& quantity, ExprId each, Sum& sum, Tally& out);
  void average(const Measure& measure, Tally& out);
  void divide(const Measure& measure, const Item& item, Tally& out);
  void note_missing(const Trace& trace, Tally& out);
  void note_cause(ExprId id, Tally& out);
  [[nodiscard]] bool rows_of(ExprId rows, const std::function<void(const Item&)>& visit);

  Evaluator& evaluator_;
  const CaseView* view_;
};

}  // namespace tidemark
