// Forecast: every clock that runs out between the as-at day and another day if nothing more is
// recorded, with the exemptions that end and the actions that fall due. A pure function of the
// situation and of the lives of exceptions; judging uses as many threads as it is given.
#pragma once

#include <string>
#include <vector>

#include "audit/situations.hpp"
#include "casework/life.hpp"

namespace tidemark {

struct ForecastLine {
  enum class Kind : std::uint8_t { clock, exemption_ends, action_due };
  Kind kind = Kind::clock;
  Day week = 0;     // the Monday of the week in which it may first run out
  std::string due;  // as findings.csv spells it
  std::string rule, child, occasion;
  std::string owner;    // of the rule; of an action, whoever is to do it
  std::string team;     // of the child, "" where the record has none
  std::string verdict;  // "on_track", "due_soon"; else name_of(kind)
  std::string clock;    // its start; the day of the decision; the day on which the action was set
  std::string what;     // the finding's sentence, the exemption's reason, the action
};
[[nodiscard]] const char* name_of(ForecastLine::Kind kind);  // "exemption_ends"

struct Forecast {
  std::string name;  // of the situation
  Day as_at = 0, until = 0;
  bool teams_are_recorded = false;
  std::vector<ForecastLine> lines;  // by week, due, rule, child, occasion
  std::uint64_t undecided = 0;      // findings that cannot be decided: their clocks are not here
};

[[nodiscard]] Forecast forecast(const HeldSituation& situation,
                                const std::vector<ExceptionLife>& lives, Day until, int threads);

}  // namespace tidemark
