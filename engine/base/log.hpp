// The one door to the log, which goes to stderr. What a user must know belongs in a result or a
// report; the log is for whoever looks after the program. Any thread may call these.
#pragma once

#include <string_view>

namespace tidemark {

enum class LogLevel { info, warn, error, off };

void set_log_level(LogLevel least);  // what is less grave is not written; at first: warn

void log_info(std::string_view message);
void log_warn(std::string_view message);
void log_error(std::string_view message);

}  // namespace tidemark
