#include "report/papers/written_day.hpp"

#include <algorithm>
#include <string>

#include "base/text.hpp"

namespace tidemark::report {

namespace {

bool is_in_word(char c) {
  return is_plain_digit(c) || is_plain_letter(c);
}

std::size_t digits_at(std::string_view words, std::size_t at) {
  std::size_t end = at;
  while (end < words.size() && is_plain_digit(words[end])) ++end;
  return end - std::min(at, words.size());
}

int value_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

std::size_t behind_any(std::string_view words, std::size_t at, std::string_view of) {
  while (at < words.size() && of.find(words[at]) != std::string_view::npos) ++at;
  return at;
}

std::string_view letters_at(std::string_view words, std::size_t at) {
  std::size_t end = at;
  while (end < words.size() && is_plain_letter(words[end])) ++end;
  return words.substr(std::min(at, words.size()), end - at);
}

template <std::size_t n>
bool is_among(std::string_view word, const std::array<std::string_view, n>& these) {
  return std::find(these.begin(), these.end(), word) != these.end();
}

// "fourth", "twenty-first", "thirtieth".
std::size_t behind_worded_number(std::string_view words, std::size_t at) {
  constexpr std::array<std::string_view, 21> k_numbers = {
      "first",      "second",     "third",     "fourth",    "fifth",       "sixth",
      "seventh",    "eighth",     "ninth",     "tenth",     "eleventh",    "twelfth",
      "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
      "nineteenth", "twentieth",  "thirtieth"};
  const std::string_view word = letters_at(words, at);
  if (is_among(word, k_numbers)) return at + word.size();
  if (word != "twenty" && word != "thirty") return 0;
  const std::size_t unit = behind_any(words, at + word.size(), " -");
  const std::string_view second = letters_at(words, unit);
  const auto* const end_of_units = k_numbers.begin() + 9;
  const bool is_unit = std::find(k_numbers.begin(), end_of_units, second) != end_of_units;
  return is_unit ? unit + second.size() : 0;
}

int full_year(int year, std::size_t digits) {
  if (digits == 4) return year >= 1900 && year <= 2099 ? year : 0;
  return year < 70 ? 2000 + year : 1900 + year;
}

// Takes the year behind a month where one stands: " 2021", ", 2021", "-21", " '21", " of 2021".
bool take_year(std::string_view words, WrittenDay& written) {
  std::size_t at = behind_any(words, written.end, " .,-/_");
  if (words.substr(at, 3) == "of ") at += 3;
  const bool is_joined =
      at > written.end && std::string_view("-/._").find(words[at - 1]) != std::string_view::npos;
  const bool has_mark = at < words.size() && words[at] == '\'';
  at += has_mark ? 1 : 0;
  const std::size_t n = digits_at(words, at);
  const bool is_short = n == 2 && (is_joined || has_mark);
  if (n != 4 && !is_short) return false;
  const int year = full_year(value_of(words.substr(at, n)), n);
  if (year == 0) return false;
  written.year = year;
  written.end = at + n;
  return true;
}

// "2 may be placed": what follows the verb, of which no list has all.
bool is_said_of_what_may_be(std::string_view words, std::size_t behind_may) {
  constexpr std::array<std::string_view, 33> k_verbs = {
      "also",  "apply", "attend", "be",   "become", "come",    "continue", "even", "get",
      "go",    "have",  "leave",  "live", "lose",   "meet",    "miss",     "move", "need",
      "never", "not",   "now",    "only", "remain", "require", "return",   "see",  "soon",
      "stay",  "still", "take",   "then", "want",   "well"};
  return behind_may < words.size() && words[behind_may] == ' ' &&
         is_among(letters_at(words, behind_may + 1), k_verbs);
}

// The word before, past what may stand between it and a day: "born: 4/3", "on (4/3".
std::string_view word_before(std::string_view words, std::size_t at) {
  std::size_t end = at;
  while (end > 0 && std::string_view(" :.(\"'").find(words[end - 1]) != std::string_view::npos)
    --end;
  std::size_t from = end;
  while (from > 0 && is_plain_letter(words[from - 1])) --from;
  return words.substr(from, end - from);
}

bool is_of_birth(std::string_view word) {
  return is_among(word, std::array<std::string_view, 4>{"born", "dob", "birth", "birthday"});
}

// A number behind this word is a day and no fraction: "on 4/3", "since 4/3", "Thursday 4/3".
bool speaks_of_a_day(std::string_view word) {
  constexpr std::array<std::string_view, 9> k_words = {"on",  "since", "until",  "till", "dated",
                                                       "due", "date",  "before", "after"};
  const bool is_weekday =
      std::any_of(k_weekday_names.begin(), k_weekday_names.end(),
                  [&](std::string_view day) { return word.size() >= 3 && day.starts_with(word); });
  return is_weekday || is_of_birth(word) || is_among(word, k_words);
}

// "Section 20 may end": a number behind this word is no day.
bool numbers_something_else(std::string_view word) {
  constexpr std::array<std::string_view, 16> k_words = {
      "section",  "sections", "s",    "regulation", "reg",  "rule", "minute",     "step",
      "schedule", "article",  "para", "paragraph",  "part", "item", "paragraphs", "page"};
  return is_among(word, k_words);
}

// "24/7", "2/1 staffing", "1/3 of": a share or a ratio.
bool is_ratio(std::string_view words, std::size_t at, std::size_t end) {
  constexpr std::array<std::string_view, 14> k_counted = {
      "of",    "term",    "terms", "times", "days",  "day",  "staffing",
      "staff", "support", "care",  "cover", "ratio", "week", "supervision"};
  return words.substr(at, end - at) == "24/7" || (end < words.size() && words[end] == ' ' &&
                                                  is_among(letters_at(words, end + 1), k_counted));
}

// "4 March 2021", "3rd of Apr", "04-Mar-21", "4th day of this March".
WrittenDay day_then_month(const PlainText& text, std::size_t at) {
  const std::string_view words = text.words();
  const DayNumber day = day_number(words, at);
  if (day.end == 0) return {};
  std::size_t month = behind_any(words, day.end, " -/.,_");
  bool has_link = false;
  for (bool more = month > day.end; more;) {
    more = false;
    for (const std::string_view link : {"day ", "of ", "this ", "last ", "next ", "the "}) {
      if (words.substr(month, link.size()) != link) continue;
      month += link.size();
      more = has_link = true;
    }
  }
  WrittenDay written = month_at(words, month);
  if (written.end == 0) return {};
  const bool has_year = take_year(words, written);
  if (has_year || text.is_capital(month)) return written;
  if (!day.is_ordinal && numbers_something_else(word_before(words, at))) return {};
  const bool is_verb = words.substr(month, written.end - month) == "may" &&
                       is_said_of_what_may_be(words, written.end);
  // "The fourth decision may be taken", "the first May review".
  if (!is_plain_digit(words[at]) && !has_link) return {};
  return is_verb && (!day.is_ordinal || !is_plain_digit(words[at])) ? WrittenDay{} : written;
}

// "-6" of "March 4-6", " and 6th" of "March 4th and 6th".
std::size_t behind_more_days(std::string_view words, const DayNumber& first) {
  DayNumber last = first;
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view link : {"-", " - ", "/", " & ", " to ", " and ", " or ", ", "}) {
      if (words.substr(last.end, link.size()) != link) continue;
      const DayNumber next = day_number(words, last.end + link.size());
      const bool is_sure = next.is_ordinal || link == "-" || link == " - " || link == "/";
      if (next.end == 0 || !is_sure) continue;
      if (next.end < words.size() && is_in_word(words[next.end])) continue;
      last = next;
      more = true;
    }
  }
  return last.end;
}

