// The life of an exception, folded from its events, and the one function that says whether an
// exemption applies.
#include "casework/life.hpp"

#include <catch2/catch.hpp>
#include <cctype>
#include <random>
#include <set>

#include "casework/deed.hpp"
#include "casework/observe.hpp"
#include "invented_life.hpp"

namespace tidemark {
namespace {

using made::Story;

TEST_CASE("an exception is raised, explained, exempted, and returns when the exemption expires") {
  Story story("2021-01-31");
  CHECK(story.life().state == LifeState::raised);
  REQUIRE(story.explain("2021-02-03", "A. Worker").ok());
  CHECK(story.life().state == LifeState::explained);
  REQUIRE(story.exempt("2021-02-10", "2021-04-30").ok());
  CHECK(story.life().state == LifeState::exempted);
  CHECK(exemption_on(story.life(), made::on("2021-04-30")) != nullptr);
  CHECK(exemption_on(story.life(), made::on("2021-05-01")) == nullptr);
  CHECK(exemption_on(story.life(), made::on("2021-02-09")) == nullptr);
  story.run("2021-05-31");
  // On expiry it goes to the head of service, and the explanation is still there.
  CHECK(story.kinds() == "raised explained exempted exemption_expired escalated");
  CHECK(story.life().state == LifeState::escalated);
  CHECK(story.life().exemptions.back().end == Exemption::End::expired);
  REQUIRE(story.answer("2021-06-02").ok());
  CHECK(story.life().state == LifeState::explained);
}

TEST_CASE("an exemption lapses the day its facts change, and not because days go by") {
  Story story("2021-01-31", {"explained", "2020-03-01", "2020-12-01", "hearing listed for 4 May"});
  REQUIRE(story.exempt("2021-02-10", "2021-04-30").ok());
  story.run("2021-02-28");
  CHECK(story.life().state == LifeState::exempted);
  story.facts = {"breach", "2020-03-01", "2020-12-01", ""};  // the hearing was vacated
  story.run("2021-03-31");
  CHECK(story.kinds() == "raised exempted changed exemption_lapsed");
  CHECK(story.life().state == LifeState::raised);
  CHECK(exemption_on(story.life(), made::on("2021-03-31")) == nullptr);
  CHECK(exemption_on(story.life(), made::on("2021-03-30")) != nullptr);
  CHECK(story.life().exemptions.back().why_ended.find("hearing listed") != std::string::npos);
}

TEST_CASE(
    "silence parks and does not resolve; the exemption waits meanwhile and can still expire") {
  Story story("2021-01-31");
  REQUIRE(story.exempt("2021-02-10", "2021-03-15").ok());
  story.park("2021-02-28", Parking::table_not_supplied);
  CHECK(story.life().is_parked);
  CHECK(story.life().state == LifeState::exempted);
  story.park("2021-03-10", Parking::table_not_supplied);
  CHECK(story.kinds() == "raised exempted parked");  // the same again is no news
  story.park("2021-03-31", Parking::rule_off);
  CHECK(story.kinds() == "raised exempted parked parked exemption_expired escalated");
  story.run("2021-04-30");
  CHECK_FALSE(story.life().is_parked);
  CHECK(story.life().state == LifeState::escalated);
}

TEST_CASE("resolved, it leaves the list and returns under its own number with its history") {
  Story story("2021-01-31");
  REQUIRE(story.exempt("2021-02-10", "2021-04-30").ok());
  story.resolve("2021-02-28", Resolution::done_late);
  CHECK_FALSE(story.life().is_open());
  CHECK(story.life().exemptions.back().end == Exemption::End::resolved);
  CHECK(exemption_on(story.life(), made::on("2021-02-28")) == nullptr);
  story.resolve("2021-03-31", Resolution::done_late);
  CHECK(story.kinds() == "raised exempted resolved");
  story.run("2021-04-30");
  CHECK(story.life().number == 1);
  CHECK(story.life().state == LifeState::raised);
  CHECK(story.life().reopenings == 1);
  CHECK(story.life().resolution == Resolution::done_late);
  CHECK(exemption_on(story.life(), made::on("2021-04-30")) == nullptr);
}

TEST_CASE("severity critical escalates when it is raised and again when it is reopened") {
  Story story("2021-01-31", made::k_breach, true);
  CHECK(story.kinds() == "raised escalated");
  CHECK(story.life().escalated_to == "head of service");
  story.resolve("2021-02-28", Resolution::put_right);
  story.run("2021-03-31");
  CHECK(story.kinds() == "raised escalated resolved reopened escalated");
}

TEST_CASE("beyond so many days over it escalates by itself, once") {
  Story story("2021-01-31");
  story.delegation.escalate_days_over = 100;
  story.days_over = 100;
  story.run("2021-02-28");
  CHECK(story.kinds() == "raised");
  story.days_over = 101;
  story.run("2021-03-31");
  CHECK(story.kinds() == "raised escalated");
  REQUIRE(story.answer("2021-04-01").ok());
  story.days_over = 132;
  story.run("2021-04-30");
  CHECK(story.kinds() == "raised escalated answered");
}

TEST_CASE("a run that sees the same writes nothing, however often it is made") {
  Story story("2021-01-31");
  for (int i = 0; i < 3; ++i) story.run("2021-01-31");
  CHECK(story.kinds() == "raised");
}

TEST_CASE("what was known on the day of the March panel can be asked in December") {
  Story story("2021-01-31");
  REQUIRE(story.exempt("2021-02-10", "2021-04-30").ok());
  story.run("2021-05-31");
  story.resolve("2021-11-30", Resolution::done_late);
  CHECK_FALSE(life_as_on(story.life(), made::on("2021-01-30")).has_value());
  CHECK(life_as_on(story.life(), made::on("2021-03-09"))->state == LifeState::exempted);
  CHECK(life_as_on(story.life(), made::on("2021-05-31"))->state == LifeState::escalated);
  CHECK(life_as_on(story.life(), made::on("2021-12-31"))->state == LifeState::resolved);
}

TEST_CASE("what was known on a day goes by when it was recorded, not by when it happened") {
  Story story("2021-01-31");
  for (Event& event : story.events) event.recorded_at = "2021-02-01T08:00:00Z";
  Deed late = made::exemption("2021-02-10", "2021-04-30");
  late.recorded_at = "2021-03-10T09:00:00Z";  // the day after the panel
  REQUIRE(story.record(late).ok());
  const ExceptionLife life = story.life();
  CHECK(life_as_on(life, made::on("2021-03-09"))->state == LifeState::exempted);
  REQUIRE(life_known_on(life, made::on("2021-03-09")).has_value());
  CHECK(life_known_on(life, made::on("2021-03-09"))->state == LifeState::raised);
  CHECK(life_known_on(life, made::on("2021-03-10"))->state == LifeState::exempted);
  CHECK_FALSE(life_known_on(life, made::on("2021-01-31")).has_value());  // stood, and nobody knew
}

TEST_CASE("an exemption answers an escalation only when the one it was escalated to decides it") {
  Story story("2021-01-31");
  REQUIRE(story.escalate("2021-02-01", "Head of Service").ok());
  REQUIRE(story.exempt("2021-02-10", "2021-04-30", "P. Chair").ok());
  CHECK(story.life().state == LifeState::escalated);
  CHECK(story.life().escalated_to == "Head of Service");
  CHECK(exemption_on(story.life(), made::on("2021-03-01")) != nullptr);  // and it is in force
  REQUIRE(story.explain("2021-02-11", "A. Worker").ok());
  CHECK(story.life().state == LifeState::escalated);
  SECTION("by role, however it is spelt") {
    REQUIRE(story
                .record(made::exemption_by("2021-02-12", "2021-04-30", "H. Service",
                                           "head  of SERVICE"))
                .ok());
    CHECK(story.life().state == LifeState::exempted);
    CHECK(story.life().escalated_to.empty());
  }
  SECTION("by name, and the other escalation stays open") {
    REQUIRE(story.escalate("2021-02-12", "p. chair").ok());
    REQUIRE(story.exempt("2021-02-13", "2021-04-30", "P. Chair").ok());
    CHECK(story.life().state == LifeState::escalated);
    CHECK(story.life().escalated_to == "Head of Service");
    REQUIRE(story.answer("2021-02-14").ok());
    CHECK(story.life().state == LifeState::exempted);
  }
}

// What is asked of the events alone, without the fold.
std::vector<std::string> addressees_left_waiting(const std::vector<Event>& events) {
  const auto plain = [](const std::string& name) {
    std::string out;
    for (const char c : name) {
      if (c != ' ' && c != '.') out += static_cast<char>(std::tolower(c));
    }
    return out;
  };
  std::vector<std::string> waiting;
  for (const Event& event : events) {
    if (event.kind == EventKind::escalated) waiting.push_back(plain(event.to));
    if (event.kind == EventKind::answered || event.kind == EventKind::resolved) waiting.clear();
    if (event.kind == EventKind::exempted) {
      std::erase(waiting, plain(event.by));
      std::erase(waiting, plain(event.role));
    }
  }
  return waiting;
}

TEST_CASE("only an answer, an exemption by the addressee or its end closes an escalation") {
  std::mt19937 dice(904);
  std::set<EventKind> met;
  std::size_t left_open_by_exemptions = 0;
  for (int round = 0; round < 600; ++round) {
    INFO("round " << round);
    Story story("2021-01-31", made::k_breach, dice() % 5 == 0);
    Day day = made::on("2021-01-31");
    for (int step = 0; step < 25; ++step) {
      day += static_cast<Day>(dice() % 40);
      made::do_something(story, day, dice);
      const ExceptionLife life = story.life();
      const bool is_waiting = !addressees_left_waiting(story.events).empty();
      INFO(story.kinds());
      REQUIRE((life.state == LifeState::escalated) == is_waiting);
      REQUIRE(life.escalated_to.empty() != is_waiting);
      const bool exempted = story.events.back().kind == EventKind::exempted;
      left_open_by_exemptions += exempted && is_waiting ? 1 : 0;
    }
    for (const Event& event : story.events) met.insert(event.kind);
  }
  CHECK(met.size() == static_cast<std::size_t>(EventKind::explanation_accepted) + 1);
  CHECK(left_open_by_exemptions > 100);
}

TEST_CASE("whatever happens to it, what the life says of its exemptions holds together") {
  std::mt19937 dice(903);
  for (int round = 0; round < 400; ++round) {
    INFO("round " << round);
    Story story("2021-01-31", made::k_breach, dice() % 5 == 0);
    Day day = made::on("2021-01-31");
    for (int step = 0; step < 25; ++step) {
      day += static_cast<Day>(dice() % 40);
      const std::size_t before = story.events.size();
      made::do_something(story, day, dice);
      const ExceptionLife life = story.life();
      // Append-only, and in order.
      REQUIRE(story.events.size() >= before);
      const Exemption* applies = exemption_on(life, day);
      CHECK((applies == nullptr || life.is_open()));
      CHECK((applies == nullptr || applies->until <= add_months(applies->decided, 3)));
      CHECK((applies == nullptr || !story.is_critical));
      CHECK((life.state != LifeState::exempted || !life.exemptions.empty()));
      int in_force = 0;
      for (const Exemption& exemption : life.exemptions) {
        in_force += exemption.end == Exemption::End::none ? 1 : 0;
      }
      CHECK(in_force <= 1);
      // As it stood on any day is the life of the events up to that day.
      const auto then = life_as_on(life, day);
      REQUIRE(then.has_value());
      CHECK(then->state == life.state);
    }
  }
}

}  // namespace
}  // namespace tidemark
