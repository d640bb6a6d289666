#include "snapshot/date_text.hpp"

#include <algorithm>
#include <utility>

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

// "Mar", "march", "Sept"; 0 where it is no month.
int month_called(std::string_view text) {
  constexpr std::array<std::string_view, 12> k_names{
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  const std::string name = lower(text);
  if (name == "sept") return 9;
  for (std::size_t i = 0; i < k_names.size(); ++i) {
    if (name == k_names[i] || name == k_names[i].substr(0, 3)) return static_cast<int>(i) + 1;
  }
  return 0;
}

// "1", "01", "1st", "21" or "2021" as a part of a date; nothing else.
std::optional<Part> number_part(std::string_view text) {
  const std::optional<Part> part = take_part(text);
  if (!part || !part->known) return std::nullopt;
  const std::string rest = lower(text);
  const bool ordinal = rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
  if (!rest.empty() && !(ordinal && part->letters <= 2)) return std::nullopt;
  return part;
}

// The next piece of a date, up to one of the marks, which are passed over.
std::string_view take_piece(std::string_view& text, std::string_view marks) {
  text.remove_prefix(std::min(text.find_first_not_of(" -/.,"), text.size()));
  const std::string_view piece = text.substr(0, text.find_first_of(marks));
  text.remove_prefix(piece.size());
  return piece;
}

// Dates with the month by its name, which stands first, or between day and year.
std::optional<Date> parse_named(std::string_view text) {
  const std::string_view a = take_piece(text, " -/.,");
  const std::string_view b = take_piece(text, " -/.,");
  const std::string_view c = take_piece(text, " T,");
  const bool month_first = month_called(a) != 0;
  const int month = month_called(month_first ? a : b);
  if (month == 0 || !is_time(text)) return std::nullopt;
  std::optional<Part> day = number_part(month_first ? b : a);
  std::optional<Part> year = number_part(c);
  if (!day || !year) return std::nullopt;
  if (day->letters == 4) std::swap(day, year);  // 2021-Mar-01
  return date_of(*day, {month, 2, true}, *year);
}

bool may_name_a_month(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const char small = static_cast<char>(c | 0x20);
    return small >= 'a' && small <= 'y' && small != 't';  // T and Z stand in times, z in masks
  });
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

std::optional<Day> day_of_serial(std::string_view text) {
  text = trim(text);
  const std::size_t point = std::min(text.find('.'), text.size());
  if (point != 5 || text.substr(5).find_first_not_of(".0") != std::string_view::npos) {
    return std::nullopt;
  }
  int serial = 0;
  for (const char c : text.substr(0, 5)) {
    if (!is_digit(c)) return std::nullopt;
    serial = serial * 10 + (c - '0');
  }
  if (serial < 20000 || serial > 60000) return std::nullopt;
  return day_of(1899, 12, 30) + serial;
}

std::optional<Date> parse_date(std::string_view text) {
  text = trim(text);
  if (may_name_a_month(text)) return parse_named(text);
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
