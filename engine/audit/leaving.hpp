// Leaving: why an open exception does not stand in this run: parked, or resolved and by what.
// Judges the child anew where the findings do not say it (on track, not applicable), and under the
// rules of the run before where those were others. Points into everything it is given; one thread.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "audit/movement.hpp"
#include "casework/observe.hpp"
#include "evaluate/judge.hpp"
#include "evaluate/seen_rows.hpp"

namespace tidemark {

// The rules of an earlier run, and the files of this one read for them.
struct FormerRules {
  std::unique_ptr<const Rulebook> rulebook;
  std::unique_ptr<const Snapshot> snapshot;
};

// What the run in which the exception last stood can be asked; each is called only when it is
// needed.
struct Former {
  // nullptr where the rules are the same, or cannot be had any more.
  std::function<const FormerRules*(const ExceptionLife&)> rules;
  // Why the exception moved since; empty where nobody can say.
  std::function<std::vector<Cause>(const ExceptionLife&)> causes;
  // "episodes.csv has 12 rows and had 640": what has gone missing, where it would still stand if
  // that had come; else "".
  std::function<std::string(const ExceptionLife&)> lost;
};

// What every version of the live rule says of the child, whatever its verdict.
[[nodiscard]] std::vector<Finding> judged_of(const Rulebook& rulebook, const Snapshot& snapshot,
                                             Day as_at, const std::string& rule,
                                             std::uint32_t child);
// That finding of them, where the rule is about it; else nullptr.
[[nodiscard]] const Finding* of_occasion(const std::vector<Finding>& findings,
                                         const std::string& occasion);

class Leaving {
 public:
  Leaving(const Rulebook& rulebook, const Snapshot& snapshot, Day as_at, Former former)
      : rulebook_(rulebook),
        snapshot_(snapshot),
        as_at_(as_at),
        former_(std::move(former)),
        rows_(rulebook, snapshot, as_at) {}

  [[nodiscard]] Gone of(const ExceptionLife& life);

 private:
  [[nodiscard]] std::optional<Gone> not_judged(const ExceptionLife& life);
  [[nodiscard]] bool is_listed(const std::string& child);
  [[nodiscard]] std::optional<Gone> undecided(const ExceptionLife& life,
                                              const std::vector<Finding>& now) const;
  [[nodiscard]] Gone over(const ExceptionLife& life, const std::vector<Finding>& now);
  [[nodiscard]] Gone by_causes(const ExceptionLife& life, const std::vector<Finding>& now);
  [[nodiscard]] Gone still_here(const Finding& same, const std::vector<Cause>& causes) const;
  // Where the clock's own kind of event ends it (the next review held, the next visit): done, and
  // whether in time. Nothing for a clock that another order or placement takes over.
  [[nodiscard]] std::optional<Resolution> done_again(const ExceptionLife& life, const Finding& now);
  [[nodiscard]] bool stands_under_former_rules(const ExceptionLife& life);

  const Rulebook& rulebook_;
  const Snapshot& snapshot_;
  Day as_at_;
  Former former_;
  SeenRows rows_;
};

}  // namespace tidemark
