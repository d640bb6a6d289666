// A day as people write it within a text: "4 March 2021", "3rd of Apr", "March the 4th, '21",
// "04.03.21", "born 4/3". Pure functions of words that plain_text.hpp made.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "report/papers/plain_text.hpp"

namespace tidemark::report {

inline constexpr std::array<std::string_view, 12> k_month_names = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
inline constexpr std::array<std::string_view, 7> k_weekday_names = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

// A day found in a text: its month, its year (0: none), the first byte behind it (0: no day).
struct WrittenDay {
  int month = 0, year = 0;
  std::size_t end = 0;
};

// The day that begins at this byte of text.words().
[[nodiscard]] WrittenDay day_at(const PlainText& text, std::size_t at);

// "4", "04", "4th", "fourth": a number that may be a day of some month.
struct DayNumber {
  std::size_t end = 0;  // the first byte behind it; 0: no such number
  bool is_ordinal = false;
};
[[nodiscard]] DayNumber day_number(std::string_view words, std::size_t at);

// "Mar", "Sept", "febuary": end 0 where no name of a month begins.
[[nodiscard]] WrittenDay month_at(std::string_view words, std::size_t at);

}  // namespace tidemark::report
