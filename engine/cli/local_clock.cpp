#include "cli/local_clock.hpp"

#include <array>
#include <chrono>
#include <ctime>
#include <optional>

#include "cli/clock.hpp"

namespace tidemark::cli {

namespace {

std::optional<std::time_t> seconds_of(const std::string& stamp) {
  std::tm utc{};
  const char* end = ::strptime(stamp.c_str(), "%Y-%m-%dT%H:%M:%SZ", &utc);
  if (end == nullptr || *end != '\0') return std::nullopt;
  return ::timegm(&utc);
}

}  // namespace

LocalTime local_time_of(std::int64_t seconds_since_1970) {
  const auto seconds = static_cast<std::time_t>(seconds_since_1970);
  std::tm local{};
  ::localtime_r(&seconds, &local);
  return {day_of(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday),
          local.tm_hour * 60 + local.tm_min};
}

Result<LocalTime> local_now() {
  const std::string stamp = time_of_run();
  if (const auto seconds = seconds_of(stamp)) return local_time_of(*seconds);
  return Error{ErrorKind::usage,
               "TIDEMARK_NOW \"" + stamp + "\" is not a time; write 2026-11-22T08:30:00Z"};
}

std::string letter_date() {
  const std::time_t seconds = seconds_of(time_of_run()).value_or(0);
  std::tm utc{};
  ::gmtime_r(&seconds, &utc);
  std::array<char, 64> text{};
  // The program never calls setlocale, so the names are the English ones that a letter needs.
  std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S +0000", &utc);
  return text.data();
}

std::int64_t steady_seconds() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::seconds>(now).count();
}

}  // namespace tidemark::cli
