// Leaving: why an open exception does not stand in this run: parked, or resolved and by what.
// Judges the child anew where the findings do not say it (on track, not applicable), and under the
// rules of the run before where those were others. Points into everything it is given; one thread.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "casework/observe.hpp"
#include "evaluate/judge.hpp"
#include "evaluate/seen_rows.hpp"
#include "store/store.hpp"

namespace tidemark {

// The rules of the run before and the same files read for them.
struct FormerRules {
  std::unique_ptr<const Rulebook> rulebook;
  std::unique_ptr<const Snapshot> snapshot;
};

class Leaving {
 public:
  // `former` is asked once, when it is first needed; it gives nothing where the rules are the same.
  // `evidence` gives the cells that the exception rested on in the run before.
  Leaving(const Rulebook& rulebook, const Snapshot& snapshot, Day as_at,
          std::function<std::optional<FormerRules>()> former,
          std::function<std::vector<CellRow>(const ExceptionLife&)> evidence)
      : rulebook_(rulebook),
        snapshot_(snapshot),
        as_at_(as_at),
        former_(std::move(former)),
        evidence_(std::move(evidence)),
        rows_(rulebook, snapshot, as_at) {}

  [[nodiscard]] Gone of(const ExceptionLife& life);

 private:
  [[nodiscard]] std::optional<Gone> not_judged(const ExceptionLife& life) const;
  [[nodiscard]] std::optional<Gone> undecided(const ExceptionLife& life,
                                              const std::vector<Finding>& now) const;
  [[nodiscard]] Gone over(const ExceptionLife& life, const std::vector<Finding>& now);
  [[nodiscard]] Gone still_here(const ExceptionLife& life, const Finding& same);
  // Is every one of those cells (of those with this value, where one is given) recorded as it was?
  [[nodiscard]] bool still_recorded(const ExceptionLife& life, const std::string& value);
  [[nodiscard]] bool stands_under_former_rules(const ExceptionLife& life);

  const Rulebook& rulebook_;
  const Snapshot& snapshot_;
  Day as_at_;
  std::function<std::optional<FormerRules>()> former_;
  std::function<std::vector<CellRow>(const ExceptionLife&)> evidence_;
  SeenRows rows_;
  std::optional<std::optional<FormerRules>> asked_;
};

}  // namespace tidemark
