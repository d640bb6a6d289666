#include "audit/backtest.hpp"

#include <map>

#include "store/run_facts.hpp"

namespace tidemark {

namespace {

constexpr Day k_week = 7;

std::vector<BacktestRule> judged_on(const Rulebook& rulebook, const Snapshot& snapshot, Day day,
                                    int threads) {
  JudgeOptions options;
  options.threads = threads;
  const Judgements judged = judge(rulebook, snapshot, day, options);
  std::map<std::string, BacktestRule> by_id;
  for (std::size_t i = 0; i < rulebook.rules.size(); ++i) {
    const Rule& rule = rulebook.rules[i];
    if (!runs(rule)) continue;
    BacktestRule& all = by_id[rule.id];
    all.rule = rule.id;
    all.title = rule.title;
    all.severity = rule.severity;
    add(judged.counts[i], all.counts);
  }
  std::vector<BacktestRule> rules;
  for (auto& [id, rule] : by_id) rules.push_back(std::move(rule));
  return rules;
}

// Of the runs that looked at the day or an earlier one, the one that looked at the latest; of those
// the last that was made. ISO days compare as text.
const RunRecord* known_on(const std::vector<RunRecord>& runs, Day day) {
  const RunRecord* latest = nullptr;
  for (const RunRecord& run : runs) {
    if (run.as_at > iso(day)) continue;
    if (latest == nullptr || run.as_at >= latest->as_at) latest = &run;
  }
  return latest;
}

Result<std::vector<RunRecord>> runs_with_rows(const Store& store) {
  auto runs = store.runs();
  if (!runs) return runs;
  std::vector<RunRecord> kept;
  for (const RunRecord& run : runs.value()) {
    const auto facts = run_facts(store, run.number);
    if (!facts) return facts.error();
    if (!facts.value().purged_at) kept.push_back(run);
  }
  return kept;
}

}  // namespace

std::vector<Day> dates_between(Day from, Day to, Every every) {
  std::vector<Day> dates;
  if (every == Every::week) {
    for (Day day = from; day <= to; day += k_week) dates.push_back(day);
    return dates;
  }
  const Civil first = civil_of(from);
  for (int year = first.year, month = first.month;; ++month) {
    if (month > 12) {
      ++year;
      month = 1;
    }
    const Day end = day_of(year, month, days_in_month(year, month));
    if (end > to) return dates;
    if (every == Every::month || month % 3 == 0) dates.push_back(end);
  }
}

Backtest backtest_as_known_now(const HeldSituation& held, const std::vector<Day>& dates,
                               int threads, const BacktestProgress& progress) {
  Backtest backtest;
  backtest.name = held.name;
  for (const Day day : dates) {
    if (progress) progress(backtest.dates.size(), dates.size());
    backtest.dates.push_back(
        {day, "now", false, judged_on(*held.rulebook, *held.snapshot, day, threads)});
  }
  return backtest;
}

Result<Backtest> backtest_as_known_then(const Store& store, const std::vector<Day>& dates,
                                        int threads, const BacktestProgress& progress) {
  const auto runs = runs_with_rows(store);
  if (!runs) return runs.error();
  Backtest backtest;
  backtest.known_then = true;
  backtest.name = "what was known at each date";
  std::optional<HeldSituation> held;
  std::string rules_before;
  for (const Day day : dates) {
    if (progress) progress(backtest.dates.size(), dates.size());
    BacktestDate date;
    date.day = day;
    if (const RunRecord* run = known_on(runs.value(), day)) {
      if (!held || held->record->number != run->number) {
        held.reset();  // the one before may be large
        auto read = situation_of_run(store, run->number, threads);
        if (!read) return read.error();
        held.emplace(std::move(read).value());
      }
      date.known = held->name + " (as at " + run->as_at + ")";
      date.rules_changed = !rules_before.empty() && rules_before != run->rule_set;
      rules_before = run->rule_set;
      date.rules = judged_on(*held->rulebook, *held->snapshot, day, threads);
    }
    backtest.dates.push_back(std::move(date));
  }
  return backtest;
}

}  // namespace tidemark
