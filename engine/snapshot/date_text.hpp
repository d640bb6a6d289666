// Dates as files write them. Read: dd/mm/yyyy, d/m/yyyy and d/m/yy (also with - or .), yyyy-mm-dd,
// yyyy/mm/dd, any of these with a time of day after it, partly known dates with zz for a part
// (zz/05/2020), and months by name (1 Mar 2021, 01-Mar-21, March 1, 2021). Two-digit years: 00 to
// 68 are 2000 to 2068, 69 to 99 are 1969 to 1999. Days outside 1900 to 2199 are not dates. Pure
// functions.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

#include "calendar/date.hpp"

namespace tidemark {

// Nothing where the text is not a date. zz/zz/zzzz is a date of which nothing is known.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

// The day that Excel stores as this number, counting from 1900: five digits, 20000 (in 1954) to
// 60000 (in 2064), so that a number which is no day is hardly ever taken for one.
[[nodiscard]] std::optional<Day> day_of_serial(std::string_view text);

constexpr int k_months = (k_last_year - k_first_year + 1) * 12;
using MonthTable = std::array<Day, static_cast<std::size_t>(k_months) + 1>;
// By month since January 1900: the last day of the month before.
[[nodiscard]] const MonthTable& last_days_before();

// The one shape that nearly every cell has: exactly dd/mm/yyyy, ten bytes. False for any other.
[[nodiscard]] inline bool read_plain_date(const char* text, const MonthTable& months, Day& day) {
  std::uint64_t rest = 0;  // "/mm/yyyy"
  std::memcpy(&rest, text + 2, 8);
  std::uint16_t first = 0;  // "dd"
  std::memcpy(&first, text, 2);
  rest ^= 0x303030302f30302fULL;
  const auto days = static_cast<std::uint32_t>(first ^ 0x3030U);
  // What was a digit is now 0 to 9 and what was a slash is 0; 9 + 6 still fits in four bits.
  const std::uint64_t high = 0xf0f0f0f0fff0f0ffULL;
  if (((rest | (rest + 0x0606060600060600ULL)) & high) != 0) return false;
  if (((days | (days + 0x0606U)) & 0xf0f0U) != 0) return false;
  const auto byte = [&rest](unsigned i) {
    return static_cast<std::uint32_t>(rest >> (8 * i)) & 0xff;
  };
  const std::uint32_t month = byte(1) * 10 + byte(2) - 1;
  const std::uint32_t year = byte(4) * 1000 + byte(5) * 100 + byte(6) * 10 + byte(7);
  const std::uint32_t number = (days & 0xff) * 10 + (days >> 8) - 1;
  const std::uint32_t at = (year - k_first_year) * 12 + month;
  if (month > 11 || at >= static_cast<std::uint32_t>(k_months)) return false;
  const auto length = static_cast<std::uint32_t>(months[at + 1] - months[at]);
  if (number >= length) return false;
  day = months[at] + static_cast<Day>(number) + 1;
  return true;
}

}  // namespace tidemark
