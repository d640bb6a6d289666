#include "report/papers/months_only.hpp"

#include <string_view>
#include <vector>

#include "report/papers/plain_text.hpp"
#include "report/papers/written_day.hpp"

namespace tidemark::report {

namespace {

bool is_in_word(char c) {
  return is_plain_digit(c) || is_plain_letter(c);
}

bool drop_end(std::string_view& said, std::string_view end) {
  const std::size_t n = end.size();
  const bool ends =
      said.ends_with(end) && (said.size() == n || !is_in_word(said[said.size() - n - 1]));
  if (ends) said.remove_suffix(n);
  return ends;
}

// "3 and " of "3 and 5 March", "3-" of "3-5 March": the number would be a day of that month.
bool drop_day_before(std::string_view& said) {
  for (const std::string_view link :
       {" and ", " to ", " or ", " until ", " till ", " & ", " - ", " -", "- ", "-", "/", ", "}) {
    if (!said.ends_with(link)) continue;
    const std::size_t end = said.size() - link.size();
    std::size_t at = end;
    while (at > 0 && is_in_word(said[at - 1])) --at;
    if (at == end || !is_plain_digit(said[at])) continue;
    if (day_number(said, at).end != end) continue;
    said = said.substr(0, at);
    return true;
  }
  return false;
}

bool drop_weekday(std::string_view& said) {
  for (const std::string_view day : k_weekday_names) {
    for (const std::string_view name :
         {day, day.substr(0, 3), day.substr(0, 4), day.substr(0, 5)}) {
      for (const char* behind : {" ", ", ", ". ", " the ", ", the "}) {
        if (drop_end(said, std::string(name) + behind)) return true;
      }
    }
  }
  return false;
}

// What stands before a day and would not read, or say more than the month: "agreed on Thursday the
// 4th of March" is "agreed in March".
void drop_before(std::string_view& said) {
  while (drop_day_before(said) || drop_weekday(said) || drop_end(said, "the ")) {
  }
}

std::string month_words(const WrittenDay& written) {
  std::string out(k_month_names[static_cast<std::size_t>(written.month - 1)].substr(0, 3));
  out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return written.year == 0 ? out : out + " " + std::to_string(written.year);
}

// The day that begins at `at`, with what before it, from `floor` on, goes with it.
PlainText::Replacement month_for(const PlainText& text, std::size_t floor, std::size_t at,
                                 const WrittenDay& written) {
  std::string_view said = std::string_view(text.words()).substr(floor, at - floor);
  drop_before(said);
  std::string by = month_words(written);
  if (drop_end(said, "on ")) {
    by = (text.is_capital(floor + said.size()) ? "In " : "in ") + by;
  } else if (!said.empty() && is_in_word(said.back())) {
    by = " " + by;  // "born12 March 2021"
  }
  return {floor + said.size(), written.end, by};
}

// "between Aug 2021 and Aug 2021" is "in Aug 2021".
std::string once_a_month(std::string text) {
  constexpr std::string_view k_between = "between ", k_and = " and ", k_known = "known only as ";
  constexpr std::size_t k_month = 8;
  for (std::size_t at = text.find(k_between); at != std::string::npos;
       at = text.find(k_between, at + 1)) {
    const std::size_t first = at + k_between.size(), link = first + k_month;
    const std::string month = text.substr(first, k_month);
    if (month_at(plain(month), 0).end != 3) continue;
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
  const PlainText text(words);
  std::vector<PlainText::Replacement> months;
  std::size_t floor = 0;
  for (std::size_t at = 0; at < text.words().size(); ++at) {
    const WrittenDay written = day_at(text, at);
    if (written.end == 0) continue;
    months.push_back(month_for(text, floor, at, written));
    floor = written.end;
    at = floor - 1;
  }
  return once_a_month(text.with(months));
}

}  // namespace tidemark::report
