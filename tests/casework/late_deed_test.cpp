// Deeds that are recorded later than they happened, between what runs and others wrote since.
#include <catch2/catch.hpp>

#include "invented_life.hpp"

namespace tidemark {
namespace {

using made::Story;

TEST_CASE("an answer dated before the escalation is refused and answers nothing") {
  Story story("2021-01-31");
  REQUIRE(story.exempt("2021-02-10", "2021-04-30").ok());
  story.run("2021-05-31");
  REQUIRE(story.life().state == LifeState::escalated);
  const Status refused = story.answer("2021-05-30");
  REQUIRE_FALSE(refused.ok());
  CHECK_THAT(refused.error().message, Catch::Contains("escalated on 2021-05-31"));
  CHECK(story.answer("2021-05-31").ok());
  CHECK(story.life().state == LifeState::raised);
}

TEST_CASE("an older store's answer before the escalation leaves it escalated, and nothing exempt") {
  Story story("2021-01-31");
  REQUIRE(story.exempt("2021-02-10", "2021-04-30").ok());
  story.run("2021-05-31");
  Event answer;
  answer.kind = EventKind::answered;
  answer.on = made::on("2021-02-11");
  std::vector<Event> events = story.life().history;
  events.push_back(answer);
  const ExceptionLife life = life_of({"R", "1", ""}, events);
  CHECK(life.state == LifeState::escalated);
  CHECK(life.last_moved_on == made::on("2021-05-31"));
}

TEST_CASE("an exemption dated before an escalation does not answer it, whoever decides it") {
  Story story("2021-01-31");
  REQUIRE(story.escalate("2021-03-20", "head of service").ok());
  REQUIRE(
      story.record(made::exemption_by("2021-03-14", "2021-06-10", "H. Service", "head of service"))
          .ok());
  CHECK(story.life().state == LifeState::escalated);
  CHECK(life_as_on(story.life(), made::on("2021-03-25"))->state == LifeState::escalated);
  CHECK(exemption_on(story.life(), made::on("2021-03-25")) != nullptr);
}

TEST_CASE("an exemption that was over when it was recorded leaves nothing exempt") {
  Story story("2021-01-31");
  story.run("2021-02-28");
  REQUIRE(story.escalate("2021-05-20", "head of service").ok());
  REQUIRE(story.answer("2021-05-21").ok());
  REQUIRE(story.exempt("2021-03-14", "2021-05-10").ok());
  CHECK(story.life().state == LifeState::raised);
}

TEST_CASE("the maker of an exemption cannot explain it, though dated before it") {
  Story story("2021-01-31");
  REQUIRE(story.exempt("2021-03-08", "2021-06-08", "P. Chair").ok());
  CHECK_FALSE(story.explain("2021-03-08", "P. Chair").ok());
  CHECK_FALSE(story.explain("2021-03-07", "p. chair").ok());
  CHECK(story.explain("2021-03-07", "S. Worker").ok());
}

TEST_CASE("nothing is recorded of a day on which the exception was resolved") {
  Story story("2021-01-31");
  story.resolve("2021-02-10", Resolution::put_right);
  story.run("2021-03-31");
  REQUIRE(story.life().is_open());
  const Status refused = story.escalate("2021-03-15", "head of service");
  REQUIRE_FALSE(refused.ok());
  CHECK_THAT(refused.error().message, Catch::Contains("was resolved"));
  CHECK(story.escalate("2021-02-09", "head of service").ok());
  CHECK(story.escalate("2021-03-31", "head of service").ok());
}

}  // namespace
}  // namespace tidemark
