// Unbroken runs of the evaluator.
#include <algorithm>

#include "evaluate/filtering.hpp"
#include "evaluate/hulls.hpp"

namespace tidemark {
namespace {

constexpr int k_from = 0;  // field 0 of periods is the first day, field 1 the end
constexpr int k_to = 1;
// With more rows than this whose beginning is open, whether one of them touches is left open too.
constexpr std::size_t k_most_open_rows = 64;

}  // namespace

// The walk back from one row, from each row to the one that ends on the day it begins.
class Evaluator::RunBack {
 public:
  RunBack(Evaluator& evaluator, const PlanNode& node, const Rows& from)
      : evaluator_(evaluator),
        node_(node),
        from_(from),
        table_(evaluator.case_table(from.table)),
        filtering_(evaluator, evaluator.filter_of(node), from.table) {
    if (evaluator.slice(from.table).plain_dates) return;
    for (std::uint32_t at = 0; at < from.count; ++at) {
      if (from.is_possible(at) && !is_placed(at)) open_rows_.push_back(at);
    }
  }

  [[nodiscard]] Run from_row(std::uint32_t start) {
    run_ = {};
    sure_ = true;
    std::uint32_t at = start;
    while (take(at, at == start)) {
      if (const Before before = row_before(at); before.row >= 0 && !before.open) {
        at = static_cast<std::uint32_t>(before.row);
      } else {
        if (before.open || from_.unseen_before) may_go_further_back();
        break;
      }
    }
    if (run_.exists == Truth::no) return {};
    run_.to = evaluator_.cell_date(from_.table, k_to, start);
    run_.from.may_be_absent = run_.from.may_be_absent || run_.exists == Truth::unknown;
    run_.to.may_be_absent = run_.to.may_be_absent || run_.exists == Truth::unknown;
    return run_;
  }

 private:
  struct Before {
    int row = -1;
    bool open = false;  // the record leaves open whether or which row it is
  };

  [[nodiscard]] Date begins(std::uint32_t at) const {
    return evaluator_.case_->date_at(from_.table, k_from, at);
  }

  [[nodiscard]] bool is_placed(std::uint32_t at) const {
    return is_plain(evaluator_.case_->cell(from_.table, k_from, at));
  }

  [[nodiscard]] Truth is_bridged(std::uint32_t at) const {
    if (table_.bridged_field < 0) return Truth::no;
    const auto listed = [&](Cell code) {
      return truth_of(std::find(table_.bridged.begin(), table_.bridged.end(), code) !=
                      table_.bridged.end());
    };
    const Cell cell = evaluator_.case_->cell(from_.table, table_.bridged_field, at);
    if (is_plain(cell) || cell == k_cell_absent) return listed(cell);
    if (!is_side(cell)) return Truth::unknown;
    const auto& [a, b] =
        evaluator_.case_->pools->either[static_cast<std::size_t>(cell - k_cell_side)];
    return either(listed(a), listed(b));
  }

  // Adds the row to the run, or passes it over. False: the run does not reach back beyond it.
  [[nodiscard]] bool take(std::uint32_t at, bool is_start) {
    const std::size_t mark = evaluator_.trace_ != nullptr ? evaluator_.trace_->mark() : 0;
    Truth holds = evaluator_.holds_for(node_, filtering_, from_.table, at);
    if (!is_start && !from_.is_definite(at)) holds = holds & Truth::unknown;
    if (holds == Truth::no) {
      const Truth bridged = is_bridged(at);
      sure_ = sure_ && bridged == Truth::yes;
      if (bridged == Truth::no && evaluator_.trace_ != nullptr && run_.exists != Truth::no) {
        evaluator_.trace_->forget_since(mark);
      }
      return bridged != Truth::no;
    }
    const Date first = evaluator_.cell_date(from_.table, k_from, at);
    const bool certain = sure_ && holds == Truth::yes;
    if (certain || run_.exists == Truth::no) {
      run_.from = first;
      run_.exists = certain ? Truth::yes : Truth::unknown;
    } else {
      run_.from = hull(run_.from, first);
    }
    // What is passed over anyway does not break the run where its own answer is open.
    sure_ = sure_ && (holds == Truth::yes || is_bridged(at) == Truth::yes);
    return true;
  }

