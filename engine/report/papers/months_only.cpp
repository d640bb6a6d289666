#include "report/papers/months_only.hpp"

#include <array>
#include <optional>
#include <string_view>

#include "base/text.hpp"

namespace tidemark::report {

namespace {

constexpr std::array<std::string_view, 12> k_months = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 7> k_weekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_letter(char c) {
  return is_digit(c) || is_alpha(c);
}

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - at;
}

int value_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

// A day found in a text: its month, its year (0: none), the first byte behind it.
struct DayWritten {
  int month = 0, year = 0;
  std::size_t end = 0;
};

// "4", "04", "4th": the byte behind it; 0: no day of a month stands here.
struct DayNumber {
  std::size_t end = 0;
  bool is_ordinal = false;
};
DayNumber day_number(std::string_view text, std::size_t at) {
  const std::size_t n = digits_at(text, at);
  if (n == 0 || n > 2) return {};
  const int day = value_of(text.substr(at, n));
  if (day < 1 || day > 31) return {};
  const std::size_t end = at + n;
  const std::string ending = lower(std::string(text.substr(end, 2)));
  const bool is_ordinal = ending == "st" || ending == "nd" || ending == "rd" || ending == "th";
  if (!is_ordinal) return {end, false};
  return end + 2 < text.size() && is_letter(text[end + 2]) ? DayNumber{} : DayNumber{end + 2, true};
}

std::size_t behind_any(std::string_view text, std::size_t at, std::string_view of) {
  while (at < text.size() && of.find(text[at]) != std::string_view::npos) ++at;
  return at;
}

// "Mar", "Sept.", "MARCH": its number and the byte behind it.
DayWritten month_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_alpha(text[end])) ++end;
  const std::string name = lower(std::string(text.substr(at, end - at)));
  if (name.size() < 3) return {};
  for (std::size_t i = 0; i < k_months.size(); ++i) {
    const bool is_it = name == k_months[i] || name == k_months[i].substr(0, 3) ||
                       (name == "sept" && k_months[i] == "september");
    if (is_it) return {static_cast<int>(i) + 1, 0, end};
  }
  return {};
}

int full_year(int year, std::size_t digits) {
  if (digits == 4) return year >= 1900 && year <= 2099 ? year : 0;
  return year < 70 ? 2000 + year : 1900 + year;
}

// Takes the year behind a month where one stands: " 2021", ", 2021", "-21", " '21".
bool take_year(std::string_view text, DayWritten& written) {
  std::size_t at = behind_any(text, written.end, " .,-/");
  const bool is_joined =
      at > written.end && std::string_view("-/.'").find(text[at - 1]) != std::string_view::npos;
  const bool has_mark = at < text.size() && text[at] == '\'';
  at += has_mark ? 1 : 0;
  const std::size_t n = digits_at(text, at);
  const bool is_short = n == 2 && (is_joined || has_mark);
  if (n != 4 && !is_short) return false;
  if (at + n < text.size() && is_alpha(text[at + n])) return false;
  const int year = full_year(value_of(text.substr(at, n)), n);
  if (year == 0) return false;
  written.year = year;
  written.end = at + n;
  return true;
}

// "2 may be placed", "they march": a verb unless it is written large, or a year is by it.
bool may_be_a_verb(std::string_view word) {
  return word == "may" || word == "march";
}

// "4 March 2021", "3rd of Apr", "04-Mar-21".
DayWritten day_then_month(std::string_view text, std::size_t at) {
  const DayNumber day = day_number(text, at);
  if (day.end == 0) return {};
  std::size_t month = behind_any(text, day.end, " -/.,");
  if (lower(std::string(text.substr(month, 3))) == "of ") month = behind_any(text, month + 3, " ");
  DayWritten written = month_at(text, month);
  if (written.end == 0) return {};
  const std::string_view word = text.substr(month, written.end - month);
  const bool has_year = take_year(text, written);
  return may_be_a_verb(word) && !has_year && !day.is_ordinal ? DayWritten{} : written;
}

// "March 4, 2021", "Mar 4th".
DayWritten month_then_day(std::string_view text, std::size_t at) {
  DayWritten written = month_at(text, at);
  if (written.end == 0) return {};
  if (may_be_a_verb(text.substr(at, written.end - at))) return {};
  const std::size_t number = behind_any(text, written.end, " .");
  const DayNumber day = number == written.end ? DayNumber{} : day_number(text, number);
  if (day.end == 0 || (day.end < text.size() && is_letter(text[day.end]))) return {};
  written.end = day.end;
  (void)take_year(text, written);
  return written;
}

DayWritten of_numbers(int year, int month, int day, std::size_t end) {
  if (year == 0 || day < 1 || month < 1 || day > 31 || month > 31) return {};
  if (month > 12) return day > 12 ? DayWritten{} : DayWritten{day, year, end};
  return {month, year, end};
}

