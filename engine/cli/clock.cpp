#include "cli/clock.hpp"

#include <cstdlib>
#include <ctime>

namespace tidemark::cli {

std::string time_of_run() {
  if (const char* given = std::getenv("TIDEMARK_NOW"); given != nullptr && *given != '\0') {
    return given;
  }
  return time_by_the_clock();
}

std::string time_by_the_clock() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  char stamp[32];
  std::strftime(stamp, sizeof stamp, "%Y-%m-%dT%H:%M:%SZ", &utc);
  return stamp;
}

Day today_by_the_clock() {
  constexpr std::time_t k_seconds_a_day = 86400;
  return static_cast<Day>(std::time(nullptr) / k_seconds_a_day) + 1;
}

}  // namespace tidemark::cli