  [[nodiscard]] bool may_touch(std::uint32_t at, const Date& next) const {
    const Date ends = evaluator_.case_->date_at(from_.table, k_to, at);
    if (ends.is_absent() || ends.lo > next.hi) return false;
    return next.lo == k_earliest || ends.hi >= next.lo - table_.touching_days;
  }

  // The row that ends on the day this one begins (or within the table's touching days). Rows are
  // looked at once in all steps of a run together, so a long history costs no more than its rows.
  [[nodiscard]] Before row_before(std::uint32_t at) const {
    const Date first = begins(at);
    if (!is_placed(at)) return {-1, any_may_touch(at, first)};
    if (open_rows_.size() > k_most_open_rows) return {-1, true};
    for (const std::uint32_t open : open_rows_) {
      if (open != at && may_touch(open, first)) return {-1, true};
    }
    for (std::uint32_t i = at; i-- > 0;) {
      const Cell ends = evaluator_.case_->cell(from_.table, k_to, i);
      const bool plain = is_plain(ends);
      if (plain && (ends > first.lo || first.lo - ends > table_.touching_days)) continue;
      if (!from_.is_possible(i) || (!plain && !may_touch(i, first))) continue;
      return {static_cast<int>(i), !plain || !from_.is_definite(i)};
    }
    return {};
  }

  [[nodiscard]] bool any_may_touch(std::uint32_t at, const Date& first) const {
    for (std::uint32_t i = 0; i < from_.count; ++i) {
      if (i != at && from_.is_possible(i) && may_touch(i, first)) return true;
    }
    return false;
  }

  void may_go_further_back() {
    Day earliest = from_.unseen_before ? k_earliest : k_latest;
    for (std::uint32_t at = 0; at < from_.count && earliest != k_earliest; ++at) {
      if (from_.is_possible(at)) earliest = std::min(earliest, begins(at).lo);
    }
    if (run_.exists != Truth::no) {
      run_.from.lo = std::min(run_.from.lo, earliest);
      return;
    }
    run_.exists = Truth::unknown;  // only rows that are passed over were met
    run_.from = Date::undecided();
  }

  Evaluator& evaluator_;
  const PlanNode& node_;
  const Rows& from_;
  const CaseTable& table_;
  Filtering filtering_;
  std::vector<std::uint32_t> open_rows_;  // of which the day they begin on is open
  Run run_;
  bool sure_ = true;  // the run reaches back this far for certain
};

// Steps back from the current row (the latest, if none is current) while the condition holds. What
// the record leaves open makes the start an interval.
Run Evaluator::compute_run(const PlanNode& node) {
  if (node.op == Op::choose) return choose<Run>(node);
  const Rows from = rows(node.a);
  const Row now = current(from);
  const Row last = now.may_be_absent ? nth_from(from, true, 1) : Row{};
  const Bound outer = bound_[static_cast<std::size_t>(node.binder)];
  RunBack back(*this, node, from);
  Run result;
  bool any = false;
  for (const Row* start : {&now, &last}) {
    for (std::uint32_t i = 0; i < start->candidates; ++i) {
      const Run from_there = back.from_row(start->candidate(i));
      result = any ? hull_of(result, from_there) : from_there;
      any = true;
    }
  }
  bound_[static_cast<std::size_t>(node.binder)] = outer;
  if (any && last.may_be_absent) result = hull_of(result, Run{});
  const Run undecided{Date::undecided(), Date::undecided(), Truth::unknown};
  return now.unseen || last.unseen ? undecided : result;
}

}  // namespace tidemark
