// observe: what a run writes into the lives of exceptions. Pure: the lives as they were, what
// stands now, and for each open exception that does not stand, why.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "casework/deed.hpp"
#include "casework/life.hpp"

namespace tidemark {

// An exception that stands in this run.
struct StandingException {
  ExceptionKey key;
  StandingFacts facts;
  bool is_critical = false;
  std::optional<std::int32_t> days_over;
  // Its stated reason waits for a table that did not come: not the same as a reason that is gone.
  bool lacks_table = false;
};

// What became of an open exception that does not stand: nobody could judge it, or it is over.
struct Gone {
  std::variant<Parking, Resolution> why = Parking::cannot_decide;
  std::string words;  // more of it: "no court list was supplied"; may be empty
};

struct RunSeen {
  Day as_at = 0;
  std::int64_t run = 0;
  std::string recorded_at;
};

// The events of one exception, in order, without numbers. `number` is 0 for one not known so far.
struct NewEvents {
  std::int64_t number = 0;
  std::string rule, child, occasion;
  std::vector<Event> events;
};

// `standing` in the order of keys, each key once. An exemption whose facts moved lapses on the
// run's day; one whose last day has passed expires and escalates; severity critical escalates at
// once. In the order of keys.
[[nodiscard]] std::vector<NewEvents> observe(const std::vector<ExceptionLife>& lives,
                                             const std::vector<StandingException>& standing,
                                             const std::function<Gone(const ExceptionLife&)>& gone,
                                             const RunSeen& run, const Delegation& delegation);

// The facts that its latest exemption was decided on; as last seen standing without one.
[[nodiscard]] StandingFacts facts_when_exempted(const ExceptionLife& life);

}  // namespace tidemark