// "4/3/2021", "04.03.21", "4-3-2021", "2021-03-04", "20210304".
DayWritten in_numbers(std::string_view text, std::size_t at) {
  const std::size_t first = digits_at(text, at);
  const auto part = [&](std::size_t from, std::size_t n) { return value_of(text.substr(from, n)); };
  if (first == 8) {
    return of_numbers(full_year(part(at, 4), 4), part(at + 4, 2), part(at + 6, 2), at + 8);
  }
  const std::size_t mark = at + first;
  if (mark >= text.size() || std::string_view("/.-").find(text[mark]) == std::string_view::npos)
    return {};
  const std::size_t second = digits_at(text, mark + 1);
  const std::size_t next = mark + 1 + second;
  if (second == 0 || second > 2 || next >= text.size() || text[next] != text[mark]) return {};
  const std::size_t third = digits_at(text, next + 1);
  const std::size_t end = next + 1 + third;
  if (first == 4 && (third == 1 || third == 2)) {
    return of_numbers(full_year(part(at, 4), 4), part(mark + 1, second), part(next + 1, third),
                      end);
  }
  if (first > 2 || first == 0 || (third != 2 && third != 4)) return {};
  return of_numbers(full_year(part(next + 1, third), third), part(mark + 1, second),
                    part(at, first), end);
}

bool drop_end(std::string& said, std::string_view end) {
  const std::size_t n = end.size();
  const bool ends = said.size() >= n && lower(said.substr(said.size() - n)) == end &&
                    (said.size() == n || !is_letter(said[said.size() - n - 1]));
  if (ends) said.resize(said.size() - n);
  return ends;
}

// "3 and " of "3 and 5 March", "3-" of "3-5 March": the number would be a day of that month.
bool drop_day_before(std::string& said) {
  for (const std::string_view link : {" and ", " to ", " or ", " & ", " - ", "-", "/", ", "}) {
    if (!said.ends_with(link)) continue;
    std::size_t end = said.size() - link.size();
    std::size_t at = end;
    while (at > 0 && is_letter(said[at - 1])) --at;
    const DayNumber day = day_number(said, at);
    if (day.end != end) continue;
    said.resize(at);
    return true;
  }
  return false;
}

// What stands before a day and would not read, or say more than the month: "agreed on Thursday the
// 4th of March" is "agreed in March".
void mend_before(std::string& said) {
  while (drop_day_before(said)) {
  }
  (void)drop_end(said, "the ");
  for (const std::string_view day : k_weekdays) {
    for (const std::string_view name :
         {day, day.substr(0, 3), day.substr(0, 4), day.substr(0, 5)}) {
      if (drop_end(said, std::string(name) + " ") || drop_end(said, std::string(name) + ", "))
        break;
    }
  }
  (void)drop_end(said, "the ");
  if (drop_end(said, "on ")) said += "in ";
}

std::string month_words(const DayWritten& written) {
  std::string out(k_months[static_cast<std::size_t>(written.month - 1)].substr(0, 3));
  out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return written.year == 0 ? out : out + " " + std::to_string(written.year);
}

DayWritten day_at(std::string_view text, std::size_t at) {
  if (is_alpha(text[at])) return month_then_day(text, at);
  if (!is_digit(text[at])) return {};
  const DayWritten written = in_numbers(text, at);
  return written.end != 0 ? written : day_then_month(text, at);
}

// "between Aug 2021 and Aug 2021" is "in Aug 2021".
std::string once_a_month(std::string text) {
  constexpr std::string_view k_between = "between ", k_and = " and ", k_known = "known only as ";
  constexpr std::size_t k_month = 8;
  for (std::size_t at = text.find(k_between); at != std::string::npos;
       at = text.find(k_between, at + 1)) {
    const std::size_t first = at + k_between.size(), link = first + k_month;
    const std::string month = text.substr(first, k_month);
    if (month_at(month, 0).end != 3) continue;
    if (text.compare(link, k_and.size(), k_and) != 0) continue;
    if (text.compare(link + k_and.size(), k_month, month) != 0) continue;
    const bool is_known =
        at >= k_known.size() && text.compare(at - k_known.size(), k_known.size(), k_known) == 0;
    const std::size_t from = is_known ? at - k_known.size() : at;
    text.replace(from, link + k_and.size() + k_month - from, "in " + month);
    at = from;
  }
  return text;
}

}  // namespace

std::string months_only(const std::string& words) {
  std::string out;
  for (std::size_t at = 0; at < words.size();) {
    const bool starts = at == 0 || !is_letter(words[at - 1]);
    const DayWritten written = starts ? day_at(words, at) : DayWritten{};
    const bool ends =
        written.end != 0 && !(written.end < words.size() && is_digit(words[written.end]));
    if (!ends) {
      out += words[at++];
      continue;
    }
    mend_before(out);
    out += month_words(written);
    at = written.end;
  }
  return once_a_month(std::move(out));
}

}  // namespace tidemark::report
