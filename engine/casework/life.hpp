// ExceptionLife: where an exception stands, folded from its events. Pure functions of the events;
// the one place that says whether an exemption applies. Values only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "casework/event.hpp"
#include "casework/exception.hpp"

namespace tidemark {

enum class LifeState : std::uint8_t { raised, explained, exempted, escalated, resolved };
[[nodiscard]] const char* name_of(LifeState state);  // "exempted"

enum class Resolution : std::uint8_t {
  put_right,        // the record now shows that it was done in time
  done_late,        // done after the limit
  left_population,  // the rule is not about the child any more
  rule_changed,     // under the rule as it was, it would still stand
  data_corrected,   // a fact that it rested on was corrected or withdrawn
  superseded,       // another occasion took its place: a new placement order
  time_passed,      // a window of time moved on; nothing in the record or the rule changed
};
[[nodiscard]] const char* name_of(Resolution why);   // "done_late"
[[nodiscard]] const char* words_of(Resolution why);  // "done late"
[[nodiscard]] std::optional<Resolution> resolution_named(std::string_view name);

enum class Parking : std::uint8_t {
  rule_off,            // taken out of the rule set or switched off
  rule_failed,         // did not load, or failed for this child
  table_not_supplied,  // a table that it needs did not come
  child_not_there,     // the child is not in the snapshot
  cannot_decide,       // a cell that it needs is blank or unclear
};
[[nodiscard]] const char* name_of(Parking why);
[[nodiscard]] const char* words_of(Parking why);
[[nodiscard]] std::optional<Parking> parking_named(std::string_view name);

struct Exemption {
  std::int64_t event = 0;  // the number of its event
  Day decided = 0;
  Day until = 0;  // its last day
  std::string code, reason, decided_by, role, meeting, evidence;
  int renewal = 0;  // 0: the first; 1: its first renewal in a row ...
  enum class End : std::uint8_t { none, renewed, expired, lapsed, resolved } end = End::none;
  Day ended_on = 0;
  std::string why_ended;
};

struct LifeAction {
  std::int64_t number = 0;  // of its action_set event
  std::string action, owner;
  Day set_on = 0;
  std::optional<Day> due, done;
};

// That nobody has answered. An exemption answers it only when its maker is the one it was escalated
// to, by role or name; an explanation never does.
struct OpenEscalation {
  std::string to, because;
  Day on = 0;
};

struct ExceptionLife {
  std::int64_t number = 0;
  std::string rule, child, occasion;
  LifeState state = LifeState::raised;
  bool is_parked = false;  // beside its state: it keeps that while nobody can judge it
  Parking parking = Parking::cannot_decide;
  std::string parked_because;
  Day raised_on = 0;  // as-at day of the run that first saw it
  Day last_moved_on = 0;
  int reopenings = 0;
  std::optional<Resolution> resolution;  // the latest, also after a reopening
  std::string resolved_because;
  std::int64_t was = 0;  // the exception that it was before a correction; 0: none
  StandingFacts facts;   // as last seen standing
  std::string explanation, explained_by, explained_role;
  std::string owner;                        // assigned to; "" nobody
  std::vector<OpenEscalation> escalations;  // in order; empty unless state is escalated
  std::string escalated_to;                 // the latest of them; "" where there is none
  std::string escalated_because;
  bool record_wrong = false;
  std::vector<Exemption> exemptions;  // in order
  std::vector<LifeAction> actions;    // in order
  std::vector<Event> history;         // all events, in order

  [[nodiscard]] bool is_open() const { return state != LifeState::resolved; }
};

// The events of one exception in order of number; not empty.
[[nodiscard]] ExceptionLife life_of(const ExceptionKey& key, std::vector<Event> events);

// THE question whether an exemption applies to the exception on a day; everything that asks calls
// this. Nothing once it expired (the day after `until`), lapsed, or the exception is resolved.
[[nodiscard]] const Exemption* exemption_on(const ExceptionLife& life, Day day);

// As it stood on the evening of a day: the life of its events up to and on that day, whenever they
// were recorded; nothing before it was raised.
[[nodiscard]] std::optional<ExceptionLife> life_as_on(const ExceptionLife& life, Day day);
// What was on record on the evening of a day (UTC, as the moments of recording are): the life of
// the events recorded by then, whenever they happened; nothing where none was.
[[nodiscard]] std::optional<ExceptionLife> life_known_on(const ExceptionLife& life, Day day);
[[nodiscard]] bool is_recorded_by(const Event& event, Day day);

}  // namespace tidemark
