// The lines of an access log as a chain: whether each follows from the one before it, and what the
// next has to follow from. Pure functions of the file's text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/access_log.hpp"

namespace tidemark {

[[nodiscard]] AccessChain walk_access(std::string_view content);

struct AccessTail {
  std::string seal;  // of the last whole line; "" before the first
  std::string rest;  // whatever lies behind that line: cut off by a crash
};
// `text` is all of the file or its end; nothing when more of it is needed.
[[nodiscard]] std::optional<AccessTail> access_tail(std::string_view text, bool is_all);
// What is written behind that: what the rest lacks, and the entry.
[[nodiscard]] std::string what_comes_next(AccessTail tail, const AccessEntry& entry);

}  // namespace tidemark