// "March 4, 2021", "Mar 4th", "March the fourth", "Mar-04-21".
WrittenDay month_then_day(const PlainText& text, std::size_t at) {
  const std::string_view words = text.words();
  WrittenDay written = month_at(words, at);
  if (written.end == 0) return {};
  const bool may_be_verb = words.substr(at, written.end - at) == "may" && !text.is_capital(at);
  // "Seen in March. 12 were not": behind a whole name a stop ends the sentence.
  constexpr std::size_t k_longest_short = 4;
  const bool is_short = written.end - at <= k_longest_short;
  std::size_t number = behind_any(words, written.end, is_short ? " ." : " ");
  if (number == written.end) number = behind_any(words, number, "-/_");
  if (number > written.end && words.substr(number, 4) == "the ") number += 4;
  const DayNumber day = number == written.end ? DayNumber{} : day_number(words, number);
  if (day.end == 0 || (day.end < words.size() && is_in_word(words[day.end]))) return {};
  const bool is_worded = !is_plain_digit(words[number]);
  written.end = behind_more_days(words, day);
  const bool is_sure = take_year(words, written) || (day.is_ordinal && !is_worded) ||
                       speaks_of_a_day(word_before(words, at));
  if (may_be_verb && !is_sure) return {};
  return is_worded && words.substr(number - 4, 4) != "the " ? WrittenDay{} : written;
}

WrittenDay of_numbers(int year, int month, int day, std::size_t end) {
  if (day < 1 || month < 1 || day > 31 || month > 31) return {};
  if (month > 12) return day > 12 ? WrittenDay{} : WrittenDay{day, year, end};
  return {month, year, end};
}
WrittenDay of_full_numbers(int year, int month, int day, std::size_t end) {
  return year == 0 ? WrittenDay{} : of_numbers(year, month, day, end);
}

// What stands between two numbers of a day: "/", " - ", " " alone; '\0': neither.
struct Mark {
  char sign = '\0';
  std::size_t end = 0;
};
Mark mark_at(std::string_view words, std::size_t at) {
  std::size_t end = behind_any(words, at, " ");
  const bool has_sign =
      end < words.size() && std::string_view("/.-_\\").find(words[end]) != std::string_view::npos;
  if (!has_sign) return {end > at ? ' ' : '\0', end};
  const char sign = words[end];
  end = behind_any(words, end + 1, " ");
  return {sign, end};
}

