#include "casework/deed.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "casework/exemption_check.hpp"
#include "casework/spelling.hpp"

namespace tidemark {

namespace {

Error refused(const std::string& message) {
  return {ErrorKind::usage, message};
}

constexpr std::size_t k_longest_text = 4000;  // bytes; longer than any panel reads

// What is recorded is read back as a list, and printed on paper.
Status is_plain(const std::string& text) {
  if (text.size() > k_longest_text) {
    return refused("a text of " + std::to_string(text.size()) + " bytes is too long: at most " +
                   std::to_string(k_longest_text));
  }
  const bool control = std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20U && c != '\n' && c != '\t') || byte == 0x7FU;
  });
  return control ? Status(refused("a text holds a control character; write it without"))
                 : Status(Done{});
}

Status is_plain(const Deed& deed) {
  for (const std::string* text :
       {&deed.by, &deed.role, &deed.code, &deed.why, &deed.to, &deed.meeting, &deed.evidence}) {
    if (Status plain = is_plain(*text); !plain) return plain;
  }
  return Done{};
}

Event event_of(const Deed& deed, const ExceptionLife& life) {
  Event event;
  event.exception = life.number;
  event.kind = deed.kind;
  event.on = deed.on;
  event.recorded_at = deed.recorded_at;
  event.by = deed.by;
  event.role = deed.role;
  event.code = deed.code;
  event.why = deed.why;
  event.until = deed.until;
  event.to = deed.to;
  event.meeting = deed.meeting;
  event.evidence = deed.evidence;
  event.about = deed.about;
  return event;
}

// What every deed needs.
Status is_signed(const Deed& deed, const ExceptionLife& life) {
  if (trim(deed.by).empty()) return refused("nobody is named: say who does this (--by)");
  if (trim(deed.role).empty()) return refused("no role is named: say in what role (--role)");
  if (deed.on < life.raised_on) {
    return refused(iso(deed.on) + " is before the exception was raised on " + iso(life.raised_on));
  }
  const auto today = parse_iso(std::string_view(deed.recorded_at).substr(0, 10));
  if (today && deed.on > *today) {
    return refused(iso(deed.on) + " has not come yet; record it on the day or later");
  }
  // What a panel asked for outlives the exception, and so does a correction task.
  const bool outlives =
      deed.kind == EventKind::action_done || deed.kind == EventKind::record_wrong_ended;
  if (!life.is_open() && !outlives) {
    return refused("exception " + std::to_string(life.number) + " was resolved on " +
                   iso(life.last_moved_on) +
                   "; nothing more is recorded of it unless the record fails again");
  }
  const std::optional<ExceptionLife> then = life_as_on(life, deed.on);
  if (then && !then->is_open() && !outlives) {
    return refused("on " + iso(deed.on) + " exception " + std::to_string(life.number) +
                   " was resolved; it stands again since, so give a later day");
  }
  return Done{};
}

Status has_words(const Deed& deed, const char* what) {
  if (!trim(deed.why).empty()) return Done{};
  return refused(std::string(what) + " needs words (--why)");
}

// So many renewals in a row escalate to the head of service (rule 3).
void escalate_renewals(const Event& exempted, const ExceptionLife& life,
                       const Delegation& delegation, std::vector<Event>& events) {
  std::vector<Event> after = life.history;
  after.push_back(exempted);
  const ExceptionLife then = life_of({life.rule, life.child, life.occasion}, std::move(after));
  const int renewal = then.exemptions.back().renewal;
  if (renewal < delegation.renewals_to_escalate) return;
  Event event;
  event.exception = life.number;
  event.kind = EventKind::escalated;
  event.on = exempted.on;
  event.recorded_at = exempted.recorded_at;
  event.code = "renewals";
  event.why = "renewed " + std::to_string(renewal) + " times in a row";
  event.to = delegation.escalates_to;
  events.push_back(std::move(event));
}

