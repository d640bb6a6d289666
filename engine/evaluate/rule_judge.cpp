#include "evaluate/rule_judge.hpp"

#include <algorithm>

namespace tidemark {
namespace {

Date last_good_day(Date due, bool reaches) {
  if (!reaches || due.is_absent()) return due;
  if (due.lo != k_earliest) --due.lo;
  if (due.hi != k_latest) --due.hi;
  return due;
}

void take(const Timing& timing, Judgement& judgement) {
  judgement.verdict = timing.verdict;
  judgement.has_days_over = timing.has_days_over;
  judgement.at_least = timing.at_least;
  judgement.days_over = timing.days_over;
}

Date amber_before(const Date& due, const std::optional<Span>& amber,
                  const WorkingCalendar& calendar) {
  return amber ? shift(due, *amber, -1, calendar) : Date::absent();
}

Due hull(const Due& a, const Due& b) {
  const Date amber = a.amber_from.is_absent()   ? b.amber_from
                     : b.amber_from.is_absent() ? a.amber_from
                                                : hull(a.amber_from, b.amber_from);
  return {hull(a.due, b.due), hull(a.last_good, b.last_good), amber};
}

}  // namespace

// The due date by the first limit whose condition holds; all that it could be where one cannot be
// decided.
Due RuleJudge::due_of(const Rule& rule, const Date& clock) {
  const WorkingCalendar& calendar = evaluator_.calendar();
  if (rule.due != k_no_expr) {
    const Date due = evaluator_.date(rule.due);
    return {due, last_good_day(due, rule.breach_on_due), amber_before(due, rule.amber, calendar)};
  }
  Due result{Date::absent(), Date::absent()};
  for (const LimitChoice& choice : rule.limits) {
    const Truth holds = choice.when == k_no_expr ? Truth::yes : evaluator_.truth(choice.when);
    if (holds == Truth::no) continue;
    const Date due = shift(clock, choice.limit.span, 1, calendar);
    const Due chosen{
        due, last_good_day(due, choice.limit.reaches),
        amber_before(due, choice.limit.amber ? choice.limit.amber : rule.amber, calendar)};
    result = result.due.is_absent() ? chosen : hull(result, chosen);
    if (holds == Truth::yes) return result;
  }
  result.due.may_be_absent = result.last_good.may_be_absent = true;  // perhaps none applies
  return result;
}

// Which version of a rule the law's date chooses; a date that is only partly known chooses by its
// last day.
bool RuleJudge::in_force(const Rule& rule, const Judgement& judgement) const {
  if (!rule.in_force) return true;
  const InForce& law = *rule.in_force;
  const Date& by = law.by_due ? judgement.due : judgement.clock;
  const Day day = by.is_absent() ? k_latest : by.hi;
  return day >= law.from && day <= law.to;
}

// readings.md, "What a table covers": nobody can say whether such a duty was done in time, nor
// whether one was that may have fallen due before. A clock that has not run out is not touched.
bool RuleJudge::fell_due_before_cover(std::size_t index, const Date& due) const {
  const std::vector<int>& tables = evaluator_.plan().stop_tables(index);
  return std::any_of(tables.begin(), tables.end(), [&](int table) {
    const CaseSlice& slice = evaluator_.child_case().tables[static_cast<std::size_t>(table)];
    return slice.supply == Supply::full && due.lo < slice.covers_from &&
           slice.covers_from != k_earliest;
  });
}

void RuleJudge::explain_breach(const Rule& rule, Judgement& judgement) {
  for (std::size_t i = 0; i < rule.explained_by.size(); ++i) {
    const Truth holds = evaluator_.truth(rule.explained_by[i].when);
    if (holds == Truth::yes) {
      judgement.verdict = Verdict::explained;
      judgement.reason = static_cast<std::int16_t>(i);
      judgement.reason_not_evidenced = false;
      return;
    }
    if (holds == Truth::unknown && !judgement.reason_not_evidenced) {
      judgement.reason_not_evidenced = true;
      judgement.reason = static_cast<std::int16_t>(i);
    }
  }
}

// A blank clock is some day up to the as-at day; said so it would be another occasion every run.
Date RuleJudge::clock_of(const Rule& rule) {
  const Date clock = evaluator_.date(rule.clock);
  return says_nothing(clock, evaluator_.child_case().as_at) ? Date::unknown() : clock;
}

void RuleJudge::judge_state(const Rule& rule, Judgement& judgement) {
  if (rule.clock != k_no_expr) judgement.clock = clock_of(rule);
  const Truth breach = evaluator_.truth(rule.breach_when);
  if (breach == Truth::unknown) {
    judgement.verdict = Verdict::cannot_decide;
    return;
  }
  if (breach == Truth::yes) {
    if (rule.due != k_no_expr) judgement.due = evaluator_.date(rule.due);
    take(breach_since(judgement.due, evaluator_.child_case().as_at), judgement);
    return;
  }
  const bool amber = rule.amber_when != k_no_expr && evaluator_.truth(rule.amber_when) != Truth::no;
  judgement.verdict = amber ? Verdict::due_soon : Verdict::on_track;
}

void RuleJudge::judge_clock(const Rule& rule, std::size_t index, Judgement& judgement) {
  const Day as_at = evaluator_.child_case().as_at;
  if (rule.clock != k_no_expr) judgement.clock = clock_of(rule);
  const Due due = due_of(rule, judgement.clock);
  judgement.due = due.due;
  const Date stop = rule.stops == k_no_expr ? Date::absent() : evaluator_.date(rule.stops);
  judgement.has_stopped = !stop.is_absent() && !stop.may_be_absent;
  const bool has_run_out = due.last_good.lo < as_at;
  if (has_run_out && !due.due.is_absent() && fell_due_before_cover(index, due.due)) {
    judgement.verdict = Verdict::cannot_decide;
    return;
  }
  take(decide(due, stop, as_at), judgement);
}

void RuleJudge::judge_timing(const Rule& rule, std::size_t index, Judgement& judgement) {
  if (rule.breach_when != k_no_expr) {
    judge_state(rule, judgement);
  } else {
    judge_clock(rule, index, judgement);
  }
  if (rule.in_force.has_value() && !in_force(rule, judgement)) {
    judgement = {judgement.rule, Verdict::not_applicable};
    return;
  }
  if (judgement.verdict == Verdict::breach) explain_breach(rule, judgement);
}

// Of several versions of a rule only the one in force speaks, also where it cannot decide.
bool RuleJudge::version_may_apply(const Rule& rule, std::size_t index) {
  if (!rule.in_force.has_value()) return true;
  Judgement judgement;
  judge_timing(rule, index, judgement);
  return judgement.verdict != Verdict::not_applicable;
}

// A row that may exist but that nobody supplied is an occasion only where the rule could apply.
Judgement RuleJudge::judge_unseen(std::size_t index, int table) {
  const Rule& rule = evaluator_.plan().rulebook().rules[index];
  evaluator_.bind_unseen(rule.each_binder, table);
  const bool outside = rule.applies != k_no_expr && evaluator_.truth(rule.applies) == Truth::no;
  return outside || !version_may_apply(rule, index) ? Judgement{}
                                                    : Judgement{0, Verdict::cannot_decide, true};
}

Judgement RuleJudge::judge_occasion(std::size_t index, std::int32_t row) {
  const Rule& rule = evaluator_.plan().rulebook().rules[index];
  Judgement judgement;
  if (rule.each != k_no_expr) {
    const Rows occasions = evaluator_.rows(rule.each);
    if (row < 0) {
      judgement = judge_unseen(index, occasions.table);
    } else {
      evaluator_.bind(rule.each_binder, occasions.table, static_cast<std::uint32_t>(row));
      judgement = judge_bound(rule, index);
      // Whether a row that only may match is an occasion at all cannot be decided.
      const bool open = !occasions.is_definite(static_cast<std::uint32_t>(row));
      if (open && judgement.verdict != Verdict::not_applicable) {
        judgement = {0, Verdict::cannot_decide, true};
      }
    }
  } else {
    judgement = judge_bound(rule, index);
  }
  if (!evaluator_.error().empty()) judgement = {0, Verdict::error};
  judgement.rule = static_cast<std::uint16_t>(index);
  judgement.child = evaluator_.child_case().child;
  judgement.row = row;
  return judgement;
}

Judgement RuleJudge::judge_bound(const Rule& rule, std::size_t index) {
  Judgement judgement;
  const Truth applies = rule.applies == k_no_expr ? Truth::yes : evaluator_.truth(rule.applies);
  if (applies == Truth::yes) {
    judge_timing(rule, index, judgement);
  } else if (applies == Truth::unknown && version_may_apply(rule, index)) {
    judgement.verdict = Verdict::cannot_decide;
    judgement.population_undecided = true;
  }
  return judgement;
}

void RuleJudge::judge(std::size_t index, std::vector<Judgement>& out) {
  const Rule& rule = evaluator_.plan().rulebook().rules[index];
  evaluator_.forget_error();
  if (rule.each == k_no_expr) {
    out.push_back(judge_occasion(index, -1));
    return;
  }
  const Rows occasions = evaluator_.rows(rule.each);
  bool none_seen = true;
  for (std::uint32_t at = 0; at < occasions.count; ++at) {
    if (!occasions.is_possible(at)) continue;
    none_seen = false;
    out.push_back(judge_occasion(index, static_cast<std::int32_t>(at)));
    evaluator_.forget_error();
  }
  const bool failed = !evaluator_.error().empty();
  if (none_seen && (occasions.unseen || occasions.unseen_before || failed)) {
    out.push_back(judge_occasion(index, -1));
  }
}

}  // namespace tidemark
