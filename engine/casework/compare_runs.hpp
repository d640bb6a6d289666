// Comparing the exceptions of a run with those of the run before it: which are new, go on, have
// changed, or are no longer there, and what can already be said of why. Silence is not recovery:
// an exception that nobody judged this time is parked, never resolved. Pure functions.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "casework/exception.hpp"

namespace tidemark {

// What a run saw of one child, rule and occasion.
enum class Seen : std::uint8_t {
  standing,   // a breach, with or without a reason: the exception stands
  met_late,   // done after the limit
  undecided,  // the record does not let anybody say
  failed,     // the rule ended with an error
  other,      // listed, but nothing is late (due soon)
};

struct Sighting {
  ExceptionKey key;
  Seen seen = Seen::other;
  std::string
      facts;  // what makes it "changed" when it differs; only compared between standing ones
  std::string_view words;  // printed with a departure: why it is undecided, the error; else empty
};

enum class Change : std::uint8_t {
  none,        // not a standing exception
  raised,      // stands now and did not in the run before
  continuing,  // stands in both, its facts the same
  changed,     // stands in both, its facts moved
  reopened,    // stands now, was resolved in an earlier run, and did not in the run before
};

// Where several could be said, the later one is.
enum class Ending : std::uint8_t {
  no_longer_due,    // resolved: judged, and no breach any more
  met_late,         // resolved: done after the limit
  rule_not_there,   // parked: the rule is not in the rule set, or is switched off
  child_not_there,  // parked: the child is not in this snapshot
  cannot_decide,    // parked: a table or a cell that it needs is not there
  rule_failed,      // parked: the rule did not load, or failed for this child
};
[[nodiscard]] constexpr bool is_parked(Ending e) {
  return e >= Ending::rule_not_there;
}
[[nodiscard]] const char* name_of(Change change);  // "new", "continuing", "changed", "reopened", ""
[[nodiscard]] const char* words_of(Ending ending);

// An exception that stood in the run before and does not stand in this one.
struct Departure {
  std::string rule, child, occasion;
  Ending ending = Ending::no_longer_due;
  std::string why;  // more of it where there is more: "no court list was supplied"
  // "parked: ...", "resolved: ...": what the run wrote of it into its life, which knows more than
  // two runs do; "" for a rule on trial, and where the run moves no lives.
  std::string recorded = {};
};

struct RunComparison {
  std::vector<Change> changes;        // parallel to `now`
  std::vector<Departure> departures;  // in the order of `before`
  std::uint64_t raised = 0, continuing = 0, changed = 0, reopened = 0, resolved = 0, parked = 0;
};

// What this run can say of rules and children that it has no sighting of.
struct Circumstances {
  std::function<bool(std::string_view)> rule_runs;
  std::function<std::string(std::string_view)> rule_problem;  // "" when it loaded or is not there
  std::function<bool(std::string_view)> child_is_there;
};

// Both in the order of their keys.
[[nodiscard]] RunComparison compare_runs(const std::vector<Sighting>& before,
                                         const std::vector<Sighting>& now,
                                         const Circumstances& circumstances);

}  // namespace tidemark
