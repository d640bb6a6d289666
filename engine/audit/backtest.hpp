// Backtest: what the rules find at a row of dates, as known now (one snapshot seen as at each date,
// through the wall) or as known then (at each date the latest stored run's files and rules).
// Records nothing. Judging uses as many threads as it is given.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "audit/situations.hpp"

namespace tidemark {

enum class Every : std::uint8_t { week, month, quarter };
// Every seventh day from the first; or the month ends or quarter ends within the days.
[[nodiscard]] std::vector<Day> dates_between(Day from, Day to, Every every);

struct BacktestRule {
  std::string rule, title;
  Severity severity = Severity::medium;
  Counts counts;  // all versions added up
};

struct BacktestDate {
  Day day = 0;
  std::string known;           // "now", "run 3 (as at 2021-08-31)"; "" a gap: there was no run yet
  bool rules_changed = false;  // the rules differ from those of the date before
  std::vector<BacktestRule> rules;  // by id
  [[nodiscard]] bool is_gap() const { return known.empty(); }
};

struct Backtest {
  std::string name;  // of what is looked at
  bool known_then = false;
  std::vector<BacktestDate> dates;
};

using BacktestProgress = std::function<void(std::uint64_t done, std::uint64_t all)>;

[[nodiscard]] Backtest backtest_as_known_now(const HeldSituation& held,
                                             const std::vector<Day>& dates, int threads,
                                             const BacktestProgress& progress);
// Runs whose rows were purged are passed over. ErrorKind::store or rules when a run's files or
// rules cannot be read.
[[nodiscard]] Result<Backtest> backtest_as_known_then(const Store& store,
                                                      const std::vector<Day>& dates, int threads,
                                                      const BacktestProgress& progress);

}  // namespace tidemark
