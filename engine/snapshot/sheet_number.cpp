#include "snapshot/sheet_number.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>

#include "base/text.hpp"

namespace tidemark {
namespace {

constexpr double k_last_serial = 2958466;  // 1 January 10000, the first that is none
constexpr int k_seconds = 86400;

std::string plain_text(double value) {
  std::array<char, 64> room{};
  const bool whole = std::abs(value) < 1e15 && value == std::floor(value);
  const auto end =
      whole ? std::to_chars(room.data(), room.data() + room.size(), static_cast<long long>(value))
            : std::to_chars(room.data(), room.data() + room.size(), value);
  return {room.data(), end.ptr};
}

std::string two_digits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string time_text(int seconds) {
  return two_digits(seconds / 3600) + ":" + two_digits(seconds / 60 % 60) + ":" +
         two_digits(seconds % 60);
}

// Excel counts a 29 February 1900: serials up to 60 are one day off, and 0 is "0 January".
std::string day_text(int serial) {
  if (serial == 0) return "1900-01-00";
  if (serial == 60) return "1900-02-29";
  const std::chrono::sys_days first = std::chrono::year{1899} / 12 / (serial < 60 ? 31 : 30);
  const std::chrono::year_month_day day{first + std::chrono::days{serial}};
  return std::to_string(static_cast<int>(day.year())) + "-" +
         two_digits(static_cast<int>(static_cast<unsigned>(day.month()))) + "-" +
         two_digits(static_cast<int>(static_cast<unsigned>(day.day())));
}

// A format without what stands in it for itself: quoted, escaped or bracketed text, and all but
// the section for positive numbers.
std::string letters_of(std::string_view code) {
  std::string letters;
  for (std::size_t at = 0; at < code.size() && code[at] != ';'; ++at) {
    const char c = code[at];
    if (c == '"' || c == '[') {
      const std::size_t close = code.find(c == '"' ? '"' : ']', at + 1);
      if (close == std::string_view::npos) break;
      at = close;
    } else if (c == '\\' || c == '_' || c == '*') {
      ++at;
    } else {
      letters += c;
    }
  }
  return lower(letters);
}

}  // namespace

NumberFormat built_in_format(int id) {
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47) || (id >= 32 && id <= 33)) {
    return NumberFormat::time;
  }
  const bool day = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return day ? NumberFormat::day : NumberFormat::plain;
}

NumberFormat format_of_code(std::string_view code) {
  const std::string letters = letters_of(code);
  if (letters.find("general") != std::string::npos) return NumberFormat::plain;
  if (letters.find_first_of("yd") != std::string::npos) return NumberFormat::day;
  if (letters.find_first_of("hs") != std::string::npos) return NumberFormat::time;
  return letters.find('m') != std::string::npos ? NumberFormat::day : NumberFormat::plain;
}

std::string sheet_number_text(std::string_view text, NumberFormat format, bool from_1904) {
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || !std::isfinite(value)) {
    return std::string(text);
  }
  if (format == NumberFormat::plain) return plain_text(value);
  const double shifted = value + (from_1904 ? k_1904_days : 0);
  if (value < 0 || shifted >= k_last_serial) return plain_text(value);
  int day = static_cast<int>(std::floor(value));
  int seconds = static_cast<int>(std::lround((value - day) * k_seconds));
  if (seconds == k_seconds) {
    ++day;
    seconds = 0;
  }
  // A format for times alone on a number with a day in it: what is stored is still the day.
  if (format == NumberFormat::time && day == 0) return time_text(seconds);
  const std::string written = day_text(day + (from_1904 ? k_1904_days : 0));
  return seconds == 0 ? written : written + " " + time_text(seconds);
}

}  // namespace tidemark
