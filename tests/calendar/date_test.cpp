#include "calendar/date.hpp"

#include <catch2/catch.hpp>
#include <optional>
#include <vector>

#include "spelt.hpp"

using namespace tidemark;

namespace {

// One way that the world may be: the day, or no such day.
using Member = std::optional<Day>;

std::vector<Member> members_of(const Date& date) {
  std::vector<Member> members;
  for (Day day = date.lo; day <= date.hi; ++day) members.emplace_back(day);
  if (date.may_be_absent) members.emplace_back(std::nullopt);
  return members;
}

// Every interval of days 0 to 4, each also with "if at all", and the absent date.
std::vector<Date> small_dates() {
  std::vector<Date> dates{Date::absent()};
  for (Day lo = 0; lo < 5; ++lo) {
    for (Day hi = lo; hi < 5; ++hi) {
      dates.push_back({lo, hi, false});
      dates.push_back({lo, hi, true});
    }
  }
  return dates;
}

template <class Compare>
Truth over_all_pairs(const Date& a, const Date& b, Compare holds) {
  bool some_yes = false;
  bool some_no = false;
  for (const Member& x : members_of(a)) {
    for (const Member& y : members_of(b)) {
      const bool yes = x && y && holds(*x, *y);  // nothing is before or equal to an absent date
      (yes ? some_yes : some_no) = true;
    }
  }
  return some_yes && some_no ? Truth::unknown : truth_of(some_yes);
}

// The smallest date that holds all the members.
Date enclosing(const std::vector<Member>& members) {
  Date date = Date::absent();
  date.may_be_absent = false;
  for (const Member& member : members) {
    if (!member) {
      date.may_be_absent = true;
    } else {
      date = hull(date, Date::known(*member));
    }
  }
  return date;
}

template <class Pick>
Date pick_over_all_pairs(const Date& a, const Date& b, Pick pick) {
  std::vector<Member> picked;
  for (const Member& x : members_of(a)) {
    for (const Member& y : members_of(b)) {
      picked.push_back(x && y ? Member(pick(*x, *y)) : (x ? x : y));
    }
  }
  return enclosing(picked);
}

}  // namespace

TEST_CASE("a comparison says yes or no exactly if every pair of days in the intervals says so") {
  for (const Date& a : small_dates()) {
    for (const Date& b : small_dates()) {
      INFO(text_of(a) << (a.may_be_absent ? " if at all" : "") << " and " << text_of(b)
                      << (b.may_be_absent ? " if at all" : ""));
      CHECK(before(a, b) == over_all_pairs(a, b, [](Day x, Day y) { return x < y; }));
      CHECK(on_or_before(a, b) == over_all_pairs(a, b, [](Day x, Day y) { return x <= y; }));
      CHECK(same_day(a, b) == over_all_pairs(a, b, [](Day x, Day y) { return x == y; }));
    }
  }
}

TEST_CASE("the earlier and the later of two dates hold exactly what any pair could give") {
  for (const Date& a : small_dates()) {
    for (const Date& b : small_dates()) {
      INFO(text_of(a) << (a.may_be_absent ? " if at all" : "") << " and " << text_of(b)
                      << (b.may_be_absent ? " if at all" : ""));
      CHECK(earliest_of(a, b) ==
            pick_over_all_pairs(a, b, [](Day x, Day y) { return std::min(x, y); }));
      CHECK(latest_of(a, b) ==
            pick_over_all_pairs(a, b, [](Day x, Day y) { return std::max(x, y); }));
    }
  }
}

TEST_CASE("an unknown date can be compared with nothing, not even with itself") {
  const Date today = Date::known(d("2021-04-01"));
  CHECK(before(Date::unknown(), today) == Truth::unknown);
  CHECK(on_or_before(today, Date::unknown()) == Truth::unknown);
  CHECK(same_day(Date::unknown(), Date::unknown()) == Truth::unknown);
  CHECK(before(Date::absent(), today) == Truth::no);
  CHECK(before(today, Date::absent()) == Truth::no);
}

TEST_CASE("a date is known when something of it is on record") {
  CHECK(is_known(Date::known(0)) == Truth::yes);
  CHECK(is_known(Date::between(0, 30)) == Truth::yes);
  CHECK(is_known(Date::unknown()) == Truth::no);
  CHECK(is_known(Date::absent()) == Truth::no);
  CHECK(is_known(Date::undecided()) == Truth::unknown);
}

TEST_CASE("findings spell an interval with its open sides empty") {
  const Day first = d("2021-04-01");
  const Day last = d("2021-04-30");
  CHECK(text_of(Date::known(first)) == "2021-04-01");
  CHECK(text_of(Date::between(first, last)) == "2021-04-01..2021-04-30");
  CHECK(text_of(Date::between(k_earliest, first)) == "..2021-04-01");
  CHECK(text_of(Date::between(first, k_latest)) == "2021-04-01..");
  CHECK(text_of(Date::unknown()) == "..");
  CHECK(text_of(Date::known(k_latest)) == "..");
  CHECK(text_of(Date::absent()).empty());
}

TEST_CASE("sentences say an interval in words") {
  const Day first = d("2021-04-01");
  const Day last = d("2021-04-30");
  CHECK(words_of(Date::known(first)) == "1 Apr 2021");
  CHECK(words_of(Date::between(first, last)) == "between 1 Apr 2021 and 30 Apr 2021");
  CHECK(words_of(Date::between(k_earliest, first)) == "on or before 1 Apr 2021");
  CHECK(words_of(Date::between(first, k_latest)) == "on or after 1 Apr 2021");
  CHECK(words_of(Date::unknown()) == "date not known");
  CHECK(words_of(Date::undecided()) == "date not known");
  CHECK(words_of(Date::absent()) == "none");
  CHECK(words_of(Date{first, first, true}) == "1 Apr 2021, if at all");
}
