// decide() against a direct look at every day that due and stop could be.
#include "evaluate/timing.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <vector>

using namespace tidemark;

namespace {

constexpr Day k_day = 18000;

// What is so when every day is known. A stop after the as-at day has not happened.
Timing plainly(Day due, bool reaches, std::optional<Day> stop, Day as_at) {
  const Day last_good = reaches ? due - 1 : due;
  if (stop && *stop > as_at) stop.reset();
  if (stop && *stop <= last_good) return {Verdict::on_track, false, false, 0};
  if (stop) return {Verdict::met_late, true, false, *stop - due};
  if (as_at > last_good) return {Verdict::breach, true, false, as_at - due};
  return {Verdict::on_track, false, false, 0};
}

std::vector<Date> dates_around(Day day) {
  std::vector<Date> dates{Date::absent(), Date::undecided(), Date::unknown()};
  for (Day lo = day - 3; lo <= day + 3; ++lo) {
    for (Day hi = lo; hi <= day + 3; ++hi) {
      dates.push_back(Date::between(lo, hi));
      dates.push_back({lo, hi, true});
    }
    dates.push_back(Date::between(k_earliest, lo));
    dates.push_back(Date::between(lo, k_latest));
  }
  return dates;
}

std::vector<Day> days_of(const Date& date) {
  std::vector<Day> days;
  for (Day day = std::max(date.lo, k_day - 9); day <= std::min(date.hi, k_day + 9); ++day) {
    days.push_back(day);
  }
  return days;
}

std::vector<Timing> every_answer(const Date& due, bool reaches, const Date& stop, Day as_at) {
  std::vector<Timing> answers;
  for (const Day d : days_of(due)) {
    if (stop.may_be_absent) answers.push_back(plainly(d, reaches, std::nullopt, as_at));
    for (const Day s : days_of(stop)) answers.push_back(plainly(d, reaches, s, as_at));
  }
  return answers;
}

Date last_good(Date due, bool reaches) {
  if (!reaches) return due;
  if (due.lo != k_earliest) --due.lo;
  if (due.hi != k_latest) --due.hi;
  return due;
}

}  // namespace

TEST_CASE("the verdict is the one that every possible day gives, and undecided if they differ") {
  const bool reaches = GENERATE(true, false);
  for (const Date& due : dates_around(k_day)) {
    if (due.may_be_absent) continue;
    for (const Date& stop : dates_around(k_day)) {
      const Timing said = decide({due, last_good(due, reaches), Date::absent()}, stop, k_day);
      const std::vector<Timing> answers = every_answer(due, reaches, stop, k_day);
      std::set<Verdict> verdicts;
      std::int32_t fewest = std::numeric_limits<std::int32_t>::max();
      std::int32_t most = 0;
      for (const Timing& answer : answers) {
        verdicts.insert(answer.verdict);
        fewest = std::min(fewest, answer.days_over);
        most = std::max(most, answer.days_over);
      }
      INFO("due " << text_of(due) << ", stop " << text_of(stop) << (reaches ? ", reaches" : ""));
      if (verdicts.size() > 1) {
        REQUIRE(said.verdict == Verdict::cannot_decide);
        continue;
      }
      REQUIRE(said.verdict == *verdicts.begin());
      if (said.verdict == Verdict::on_track) continue;
      REQUIRE(said.has_days_over);
      REQUIRE(said.days_over == fewest);
      REQUIRE(said.at_least == (fewest != most || due.lo == k_earliest));
    }
  }
}

TEST_CASE("a clock that has not run out is on track although nobody knows whether it stopped") {
  const Date due = Date::known(k_day + 1);
  REQUIRE(decide({due, due, Date::absent()}, Date::undecided(), k_day).verdict ==
          Verdict::on_track);
}

TEST_CASE("a stop that lies ahead has not stopped the clock") {
  const Date due = Date::known(k_day - 1);
  const Timing overdue = decide({due, due, Date::absent()}, Date::known(k_day + 5), k_day);
  REQUIRE(overdue.verdict == Verdict::breach);
  REQUIRE(overdue.days_over == 1);
  const Date ahead = Date::known(k_day + 9);
  const Timing soon = decide({ahead, ahead, Date::known(k_day)}, Date::known(k_day + 5), k_day);
  REQUIRE(soon.verdict == Verdict::due_soon);
}

TEST_CASE("due soon begins on the first amber day and only while the clock runs") {
  const Date due = Date::known(k_day + 9);
  const auto verdict = [&](const Date& stop, Day amber_from) {
    return decide({due, due, Date::known(amber_from)}, stop, k_day).verdict;
  };
  REQUIRE(verdict(Date::absent(), k_day + 1) == Verdict::on_track);
  REQUIRE(verdict(Date::absent(), k_day) == Verdict::due_soon);
  REQUIRE(verdict(Date::known(k_day), k_day) == Verdict::on_track);
  // No calendar says when amber begins: better listed too early than not at all.
  REQUIRE(decide({due, due, Date::unknown()}, Date::absent(), k_day).verdict == Verdict::due_soon);
}

TEST_CASE("without a due date nothing is decided") {
  REQUIRE(decide({Date::absent(), Date::absent(), Date::absent()}, Date::absent(), k_day).verdict ==
          Verdict::cannot_decide);
  const Date perhaps{k_day - 9, k_day - 9, true};
  REQUIRE(decide({perhaps, perhaps, Date::absent()}, Date::absent(), k_day).verdict ==
          Verdict::cannot_decide);
}

TEST_CASE("days over of a state are counted from its due date, if that has come") {
  REQUIRE_FALSE(breach_since(Date::absent(), k_day).has_days_over);
  REQUIRE_FALSE(breach_since(Date::known(k_day + 1), k_day).has_days_over);
  const Timing exact = breach_since(Date::known(k_day - 4), k_day);
  REQUIRE(exact.days_over == 4);
  REQUIRE_FALSE(exact.at_least);
  REQUIRE(breach_since(Date::between(k_earliest, k_day - 4), k_day).at_least);
}
