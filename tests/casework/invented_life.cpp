#include "invented_life.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <utility>

namespace tidemark::made {

namespace {

constexpr ExceptionKey k_key{"PO-9M", "1001", "2020-03-01"};

}  // namespace

const StandingFacts k_breach{"breach", "2020-03-01", "2020-12-01", ""};

Day on(const std::string& iso_day) {
  return parse_iso(iso_day).value();
}

Story::Story(const std::string& first, StandingFacts of, bool critical)
    : facts(std::move(of)), is_critical(critical) {
  circumstances.rule_is_critical = critical;
  run(first);
}

ExceptionLife Story::life() const {
  return life_of(k_key, events);
}

std::string Story::kinds() const {
  std::string out;
  for (const Event& event : events)
    out += (out.empty() ? "" : " ") + std::string(name_of(event.kind));
  return out;
}

void Story::run(const std::string& day) {
  run(on(day));
}

void Story::run(Day day) {
  const std::vector<ExceptionLife> lives =
      events.empty() ? std::vector<ExceptionLife>{} : std::vector<ExceptionLife>{life()};
  const StandingException now{k_key, facts, is_critical, days_over, lacks_table};
  take(observe(
      lives, {now}, [](const ExceptionLife&) { return Gone{}; }, {day, 1, "moment"}, delegation));
}

void Story::park(const std::string& day, Parking why) {
  gone(on(day), {why, ""});
}

void Story::resolve(const std::string& day, Resolution why) {
  gone(on(day), {why, ""});
}

void Story::gone(Day day, const Gone& why) {
  take(observe(
      {life()}, {}, [&](const ExceptionLife&) { return why; }, {day, 1, "moment"}, delegation));
}

Status Story::record(const Deed& deed) {
  auto more = events_of(deed, life(), delegation, circumstances);
  if (!more) return more.error();
  take(std::move(more).value());
  return Done{};
}

Status Story::explain(const std::string& day, const std::string& by) {
  Deed deed;
  deed.kind = EventKind::explained;
  deed.on = on(day);
  deed.by = by;
  deed.role = "social worker";
  deed.why = "No family found yet; search widened.";
  return record(deed);
}

Deed exemption(const std::string& day, const std::string& until, const std::string& by) {
  Deed deed;
  deed.kind = EventKind::exempted;
  deed.on = on(day);
  deed.until = on(until);
  deed.by = by;
  deed.role = "panel chair";
  deed.code = "hearing";
  deed.why = "The hearing is listed.";
  deed.meeting = "Permanence Panel, minute 4";
  return deed;
}

Status Story::exempt(const std::string& day, const std::string& until, const std::string& by) {
  return record(exemption(day, until, by));
}

Status Story::answer(const std::string& day) {
  Deed deed;
  deed.kind = EventKind::answered;
  deed.on = on(day);
  deed.by = "H. Service";
  deed.role = "head of service";
  deed.why = "Seen; a family finder is named.";
  return record(deed);
}

Status Story::escalate(const std::string& day, const std::string& to) {
  Deed deed;
  deed.kind = EventKind::escalated;
  deed.on = on(day);
  deed.by = "R. Officer";
  deed.role = "reviewing officer";
  deed.why = "Nothing has moved.";
  deed.to = to;
  return record(deed);
}

Deed exemption_by(const std::string& day, const std::string& until, const std::string& by,
                  const std::string& role) {
  Deed deed = exemption(day, until, by);
  deed.role = role;
  return deed;
}

void Story::take(const std::vector<NewEvents>& more) {
  for (const NewEvents& of_one : more) take(of_one.events);
}

void Story::take(std::vector<Event> more) {
  for (Event& event : more) {
    event.number = static_cast<std::int64_t>(events.size()) + 1;
    event.exception = 1;
    events.push_back(std::move(event));
  }
}

namespace {

// What people record that is no exemption, no answer and no escalation.
void record_something_else(Story& story, Day day, std::mt19937& dice) {
  constexpr std::array kinds = {EventKind::assigned,           EventKind::action_set,
                                EventKind::action_done,        EventKind::record_wrong,
                                EventKind::record_wrong_ended, EventKind::explanation_accepted};
  Deed deed;
  deed.kind = kinds.at(dice() % kinds.size());
  deed.on = day;
  deed.by = "H. Service";  // the addressee of an escalation, too, answers it only in so many words
  deed.role = "head of service";
  deed.why = "Refer to family finding";
  deed.to = "A. Worker";
  deed.until = day + 14;
  const ExceptionLife life = story.life();
  if (!life.actions.empty()) deed.about = life.actions.back().number;
  static_cast<void>(story.record(deed));
}

void exempt_somehow(Story& story, Day day, std::mt19937& dice) {
  constexpr std::array<std::pair<const char*, const char*>, 4> makers = {{
      {"P. Chair", "panel chair"},
      {"P. Chair", "Panel  Chair"},
      {"H. Service", "HEAD of service"},
      {"D. Maker", "agency decision maker"},
  }};
  const auto& [by, role] = makers.at(dice() % makers.size());
  const std::string until = iso(day + static_cast<Day>(dice() % 120));
  static_cast<void>(story.record(exemption_by(iso(day), until, by, role)));
}

void escalate_somehow(Story& story, Day day, std::mt19937& dice) {
  constexpr std::array to = {"", "Head of  Service", "panel chair", "d.maker", "W. Manager"};
  static_cast<void>(story.escalate(iso(day), to.at(dice() % to.size())));
}

}  // namespace

void do_something(Story& story, Day day, std::mt19937& dice) {
  switch (dice() % 12) {
    case 0:
      story.gone(day, {Parking::cannot_decide, ""});
      return;
    case 1:
      story.gone(day, {Resolution::put_right, ""});
      return;
    case 2:
      story.facts.due = iso(day + static_cast<Day>(dice() % 90));
      story.run(day);
      return;
    case 3:
      static_cast<void>(story.explain(iso(day), "A. Worker"));
      return;
    case 4:
    case 5:
      return exempt_somehow(story, day, dice);
    case 6:
      static_cast<void>(story.answer(iso(day)));
      return;
    case 7:
      return escalate_somehow(story, day, dice);
    case 8:
      return record_something_else(story, day, dice);
    case 9:
      story.days_over = static_cast<std::int32_t>(dice() % 200);
      story.delegation.escalate_days_over = 100;
      story.run(day);
      return;
    default:
      story.run(day);
      return;
  }
}

}  // namespace tidemark::made
