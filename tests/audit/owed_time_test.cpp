#include "audit/owed_time.hpp"

#include <catch2/catch.hpp>

namespace tidemark {
namespace {

LocalTime at(const char* text) {
  return parse_local_time(text).value();
}

Timetable mondays() {
  WordsNotUnderstood why;
  return Timetable::read("every Monday 06:00", why).value();
}

// 23 Nov 2026 is a Monday.
std::string owed(const std::vector<KeptTime>& kept, const char* now, bool arrivals_answer = false) {
  const auto found = owed_time(mondays(), WorkingCalendar(), kept, at(now), 72, arrivals_answer);
  if (!found) return "";
  return iso(found->due) + (found->was_said ? " late until " + iso(found->waits_until) : "");
}

TEST_CASE("a time is owed until a run answers it, and never again") {
  CHECK(owed({}, "2026-11-23 06:00") == "2026-11-23 06:00");
  CHECK(owed({}, "2026-11-23 05:59") == "2026-11-16 06:00");
  CHECK(owed({{at("2026-11-16 06:00"), true}}, "2026-11-23 05:59").empty());
  CHECK(owed({{at("2026-11-16 06:00"), true}}, "2026-11-23 06:00") == "2026-11-23 06:00");
  CHECK(owed({{at("2026-11-23 06:00"), true}}, "2026-11-29 23:59").empty());
}

TEST_CASE("of the times that were missed only the latest is owed") {
  CHECK(owed({{at("2026-10-05 06:00"), true}}, "2026-11-26 12:00") == "2026-11-23 06:00");
}

TEST_CASE("a time that went without a snapshot waits for one, for so long and no longer") {
  const std::vector<KeptTime> said = {{at("2026-11-23 06:00"), false}};
  CHECK(owed(said, "2026-11-23 06:00") == "2026-11-23 06:00 late until 2026-11-26 06:00");
  CHECK(owed(said, "2026-11-26 06:00") == "2026-11-23 06:00 late until 2026-11-26 06:00");
  CHECK(owed(said, "2026-11-26 06:01").empty());
  // The next time is a new one.
  CHECK(owed(said, "2026-11-30 06:00") == "2026-11-30 06:00");
  // It ran late.
  CHECK(owed({said[0], {at("2026-11-23 06:00"), true}}, "2026-11-24 06:00").empty());
}

TEST_CASE("what was kept while the clock was ahead does not answer for what comes") {
  CHECK(owed({{at("2031-01-06 06:00"), true}}, "2026-11-23 06:00") == "2026-11-23 06:00");
}

TEST_CASE("a clock that is set back over a time does not have it run again") {
  const std::vector<KeptTime> ran = {{at("2026-11-16 06:00"), true},
                                     {at("2026-11-23 06:00"), true}};
  CHECK(owed(ran, "2026-11-23 05:10").empty());
  CHECK(owed(ran, "2026-11-23 06:00").empty());
}

TEST_CASE("a run on arrival answers the time after it, where the job says so") {
  const std::vector<KeptTime> arrived = {{at("2026-11-22 17:05"), true}};
  CHECK(owed(arrived, "2026-11-23 06:00", true).empty());
  CHECK(owed(arrived, "2026-11-23 06:00", false) == "2026-11-23 06:00");
  CHECK(owed(arrived, "2026-11-30 06:00", true) == "2026-11-30 06:00");
  CHECK(owed({{at("2026-11-16 06:00"), true}}, "2026-11-23 06:00", true) == "2026-11-23 06:00");
}

TEST_CASE("minutes are counted over midnight in both directions") {
  CHECK(later_by(at("2026-12-31 23:30"), 90) == at("2027-01-01 01:00"));
  CHECK(later_by(at("2028-02-29 00:00"), -1) == at("2028-02-28 23:59"));
  CHECK(later_by(at("2026-11-23 06:00"), 72 * 60) == at("2026-11-26 06:00"));
  CHECK(time_before(mondays(), WorkingCalendar(), at("2026-11-23 06:00")) ==
        at("2026-11-16 06:00"));
}

}  // namespace
}  // namespace tidemark