// "20210304", "04032021".
WrittenDay in_eight_digits(std::string_view digits, std::size_t end) {
  const auto part = [&](std::size_t from, std::size_t n) {
    return value_of(digits.substr(from, n));
  };
  const WrittenDay written = of_full_numbers(full_year(part(0, 4), 4), part(4, 2), part(6, 2), end);
  if (written.end != 0) return written;
  return of_full_numbers(full_year(part(4, 4), 4), part(2, 2), part(0, 2), end);
}

// "born 4/3", "on 21.3.": nothing tells these from fractions but the word before.
WrittenDay day_and_month(std::string_view words, std::size_t at, const Mark& mark,
                         std::size_t second) {
  const std::string_view before = word_before(words, at);
  std::size_t end = mark.end + second;
  const bool is_joined = mark.end == at + digits_at(words, at) + 1;
  if (!is_joined || !speaks_of_a_day(before) || is_ratio(words, at, end)) return {};
  const bool has_dot = end < words.size() && words[end] == '.';
  const bool is_day = mark.sign == '/' || is_of_birth(before) || (mark.sign == '.' && has_dot);
  if (!is_day || (end < words.size() && (is_in_word(words[end]) || words[end] == '%'))) return {};
  if (mark.sign == '.' && has_dot && end + 1 < words.size()) ++end;
  return of_numbers(0, value_of(words.substr(mark.end, second)),
                    value_of(words.substr(at, digits_at(words, at))), end);
}

// "4/3/2021", "04.03.21", "4 - 3 - 2021", "04 03 2021", "2021-03-04".
WrittenDay in_numbers(std::string_view words, std::size_t at) {
  const std::size_t first = digits_at(words, at);
  if (first == 8) return in_eight_digits(words.substr(at, 8), at + 8);
  const Mark mark = mark_at(words, at + first);
  if (mark.sign == '\0' || (first > 2 && first != 4)) return {};
  const std::size_t second = digits_at(words, mark.end);
  if (second == 0 || second > 2) return {};
  const Mark next = mark_at(words, mark.end + second);
  const std::size_t third = next.sign == mark.sign ? digits_at(words, next.end) : 0;
  const auto value = [&](std::size_t from, std::size_t n) {
    return value_of(words.substr(from, n));
  };
  const std::size_t end = next.end + third;
  const bool is_spaced = mark.sign == ' ';
  if (first == 4) {
    const bool is_it = is_spaced ? second == 2 && third == 2 : third == 1 || third == 2;
    if (!is_it) return {};
    return of_full_numbers(full_year(value(at, 4), 4), value(mark.end, second),
                           value(next.end, third), end);
  }
  const bool has_year = third == 4 || (third == 2 && !is_spaced);
  if (!has_year) return third == 0 ? day_and_month(words, at, mark, second) : WrittenDay{};
  return of_full_numbers(full_year(value(next.end, third), third), value(mark.end, second),
                         value(at, first), end);
}

}  // namespace

DayNumber day_number(std::string_view words, std::size_t at) {
  const std::size_t n = digits_at(words, at);
  if (n == 0) return {behind_worded_number(words, at), true};
  const int day = n > 2 ? 0 : value_of(words.substr(at, n));
  if (day < 1 || day > 31) return {};
  const std::size_t end = at + n;
  const std::string_view ending = words.substr(end, 2);
  const bool is_ordinal = ending == "st" || ending == "nd" || ending == "rd" || ending == "th";
  if (!is_ordinal) return {end, false};
  const bool runs_on = end + 2 < words.size() && is_in_word(words[end + 2]);
  return runs_on && month_at(words, end + 2).end == 0 ? DayNumber{} : DayNumber{end + 2, true};
}

WrittenDay month_at(std::string_view words, std::size_t at) {
  constexpr std::size_t k_shortest = 3, k_long = 6;  // a short name is too near to other words
  const std::string_view name = letters_at(words, at);
  if (name.size() < k_shortest) return {};
  for (std::size_t i = 0; i < k_month_names.size(); ++i) {
    const std::string_view month = k_month_names[i];
    const bool is_misspelt = month.size() >= k_long && name.size() + 1 >= month.size() &&
                             name.size() <= month.size() + 1 && edit_distance(name, month) <= 1;
    if (month.starts_with(name) || is_misspelt)
      return {static_cast<int>(i) + 1, 0, at + name.size()};
  }
  return {};
}

WrittenDay day_at(const PlainText& text, std::size_t at) {
  const std::string_view words = text.words();
  const bool is_number = is_plain_digit(words[at]);
  const bool runs_on = !text.may_break(at);
  if (!is_number && (runs_on || !is_plain_letter(words[at]))) return {};
  if (runs_on && is_plain_digit(words[at - 1])) return {};
  WrittenDay written = is_number ? in_numbers(words, at) : month_then_day(text, at);
  if (written.end == 0) written = day_then_month(text, at);
  if (written.end == 0 || (runs_on && written.year == 0)) return {};  // "SW12 March"
  const bool ends = written.end >= words.size() || !is_plain_digit(words[written.end]);
  return ends ? written : WrittenDay{};
}

}  // namespace tidemark::report
