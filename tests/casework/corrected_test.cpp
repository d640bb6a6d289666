// The thread between an exception that a correction ended and the one that it began.
#include "casework/corrected.hpp"

#include <catch2/catch.hpp>

#include "invented_life.hpp"

namespace tidemark {
namespace {

Event event(std::int64_t number, EventKind kind, const std::string& day, const std::string& why) {
  Event made;
  made.number = number;
  made.kind = kind;
  made.on = made::on(day);
  made.by = "A. Worker";
  made.role = "social worker";
  made.why = why;
  return made;
}

ExceptionLife life(std::int64_t number, const std::string& clock, std::vector<Event> events) {
  for (Event& one : events) one.exception = number;
  events.front().facts.clock = clock;
  return life_of({"PO-9M", "1001", clock}, std::move(events));
}

NewEvents ends(std::int64_t number, const std::string& occasion, Resolution why,
               const std::string& child = "1001") {
  Event over = event(0, EventKind::resolved, "2021-03-31", "from 4 March to 5 March");
  over.code = name_of(why);
  return {number, "PO-9M", child, occasion, {over}};
}

NewEvents begins(const std::string& clock, const std::string& child = "1001") {
  Event raised = event(0, EventKind::raised, "2021-03-31", "");
  raised.facts.clock = clock;
  return {0, "PO-9M", child, clock, {raised}};
}

const WasKnown k_news = [](const ExceptionLife&, const std::string&) { return false; };

std::vector<ExceptionLife> twelve() {
  return {life(12, "2021-03-04",
               {event(1, EventKind::raised, "2021-01-31", ""),
                event(2, EventKind::explained, "2021-02-03", "No family found yet")})};
}

TEST_CASE("a corrected clock start ties the exception that ends to the one that begins") {
  const std::vector<ExceptionLife> lives = twelve();
  std::vector<NewEvents> run = {begins("2021-01-01", "1000"),
                                ends(12, "2021-03-04", Resolution::data_corrected),
                                begins("2021-03-05")};
  tie_corrections(run, lives, 40, k_news);
  CHECK(run[2].events[0].about == 12);
  CHECK(run[2].events[0].why == "was exception 12, whose clock start 2021-03-04 is now 2021-03-05");
  // The second that is new in this run.
  CHECK(run[1].events[0].about == 41);
  CHECK(run[1].events[0].why ==
        "from 4 March to 5 March; is now exception 41: its clock start 2021-03-04 is now "
        "2021-03-05");
  CHECK(run[0].events[0].about == 0);  // of another child
}

TEST_CASE("where more than one could be meant, or none was corrected, nothing is tied") {
  std::vector<ExceptionLife> lives = twelve();
  std::vector<NewEvents> run;
  WasKnown was_known = k_news;
  SECTION("another occasion took its place") {
    run = {ends(12, "2021-03-04", Resolution::superseded), begins("2021-03-05")};
  }
  SECTION("two begin") {
    run = {ends(12, "2021-03-04", Resolution::data_corrected), begins("2021-03-05"),
           begins("2021-03-06")};
  }
  SECTION("two end") {
    lives.push_back(life(13, "2021-03-06", {event(3, EventKind::raised, "2021-01-31", "")}));
    run = {ends(12, "2021-03-04", Resolution::data_corrected), begins("2021-03-05"),
           ends(13, "2021-03-06", Resolution::data_corrected)};
  }
  SECTION("the one that begins is of another child") {
    run = {ends(12, "2021-03-04", Resolution::data_corrected), begins("2021-03-05", "1002")};
  }
  SECTION("the one that begins was on record before, and is another order") {
    was_known = [](const ExceptionLife& ended, const std::string& occasion) {
      return ended.number == 12 && occasion == "2021-03-05";
    };
    run = {ends(12, "2021-03-04", Resolution::data_corrected), begins("2021-03-05")};
  }
  tie_corrections(run, lives, 40, was_known);
  for (const NewEvents& of_one : run) {
    CHECK(of_one.events[0].about == 0);
    CHECK(of_one.events[0].why.find("exception") == std::string::npos);
  }
}

TEST_CASE(
    "the explanation comes along as history, through two corrections, and nothing else does") {
  std::vector<ExceptionLife> lives = twelve();
  Event was_12 = event(3, EventKind::raised, "2021-03-31", "");
  was_12.about = 12;
  lives.push_back(life(13, "2021-03-05", {was_12}));
  Event was_13 = event(4, EventKind::raised, "2021-04-30", "");
  was_13.about = 13;
  lives.push_back(life(14, "2021-03-06", {was_13}));
  CHECK(lives[2].was == 13);
  CHECK(lives[2].explanation.empty());
  CHECK(lives[2].state == LifeState::raised);
  const auto earlier = explained_before_correction(lives[2], among(lives));
  REQUIRE(earlier.has_value());
  CHECK(earlier->exception == 12);
  CHECK(earlier->words == "No family found yet");
  CHECK_FALSE(explained_before_correction(lives[0], among(lives)).has_value());
}

TEST_CASE("a correction that is taken back does not lead in a circle") {
  std::vector<ExceptionLife> lives;
  Event was_12 = event(3, EventKind::raised, "2021-03-31", "");
  was_12.about = 12;
  Event was_13 = event(5, EventKind::reopened, "2021-04-30", "");
  was_13.about = 13;
  SECTION("its own explanation is told") {
    lives = {life(12, "2021-03-04",
                  {event(1, EventKind::raised, "2021-01-31", ""),
                   event(2, EventKind::explained, "2021-02-03", "No family found yet"), was_13}),
             life(13, "2021-03-05", {was_12})};
    REQUIRE(explained_before_correction(lives[0], among(lives)).has_value());
    CHECK(explained_before_correction(lives[0], among(lives))->exception == 12);
    CHECK(lives[0].explanation.empty());
  }
  SECTION("where nobody explained, there is none") {
    lives = {life(12, "2021-03-04", {event(1, EventKind::raised, "2021-01-31", ""), was_13}),
             life(13, "2021-03-05", {was_12})};
    CHECK_FALSE(explained_before_correction(lives[0], among(lives)).has_value());
  }
  SECTION("nor where the earlier one is not to be had any more") {
    lives = {life(13, "2021-03-05", {was_12})};
    CHECK_FALSE(explained_before_correction(lives[0], among(lives)).has_value());
  }
}

}  // namespace
}  // namespace tidemark
