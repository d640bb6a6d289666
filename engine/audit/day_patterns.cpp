#include "audit/day_patterns.hpp"

#include <algorithm>

namespace tidemark {

namespace {

enum class Sort : std::uint8_t { any, working, weekday };

struct Kind {
  Sort sort = Sort::any;
  int weekday = 0;
};

std::optional<bool> is_of(const Kind& kind, Day day, const WorkingCalendar& calendar) {
  if (kind.sort == Sort::any) return true;
  if (kind.sort == Sort::weekday) return weekday(day) == kind.weekday;
  if (day < calendar.known_from() || day > calendar.known_to()) return std::nullopt;
  return calendar.is_working_day(day);
}

class EveryDay : public DayPattern {
 public:
  explicit EveryDay(std::vector<Kind> kinds) : kinds_(std::move(kinds)) {}
  [[nodiscard]] std::optional<bool> holds(Day day, const WorkingCalendar& calendar) const override {
    for (const Kind& kind : kinds_) {
      const auto is = is_of(kind, day, calendar);
      if (!is || *is) return is;
    }
    return false;
  }

 private:
  std::vector<Kind> kinds_;
};

class NthOfMonth : public DayPattern {
 public:
  NthOfMonth(int nth, Kind kind) : nth_(nth), kind_(kind) {}
  [[nodiscard]] std::optional<bool> holds(Day day, const WorkingCalendar& calendar) const override {
    const auto here = is_of(kind_, day, calendar);
    if (!here || !*here) return here;
    const Civil civil = civil_of(day);
    const Day first = day_of(civil.year, civil.month, 1);
    const Day last = first + days_in_month(civil.year, civil.month) - 1;
    if (nth_ > 0) return is_count(first, day, nth_, calendar);
    return is_count(day, last, 1, calendar);
  }

 private:
  [[nodiscard]] std::optional<bool> is_count(Day from, Day to, int wanted,
                                             const WorkingCalendar& calendar) const {
    int count = 0;
    for (Day day = from; day <= to; ++day) {
      const auto is = is_of(kind_, day, calendar);
      if (!is) return std::nullopt;
      if (*is) ++count;
    }
    return count == wanted;
  }
  int nth_;  // -1: the last
  Kind kind_;
};

std::optional<Kind> kind_of(DayWords& words) {
  if (words.accept("day")) return Kind{};
  if (words.accept("working")) {
    if (!words.expect("day")) return std::nullopt;
    return Kind{Sort::working, 0};
  }
  if (const auto day = words.weekday()) return Kind{Sort::weekday, *day};
  words.complain("\"day\", \"working day\" or a day of the week should stand here");
  return std::nullopt;
}

std::shared_ptr<const DayPattern> every(DayWords& words) {
  std::vector<Kind> kinds;
  do {
    const auto kind = kind_of(words);
    if (!kind) return nullptr;
    kinds.push_back(*kind);
  } while (words.accept("and"));
  return std::make_shared<EveryDay>(std::move(kinds));
}

// The most of a kind that every month, or at least some month, has.
int most_of(const Kind& kind) {
  if (kind.sort == Sort::weekday) return 5;
  return kind.sort == Sort::working ? 23 : 31;
}

}  // namespace

std::shared_ptr<const DayPattern> pattern_of(DayWords& words) {
  words.accept("the");
  if (words.accept("every")) return every(words);
  DayWords before = words;
  const auto nth = words.ordinal();
  if (!nth) {
    words.complain(
        "\"every\", or which one of the month (\"first\", \"3rd\", \"last\") should stand here");
    return nullptr;
  }
  const auto kind = kind_of(words);
  if (!kind) return nullptr;
  if (*nth > most_of(*kind)) {
    before.complain("no month has so many of them");
    words = before;
    return nullptr;
  }
  if (!words.expect("of") || (words.accept("the"), !words.expect("month"))) return nullptr;
  return std::make_shared<NthOfMonth>(*nth, *kind);
}

}  // namespace tidemark
