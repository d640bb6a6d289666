// Event: one entry of an exception's history, append-only: what a run saw of it, or what a person
// did. The life of an exception is what its events say, in order. Values only.
// Source of the states and of what each entry must record: domain/process.md, section 3.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "calendar/day.hpp"

namespace tidemark {

enum class EventKind : std::uint8_t {
  // Written by a run.
  raised,             // stands for the first time
  changed,            // stands still, its facts moved
  parked,             // nobody could judge it this time: silence is not recovery
  returned,           // judged again after it was parked, and it stands
  resolved,           // `code` says why
  reopened,           // the same clock fails again
  exemption_lapsed,   // the facts that it rested on changed; `why` says which
  exemption_expired,  // its last day passed
  // Done by people (`escalated` also by a run: severity critical, expiry, days over, renewals).
  explained,
  exempted,
  escalated,
  answered,  // an escalation is answered
  assigned,
  action_set,
  action_done,
  record_wrong,          // a worker says that the record is wrong; the analyst has a task
  record_wrong_ended,    // the task is closed: `why` says how
  explanation_accepted,  // by a panel: the exception stands, and nobody is asked again for now
};
[[nodiscard]] const char* name_of(EventKind kind);  // "exemption_lapsed"
[[nodiscard]] std::optional<EventKind> event_kind_named(std::string_view name);

// What is known of a standing exception; when one of these moves, the exception has changed.
struct StandingFacts {
  std::string verdict;     // "breach" or "explained"
  std::string clock, due;  // as findings.csv spells them
  std::string reason;      // the stated reason
  friend bool operator==(const StandingFacts&, const StandingFacts&) = default;
};

struct Event {
  std::int64_t number = 0;     // in the order of recording, within one store
  std::int64_t exception = 0;  // the exception's number
  EventKind kind = EventKind::raised;
  Day on = 0;               // the run's as-at day, or the day on which the person did it
  std::string recorded_at;  // "2021-10-01T09:30:00Z", as the caller said it
  std::int64_t run = 0;     // 0: a person's
  std::string by, role;     // who did it, decided it; "" for a run
  std::string code;  // resolved, parked: name_of(Resolution / Parking); exempted: reason code
  std::string why;   // explanation, reason, what changed, the action's words
  std::optional<Day> until;       // exempted: its last day; action_set: due
  std::string to;                 // escalated, assigned: to whom; action_set: owner
  std::string meeting, evidence;  // exempted: where decided (with minute), what it rests on
  // action_done: the number of its action_set. raised, reopened: the exception that it was before a
  // fact was corrected; resolved: the exception that it is since (casework/corrected.hpp).
  std::int64_t about = 0;
  StandingFacts facts;  // raised, changed, returned, reopened
};

}  // namespace tidemark
