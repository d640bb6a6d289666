#include "snapshot/date_text.hpp"

#include "base/text.hpp"

namespace tidemark {
namespace {

struct Part {
  int value = 0;
  std::size_t letters = 0;  // how many it is written with
  bool known = true;        // false: zz
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Digits, or z for each letter that is not known.
std::optional<Part> take_part(std::string_view& text) {
  Part part;
  const bool masked = !text.empty() && (text[0] == 'z' || text[0] == 'Z');
  while (!text.empty() && part.letters < 5) {
    const char c = text[0];
    if (masked ? c != 'z' && c != 'Z' : !is_digit(c)) break;
    part.value = masked ? 0 : part.value * 10 + (c - '0');
    ++part.letters;
    text.remove_prefix(1);
  }
  part.known = !masked;
  if (part.letters == 0) return std::nullopt;
  return part;
}

// "T09:30", " 00:00:00", "T09:30:00.000", "T09:30:00Z", "T09:30:00+01:00": the day stands without.
bool is_time(std::string_view text) {
  if (text.empty()) return true;
  if (text[0] != 'T' && text[0] != 't' && text[0] != ' ') return false;
  text.remove_prefix(1);
  const auto colon = text.find(':');
  if (colon == 0 || colon > 2) return false;
  return text.find_first_not_of("0123456789:.+-Zz ") == std::string_view::npos;
}

int full_year(const Part& year) {
  if (year.letters != 2) return year.value;
  return year.value <= 68 ? 2000 + year.value : 1900 + year.value;
}

std::optional<Date> date_of(const Part& day, const Part& month, const Part& year) {
  if (day.letters > 2 || month.letters > 2) return std::nullopt;
  if (!year.known) {
    if (day.known || month.known || year.letters != 4) return std::nullopt;
    return Date::unknown();
  }
  if (year.letters != 2 && year.letters != 4) return std::nullopt;
  const int y = full_year(year);
  if (y < k_first_year || y > k_last_year) return std::nullopt;
  if (!month.known) {
    if (day.known) return std::nullopt;
    return Date::between(day_of(y, 1, 1), day_of(y, 12, 31));
  }
  if (month.value < 1 || month.value > 12) return std::nullopt;
  const int m = month.value;
  if (!day.known) return Date::between(day_of(y, m, 1), day_of(y, m, days_in_month(y, m)));
  if (!is_calendar_day(y, m, day.value)) return std::nullopt;
  return Date::known(day_of(y, m, day.value));
}

MonthTable make_months() {
  MonthTable months{};
  for (int i = 0; i < k_months; ++i) {
    months[static_cast<std::size_t>(i)] = day_of(k_first_year + i / 12, i % 12 + 1, 1) - 1;
  }
  months[k_months] = day_of(k_last_year, 12, 31);
  return months;
}

}  // namespace

const MonthTable& last_days_before() {
  static const MonthTable months = make_months();
  return months;
}

std::optional<Date> parse_date(std::string_view text) {
  text = trim(text);
  const std::optional<Part> first = take_part(text);
  if (!first || text.empty()) return std::nullopt;
  const char mark = text[0];
  if (mark != '/' && mark != '-' && mark != '.') return std::nullopt;
  text.remove_prefix(1);
  const std::optional<Part> second = take_part(text);
  if (!second || text.empty() || text[0] != mark) return std::nullopt;
  text.remove_prefix(1);
  const std::optional<Part> third = take_part(text);
  if (!third || !is_time(text)) return std::nullopt;
  if (first->letters == 4) {
    if (third->letters > 2) return std::nullopt;
    return date_of(*third, *second, *first);
  }
  return date_of(*first, *second, *third);
}

}  // namespace tidemark
