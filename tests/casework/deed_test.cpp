// Who may do what: every rule of domain/process.md, section 3, on exemptions, and what other deeds
// need.
#include "casework/deed.hpp"

#include <catch2/catch.hpp>

#include "invented_life.hpp"

namespace tidemark {
namespace {

using made::Story;

std::string refusal(Story& story, const Deed& deed) {
  const Status status = story.record(deed);
  return status.ok() ? "recorded" : status.error().message;
}

TEST_CASE("an exemption has a last day, three calendar months after the decision at the latest") {
  Story story("2021-01-31");
  Deed deed = made::exemption("2021-11-30", "2022-02-28");
  CHECK(refusal(story, deed) == "recorded");
  deed.until = made::on("2022-03-01");
  CHECK(refusal(story, deed) ==
        "until 2022-03-01 is too long: at most 3 months after the decision, 2022-02-28");
  deed.until = made::on("2021-11-29");
  CHECK(refusal(story, deed).find("before it is decided") != std::string::npos);
  deed.until.reset();
  CHECK(refusal(story, deed) == "an exemption needs its last day (--until)");
}

TEST_CASE("an exemption names its reason, its meeting and who decided it in what role") {
  Story story("2021-01-31");
  for (std::string Deed::*part :
       {&Deed::by, &Deed::role, &Deed::code, &Deed::why, &Deed::meeting}) {
    Deed deed = made::exemption("2021-02-10", "2021-04-30");
    deed.*part = " ";
    CHECK(refusal(story, deed) != "recorded");
  }
}

TEST_CASE("whoever explains it, or works with the child, cannot exempt it") {
  Story story("2021-01-31");
  REQUIRE(story.explain("2021-02-03", "P. Chair").ok());
  CHECK(refusal(story, made::exemption("2021-02-10", "2021-04-30", " p. chair"))
            .find("another must decide") != std::string::npos);
  story.circumstances.workers = {"W7"};
  CHECK(
      refusal(story, made::exemption("2021-02-10", "2021-04-30", "w7")).find("allocated worker") !=
      std::string::npos);
  CHECK(refusal(story, made::exemption("2021-02-10", "2021-04-30", "H. Service")) == "recorded");
}

TEST_CASE("only those whom the scheme of delegation names may exempt") {
  Story story("2021-01-31");
  Deed deed = made::exemption("2021-02-10", "2021-04-30");
  deed.role = "team manager";
  CHECK(refusal(story, deed).find("panel chair, agency decision maker or head of service") !=
        std::string::npos);
}

TEST_CASE("severity critical cannot be exempted") {
  Story story("2021-01-31");
  story.circumstances.rule_is_critical = true;
  CHECK(refusal(story, made::exemption("2021-02-10", "2021-04-30")).find("only escalated") !=
        std::string::npos);
}

TEST_CASE("capacity is a reason and never a ground") {
  Story story("2021-01-31");
  Deed deed = made::exemption("2021-02-10", "2021-04-30");
  deed.code = "Capacity";
  CHECK(refusal(story, deed).find("never a ground") != std::string::npos);
  REQUIRE(story.explain("2021-02-11", "A. Worker").ok());  // but it may be said
}

TEST_CASE("three renewals in a row escalate; one that lapsed starts the count again") {
  Story story("2021-01-31");
  for (const char* day : {"2021-02-10", "2021-04-10", "2021-06-10"}) {
    REQUIRE(story.exempt(day, iso(add_months(made::on(day), 3))).ok());
  }
  CHECK(story.kinds() == "raised exempted exempted exempted");
  CHECK(story.life().exemptions.back().renewal == 2);
  CHECK(story.life().exemptions.front().end == Exemption::End::renewed);
  REQUIRE(story.exempt("2021-08-10", "2021-10-10").ok());
  CHECK(story.kinds() == "raised exempted exempted exempted exempted escalated");
  CHECK(story.life().state == LifeState::escalated);
  CHECK(exemption_on(story.life(), made::on("2021-09-01")) != nullptr);  // escalated, and in force
  REQUIRE(story.answer("2021-08-12").ok());
  CHECK(story.life().state == LifeState::exempted);
  story.facts.due = "2021-01-15";
  story.run("2021-08-31");
  REQUIRE(story.exempt("2021-09-02", "2021-10-10").ok());
  CHECK(story.life().exemptions.back().renewal == 0);
}

TEST_CASE(
    "nothing is recorded of an exception that is resolved, nor before it, nor ahead of its day") {
  Story story("2021-01-31");
  CHECK(refusal(story, made::exemption("2021-01-30", "2021-04-30")).find("before the exception") !=
        std::string::npos);
  Deed early = made::exemption("2021-02-10", "2021-04-30");
  early.recorded_at = "2021-02-09T10:00:00Z";
  CHECK(refusal(story, early).find("has not come yet") != std::string::npos);
  story.resolve("2021-02-28", Resolution::done_late);
  CHECK(refusal(story, made::exemption("2021-03-10", "2021-04-30"))
            .find("was resolved on 2021-02-28") != std::string::npos);
}

TEST_CASE("an action has an owner and a due day, and is done once") {
  Story story("2021-01-31");
  Deed action;
  action.kind = EventKind::action_set;
  action.on = made::on("2021-02-10");
  action.by = "P. Chair";
  action.role = "panel chair";
  action.why = "Refer to family finding";
  CHECK(refusal(story, action).find("needs an owner") != std::string::npos);
  action.to = "A. Worker";
  CHECK(refusal(story, action).find("by which it is due") != std::string::npos);
  action.until = made::on("2021-02-24");
  CHECK(refusal(story, action) == "recorded");
  REQUIRE(story.life().actions.size() == 1);
  Deed done = action;
  done.kind = EventKind::action_done;
  done.about = 99;
  CHECK(refusal(story, done).find("has no action 99") != std::string::npos);
  done.about = story.life().actions[0].number;
  done.on = made::on("2021-02-09");
  CHECK(refusal(story, done).find("was set on 2021-02-10") != std::string::npos);
  done.on = made::on("2021-02-20");
  CHECK(refusal(story, done) == "recorded");
  CHECK(story.life().actions[0].done == made::on("2021-02-20"));
  CHECK(refusal(story, done).find("was done on 2021-02-20") != std::string::npos);
}

TEST_CASE(
    "what the panel asked for is done, and a correction task closed, also once it is resolved") {
  Story story("2021-01-31");
  Deed deed;
  deed.kind = EventKind::action_set;
  deed.on = made::on("2021-02-10");
  deed.until = made::on("2021-03-10");
  deed.by = "P. Chair";
  deed.role = "panel chair";
  deed.why = "Correct the date";
  deed.to = "A. Worker";
  REQUIRE(story.record(deed).ok());
  deed.kind = EventKind::record_wrong;
  REQUIRE(story.record(deed).ok());
  story.resolve("2021-02-28", Resolution::data_corrected);
  CHECK(story.life().record_wrong);
  deed.on = made::on("2021-03-05");
  deed.kind = EventKind::record_wrong_ended;
  CHECK(refusal(story, deed) == "recorded");
  CHECK_FALSE(story.life().record_wrong);
  deed.kind = EventKind::action_done;
  deed.about = story.life().actions[0].number;
  CHECK(refusal(story, deed) == "recorded");
}

TEST_CASE("a panel accepts only an explanation that there is, and may exempt it later") {
  Story story("2021-01-31");
  Deed deed;
  deed.kind = EventKind::explanation_accepted;
  deed.on = made::on("2021-02-10");
  deed.by = "P. Chair";
  deed.role = "panel chair";
  CHECK(refusal(story, deed).find("nothing to accept") != std::string::npos);
  REQUIRE(story.explain("2021-02-03", "A. Worker").ok());
  CHECK(refusal(story, deed) == "recorded");
  CHECK(story.life().state == LifeState::explained);
  CHECK(story.life().explained_by == "A. Worker");
  CHECK(refusal(story, made::exemption("2021-03-01", "2021-04-30")) == "recorded");
}

TEST_CASE("an exemption leaves the verdict, the clock and the days over as they are") {
  Story story("2021-01-31");
  const StandingFacts before = story.life().facts;
  REQUIRE(story.exempt("2021-02-10", "2021-04-30").ok());
  CHECK(story.life().facts == before);
  CHECK(story.life().is_open());
}

TEST_CASE("a name or a code spelt otherwise is the same name and the same code") {
  Story story("2021-01-31");
  REQUIRE(story.explain("2021-02-03", "A. Worker").ok());
  for (const char* name : {"a.  worker", "A Worker", " A.WORKER "}) {
    CHECK(refusal(story, made::exemption("2021-02-10", "2021-04-30", name)) != "recorded");
  }
  for (const char* code : {"lack of capacity", "staffing/capacity", "Capacity.", "STAFFING"}) {
    Deed deed = made::exemption("2021-02-10", "2021-04-30");
    deed.code = code;
    INFO(code);
    CHECK(refusal(story, deed).find("never a ground") != std::string::npos);
  }
}

TEST_CASE("whoever exempts it does not then explain it") {
  Story story("2021-01-31");
  REQUIRE(story.exempt("2021-02-10", "2021-04-30", "P. Chair").ok());
  CHECK_FALSE(story.explain("2021-02-12", "P Chair").ok());
  CHECK(story.explain("2021-02-12", "A. Worker").ok());
}

TEST_CASE("an exemption cannot be dated back before its facts changed") {
  Story story("2021-01-31");
  story.facts.due = "2021-01-15";
  story.run("2021-03-05");
  CHECK(refusal(story, made::exemption("2021-03-01", "2021-04-30")).find("2021-03-05 or later") !=
        std::string::npos);
  CHECK(refusal(story, made::exemption("2021-03-05", "2021-04-30")) == "recorded");
}

TEST_CASE("a rule that the latest run did not have cannot be exempted from") {
  Story story("2021-01-31");
  story.circumstances.rule_is_gone = true;
  CHECK(refusal(story, made::exemption("2021-02-10", "2021-04-30")).find("not among the rules") !=
        std::string::npos);
}

TEST_CASE("taken again on its own day, a decision is corrected and not renewed") {
  Story story("2021-01-31");
  for (int i = 0; i < 5; ++i) REQUIRE(story.exempt("2021-02-10", "2021-04-30").ok());
  CHECK(story.life().exemptions.back().renewal == 0);
  CHECK(story.life().state == LifeState::exempted);
}

TEST_CASE("a text that nobody could read back is refused") {
  Story story("2021-01-31");
  Deed deed = made::exemption("2021-02-10", "2021-04-30");
  deed.why = std::string(4001, 'x');
  CHECK(refusal(story, deed).find("too long") != std::string::npos);
  deed.why = "red \x1b[31m";
  CHECK(refusal(story, deed).find("control character") != std::string::npos);
}

}  // namespace
}  // namespace tidemark
