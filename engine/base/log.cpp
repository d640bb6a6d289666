#include "base/log.hpp"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <memory>
#include <string>

namespace tidemark {
namespace {

spdlog::logger& the_log() {
  static const std::shared_ptr<spdlog::logger> log = [] {
    auto made = std::make_shared<spdlog::logger>(
        "tidemark", std::make_shared<spdlog::sinks::stderr_color_sink_mt>());
    // No time of day: no module reads a clock, and two runs must log alike.
    made->set_pattern("tidemark: %^%l%$: %v");
    made->set_level(spdlog::level::warn);
    return made;
  }();
  return *log;
}

spdlog::level::level_enum level_of(LogLevel level) {
  switch (level) {
    case LogLevel::info:
      return spdlog::level::info;
    case LogLevel::warn:
      return spdlog::level::warn;
    case LogLevel::error:
      return spdlog::level::err;
    case LogLevel::off:
      break;
  }
  return spdlog::level::off;
}

void write(LogLevel level, std::string_view message) {
  // Messages quote files made elsewhere: no byte of theirs may steer the terminal or forge a line.
  std::string safe(message);
  std::replace_if(
      safe.begin(), safe.end(), [](unsigned char c) { return c < 32 || c == 127; }, '?');
  the_log().log(level_of(level), spdlog::string_view_t(safe.data(), safe.size()));
}

}  // namespace

void set_log_level(LogLevel least) {
  the_log().set_level(level_of(least));
}

void log_info(std::string_view message) {
  write(LogLevel::info, message);
}
void log_warn(std::string_view message) {
  write(LogLevel::warn, message);
}
void log_error(std::string_view message) {
  write(LogLevel::error, message);
}

}  // namespace tidemark
