#include "casework/life.hpp"

#include <algorithm>
#include <cassert>

#include "casework/spelling.hpp"

namespace tidemark {

namespace {

// Folds one event after another into the life.
class Folding {
 public:
  explicit Folding(ExceptionLife& life) : life_(life) {}

  void take(const Event& event) {
    // What is recorded late of an earlier day does not turn the clock back.
    life_.last_moved_on = std::max(life_.last_moved_on, event.on);
    switch (event.kind) {
      case EventKind::raised:
      case EventKind::reopened:
        return stand_up(event);
      case EventKind::changed:
      case EventKind::returned:
        life_.facts = event.facts;
        life_.is_parked = false;
        return;
      case EventKind::parked:
        life_.is_parked = true;
        life_.parking = parking_named(event.code).value_or(Parking::cannot_decide);
        life_.parked_because = event.why;
        return;
      case EventKind::resolved:
        return resolve(event);
      case EventKind::exemption_lapsed:
        return end_exemption(Exemption::End::lapsed, event);
      case EventKind::exemption_expired:
        return end_exemption(Exemption::End::expired, event);
      default:
        return take_deed(event);
    }
  }

 private:
  void take_deed(const Event& event) {
    switch (event.kind) {
      case EventKind::explained:
        life_.explanation = event.why;
        life_.explained_by = event.by;
        life_.explained_role = event.role;
        if (life_.state == LifeState::raised) life_.state = LifeState::explained;
        return;
      case EventKind::exempted:
        return exempt(event);
      case EventKind::escalated:
        life_.escalations.push_back({event.to, event.why, event.on});
        return settle();
      case EventKind::answered:
        answer(event, [](const OpenEscalation&) { return true; });
        return settle();
      case EventKind::assigned:
        life_.owner = event.to;
        return;
      case EventKind::action_set:
        life_.actions.push_back({event.number, event.why, event.to, event.on, event.until, {}});
        return;
      case EventKind::action_done:
        return finish_action(event);
      case EventKind::record_wrong:
      case EventKind::record_wrong_ended:
        life_.record_wrong = event.kind == EventKind::record_wrong;
        return;
      default:
        return;
    }
  }

  void stand_up(const Event& event) {
    if (event.kind == EventKind::raised) {
      life_.raised_on = event.on;
    } else {
      ++life_.reopenings;
    }
    life_.facts = event.facts;
    life_.is_parked = false;
    life_.was = event.about;
    life_.explanation = life_.explained_by = life_.explained_role = {};
    life_.state = LifeState::raised;
  }

  void resolve(const Event& event) {
    end_exemption(Exemption::End::resolved, event);
    life_.state = LifeState::resolved;
    life_.is_parked = false;
    life_.resolution = resolution_named(event.code);
    life_.resolved_because = event.why;
    life_.escalations.clear();
    name_escalation();
  }

  void exempt(const Event& event) {
    Exemption next;
    next.event = event.number;
    next.decided = event.on;
    next.until = event.until.value_or(event.on);
    next.code = event.code;
    next.reason = event.why;
    next.decided_by = event.by;
    next.role = event.role;
    next.meeting = event.meeting;
    next.evidence = event.evidence;
    if (!life_.exemptions.empty()) {
      Exemption& last = life_.exemptions.back();
      const bool in_a_row = last.end == Exemption::End::none || last.end == Exemption::End::expired;
      // Taken again on the day of the last decision it corrects that one; it is no renewal.
      if (in_a_row) next.renewal = last.renewal + (event.on > last.decided ? 1 : 0);
      if (last.end == Exemption::End::none) {
        last.end = Exemption::End::renewed;
        last.ended_on = event.on;
      }
    }
    life_.exemptions.push_back(std::move(next));
    answer(event, [&](const OpenEscalation& open) {
      return same_words(open.to, event.role) || same_words(open.to, event.by);
    });
    settle();
  }

  void end_exemption(Exemption::End how, const Event& event) {
    if (life_.exemptions.empty()) return;
    Exemption& last = life_.exemptions.back();
    if (last.end != Exemption::End::none) return;
    last.end = how;
    last.ended_on = event.on;
    last.why_ended = event.why;
    if (life_.state == LifeState::exempted) settle();
  }

  // An escalation is not answered by what was done before it.
  template <class Concerns>
  void answer(const Event& event, const Concerns& concerns) {
    std::erase_if(life_.escalations, [&](const OpenEscalation& open) {
      return open.on <= event.on && concerns(open);
    });
  }

  // Where it stands by what is on record.
  void settle() {
    name_escalation();
    life_.state = LifeState::raised;
    if (!life_.explanation.empty()) life_.state = LifeState::explained;
    if (exemption_on(life_, life_.last_moved_on) != nullptr) life_.state = LifeState::exempted;
    if (!life_.escalations.empty()) life_.state = LifeState::escalated;
  }

  void name_escalation() {
    const OpenEscalation none;
    const OpenEscalation& open = life_.escalations.empty() ? none : life_.escalations.back();
    life_.escalated_to = open.to;
    life_.escalated_because = open.because;
  }

  void finish_action(const Event& event) {
    for (LifeAction& action : life_.actions) {
      if (action.number == event.about) action.done = event.on;
    }
  }

  ExceptionLife& life_;
};

}  // namespace

ExceptionLife life_of(const ExceptionKey& key, std::vector<Event> events) {
  assert(!events.empty());
  ExceptionLife life;
  life.number = events.front().exception;
  life.rule = key.rule;
  life.child = key.child;
  life.occasion = key.occasion;
  Folding folding(life);
  for (const Event& event : events) folding.take(event);
  life.history = std::move(events);
  return life;
}

const Exemption* exemption_on(const ExceptionLife& life, Day day) {
  if (life.exemptions.empty() || life.state == LifeState::resolved) return nullptr;
  const Exemption& last = life.exemptions.back();
  const bool ended = last.end != Exemption::End::none && last.ended_on <= day;
  return !ended && last.decided <= day && day <= last.until ? &last : nullptr;
}

namespace {

template <class Holds>
std::optional<ExceptionLife> life_where(const ExceptionLife& life, const Holds& holds) {
  std::vector<Event> events;
  std::copy_if(life.history.begin(), life.history.end(), std::back_inserter(events), holds);
  if (events.empty() || events.front().kind != EventKind::raised) return std::nullopt;
  return life_of({life.rule, life.child, life.occasion}, std::move(events));
}

}  // namespace

std::optional<ExceptionLife> life_as_on(const ExceptionLife& life, Day day) {
  return life_where(life, [day](const Event& event) { return event.on <= day; });
}

std::optional<ExceptionLife> life_known_on(const ExceptionLife& life, Day day) {
  return life_where(life, [day](const Event& event) { return is_recorded_by(event, day); });
}

bool is_recorded_by(const Event& event, Day day) {
  const auto recorded = parse_iso(std::string_view(event.recorded_at).substr(0, 10));
  return recorded && *recorded <= day;
}

}  // namespace tidemark
