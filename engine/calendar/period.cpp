#include "calendar/period.hpp"

#include <algorithm>

namespace tidemark {

namespace {

constexpr int k_april = 4;

std::optional<int> whole_number(std::string_view text) {
  const bool digits =
      !text.empty() && text.size() <= 4 &&
      std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!digits) return std::nullopt;
  int number = 0;
  for (const char c : text) number = number * 10 + (c - '0');
  return number;
}

// `months` months of the financial year of `year`, beginning `after` months into it.
Period part_of_year(int year, int after, int months, std::string_view label) {
  const Day from = add_months(day_of(year, k_april, 1), after);
  return {from, add_months(from, months) - 1, std::string(label)};
}

// What follows "2021-".
std::optional<Period> named_part(int year, std::string_view rest, std::string_view text) {
  constexpr int k_quarter = 3;
  constexpr int k_half = 6;
  constexpr int k_months = 12;
  if (rest.size() != 2) return std::nullopt;
  const int digit = rest[1] - '0';
  if (rest[0] == 'Q' && digit >= 1 && digit <= 4)
    return part_of_year(year, (digit - 1) * k_quarter, k_quarter, text);
  if (rest[0] == 'H' && digit >= 1 && digit <= 2)
    return part_of_year(year, (digit - 1) * k_half, k_half, text);
  const std::optional<int> number = whole_number(rest);
  if (!number) return std::nullopt;
  if (*number == (year + 1) % 100) return part_of_year(year, 0, k_months, text);
  if (*number < 1 || *number > k_months) return std::nullopt;
  const Day first = day_of(year, *number, 1);
  return Period{first, add_months(first, 1) - 1, std::string(text)};
}

}  // namespace

std::optional<Period> parse_period(std::string_view text) {
  constexpr std::size_t k_year = 4;
  if (const std::size_t dots = text.find(".."); dots != std::string_view::npos) {
    const auto from = parse_iso(text.substr(0, dots));
    const auto to = parse_iso(text.substr(dots + 2));
    if (!from || !to || *from > *to) return std::nullopt;
    return Period{*from, *to, std::string(text)};
  }
  if (const auto day = parse_iso(text)) return Period{*day, *day, std::string(text)};
  if (text.size() <= k_year || text[k_year] != '-') return std::nullopt;
  const std::optional<int> year = whole_number(text.substr(0, k_year));
  if (!year || *year < k_first_year || *year >= k_last_year) return std::nullopt;
  return named_part(*year, text.substr(k_year + 1), text);
}

int whole_months(Day from, Day to) {
  const Civil first = civil_of(from);
  const Civil after = civil_of(to + 1);
  if (first.day != 1 || after.day != 1) return 0;
  return (after.year - first.year) * 12 + after.month - first.month;
}

Period financial_year_of(Day day) {
  const Civil civil = civil_of(day);
  const int year = civil.month >= k_april ? civil.year : civil.year - 1;
  const std::string next = std::to_string(year + 1);
  return part_of_year(year, 0, 12, std::to_string(year) + "-" + next.substr(next.size() - 2));
}

Period day_before(const Period& period) {
  return {period.from - 1, period.from - 1, iso(period.from - 1)};
}

Period years_before(const Period& period, int years) {
  constexpr int k_months = 12;
  // By the day after, so that the last day of February stays the last day of February.
  const Day to = add_months(period.to + 1, -k_months * years) - 1;
  return {add_months(period.from, -k_months * years), to, ""};
}

std::string words_of(const Period& period) {
  if (period.from == period.to) return in_words(period.to);
  return in_words(period.from) + " to " + in_words(period.to);
}

}  // namespace tidemark