// The maker of an exemption is not the author of the explanation, whichever came first.
Status may_explain(const Deed& deed, const ExceptionLife& life) {
  const Exemption* then = exemption_on(life, deed.on);
  for (const Exemption& exemption : life.exemptions) {
    const bool matters = exemption.end == Exemption::End::none || &exemption == then;
    if (!matters || !same_words(exemption.decided_by, deed.by)) continue;
    return refused(deed.by + " decided the exemption until " + iso(exemption.until) +
                   " and cannot also explain; another must");
  }
  return has_words(deed, "an explanation");
}

Status may_answer(const Deed& deed, const ExceptionLife& life) {
  if (life.state != LifeState::escalated) {
    return refused("exception " + std::to_string(life.number) +
                   " is not escalated; there is nothing to answer");
  }
  if (const Day on = life.escalations.back().on; deed.on < on) {
    return refused("it was escalated on " + iso(on) + ", after " + iso(deed.on) +
                   "; an answer comes later");
  }
  return has_words(deed, "an answer");
}

Status may_finish(const Deed& deed, const ExceptionLife& life) {
  const auto action = std::find_if(life.actions.begin(), life.actions.end(),
                                   [&](const LifeAction& one) { return one.number == deed.about; });
  if (action == life.actions.end()) {
    return refused("exception " + std::to_string(life.number) + " has no action " +
                   std::to_string(deed.about) + " (--about); its history lists them");
  }
  if (const std::optional<Day> done = action->done) {
    return refused("that action was done on " + iso(*done));
  }
  if (deed.on < action->set_on) {
    return refused("the action was set on " + iso(action->set_on) + ", after " + iso(deed.on));
  }
  return Done{};
}

Status may_set_action(const Deed& deed) {
  if (Status words = has_words(deed, "an action"); !words) return words;
  if (trim(deed.to).empty()) return refused("an action needs an owner (--to)");
  if (!deed.until) return refused("an action needs the day by which it is due (--until)");
  if (*deed.until >= deed.on) return Done{};
  return refused("the action would be due on " + iso(*deed.until) + ", before it is set");
}

Status may_do(const Deed& deed, const ExceptionLife& life, const Delegation& delegation,
              const DeedCircumstances& circumstances) {
  switch (deed.kind) {
    case EventKind::explained:
      return may_explain(deed, life);
    case EventKind::exempted:
      return may_exempt(deed, life, delegation, circumstances);
    case EventKind::escalated:
      return has_words(deed, "an escalation");
    case EventKind::answered:
      return may_answer(deed, life);
    case EventKind::assigned:
      if (trim(deed.to).empty()) return refused("say to whom it is assigned (--to)");
      return Done{};
    case EventKind::action_set:
      return may_set_action(deed);
    case EventKind::action_done:
      return may_finish(deed, life);
    case EventKind::record_wrong:
      return has_words(deed, "\"record wrong\"");
    case EventKind::explanation_accepted:
      if (!life.explanation.empty() || !life.facts.reason.empty()) return Done{};
      return refused("exception " + std::to_string(life.number) +
                     " has no explanation and the record states no reason; there is nothing to "
                     "accept");
    case EventKind::record_wrong_ended:
      if (!life.record_wrong) return refused("nobody has said that this record is wrong");
      return has_words(deed, "the end of a correction task");
    default:
      return refused(std::string(name_of(deed.kind)) + " is written by runs, not by people");
  }
}

}  // namespace

Result<std::vector<Event>> events_of(const Deed& deed, const ExceptionLife& life,
                                     const Delegation& delegation,
                                     const DeedCircumstances& circumstances) {
  if (Status status = is_plain(deed); !status) return status.error();
  if (Status status = is_signed(deed, life); !status) return status.error();
  if (Status status = may_do(deed, life, delegation, circumstances); !status) {
    return status.error();
  }
  std::vector<Event> events{event_of(deed, life)};
  if (deed.kind == EventKind::escalated && trim(deed.to).empty()) {
    events.front().to = delegation.escalates_to;
  }
  if (deed.kind == EventKind::exempted) {
    escalate_renewals(events.front(), life, delegation, events);
  }
  return events;
}

}  // namespace tidemark
