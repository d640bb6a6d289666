#include "audit/forecast.hpp"

#include <algorithm>
#include <tuple>

#include "audit/child_teams.hpp"

namespace tidemark {

namespace {

Day monday_of(Day day) {
  return day - weekday(day);
}

class Forecasting {
 public:
  Forecasting(const HeldSituation& held, Day until, int threads)
      : held_(held),
        as_at_(held.situation.as_at),
        until_(until),
        threads_(threads),
        teams_(*held.rulebook, *held.snapshot, held.situation.as_at) {
    result_.name = held.name;
    result_.as_at = as_at_;
    result_.until = until;
    result_.teams_are_recorded = teams_.are_recorded();
  }

  void add_clocks();
  void add_life(const ExceptionLife& life);
  Forecast take();

 private:
  // Runs on, and may run out in the time asked about.
  [[nodiscard]] bool runs_out(const Judgement& judgement) const;
  [[nodiscard]] ForecastLine line(ForecastLine::Kind kind, Day first, const ExceptionLife& life);
  [[nodiscard]] std::string owner_of(const std::string& rule) const;

  const HeldSituation& held_;
  Day as_at_, until_;
  int threads_;
  ChildTeams teams_;
  Forecast result_;
};

bool Forecasting::runs_out(const Judgement& judgement) const {
  const bool running =
      judgement.verdict == Verdict::on_track || judgement.verdict == Verdict::due_soon;
  return running && !judgement.has_stopped && !judgement.due.is_absent() &&
         judgement.due.lo <= until_ && judgement.due.hi >= as_at_;
}

std::string Forecasting::owner_of(const std::string& rule) const {
  const Rule* found = held_.rulebook->rule(rule);
  return found == nullptr ? "" : found->owner;
}

void Forecasting::add_clocks() {
  JudgeOptions options;
  options.threads = threads_;
  options.list_due_by = until_;
  const Judgements judged = judge(*held_.rulebook, *held_.snapshot, as_at_, options);
  std::vector<Judgement> running;
  for (const auto* list : {&judged.listed, &judged.coming}) {
    for (const Judgement& judgement : *list) {
      if (runs_out(judgement)) running.push_back(judgement);
    }
  }
  for (const Counts& counts : judged.counts) {
    result_.undecided += counts.cannot_decide + counts.population_undecided;
  }
  for (const Finding& finding :
       narrate(*held_.rulebook, *held_.snapshot, as_at_, running, threads_)) {
    const Judgement& judgement = finding.judgement;
    const Day first = std::max(judgement.due.lo, as_at_);
    result_.lines.push_back({ForecastLine::Kind::clock, monday_of(first), text_of(judgement.due),
                             finding.rule, finding.child, finding.occasion, owner_of(finding.rule),
                             teams_.of(finding.child), name_of(judgement.verdict),
                             text_of(judgement.clock), finding.says});
  }
}

ForecastLine Forecasting::line(ForecastLine::Kind kind, Day first, const ExceptionLife& life) {
  ForecastLine line;
  line.kind = kind;
  line.week = monday_of(first);
  line.due = iso(first);
  line.rule = life.rule;
  line.child = life.child;
  line.occasion = life.occasion;
  line.owner = owner_of(life.rule);
  line.team = teams_.of(life.child);
  line.verdict = name_of(kind);
  return line;
}

void Forecasting::add_life(const ExceptionLife& life) {
  if (!life.is_open()) return;
  const auto falls = [&](Day day) { return day >= as_at_ && day <= until_; };
  if (const Exemption* exemption = exemption_on(life, std::max(as_at_, life.last_moved_on));
      exemption != nullptr && falls(exemption->until)) {
    ForecastLine ends = line(ForecastLine::Kind::exemption_ends, exemption->until, life);
    ends.clock = iso(exemption->decided);
    ends.what = exemption->reason;
    result_.lines.push_back(std::move(ends));
  }
  for (const LifeAction& action : life.actions) {
    if (action.done || !action.due || !falls(*action.due)) continue;
    ForecastLine due = line(ForecastLine::Kind::action_due, *action.due, life);
    due.owner = action.owner;
    due.clock = iso(action.set_on);
    due.what = action.action;
    result_.lines.push_back(std::move(due));
  }
}

Forecast Forecasting::take() {
  std::stable_sort(result_.lines.begin(), result_.lines.end(),
                   [](const ForecastLine& a, const ForecastLine& b) {
                     return std::tie(a.week, a.due, a.rule, a.child, a.occasion, a.kind) <
                            std::tie(b.week, b.due, b.rule, b.child, b.occasion, b.kind);
                   });
  return std::move(result_);
}

}  // namespace

const char* name_of(ForecastLine::Kind kind) {
  constexpr const char* k_names[] = {"clock", "exemption_ends", "action_due"};
  return k_names[static_cast<std::size_t>(kind)];
}

Forecast forecast(const HeldSituation& situation, const std::vector<ExceptionLife>& lives,
                  Day until, int threads) {
  Forecasting forecasting(situation, until, threads);
  forecasting.add_clocks();
  for (const ExceptionLife& life : lives) forecasting.add_life(life);
  return forecasting.take();
}

}  // namespace tidemark
