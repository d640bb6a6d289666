// A line of the access log as text: seal, time, person, what, about, why, parted by tabs; inside a
// field a backslash, a tab, a line end and any other control character is written as an escape.
// Pure functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/access_log.hpp"

namespace tidemark {

// Everything after the seal and its tab, without the line feed.
[[nodiscard]] std::string access_text(const AccessEntry& entry);
[[nodiscard]] std::string access_seal(std::string_view previous_seal, std::string_view text);

struct ReadAccessLine {
  std::string_view seal, text;  // views into the line
  AccessEntry entry;
};
// Nothing when it is not a whole line, whatever its seal.
[[nodiscard]] std::optional<ReadAccessLine> read_access_line(std::string_view line);

}  // namespace tidemark
