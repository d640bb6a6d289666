// Ids as files write them. Pure function.
#pragma once

#include <string_view>

namespace tidemark {

// Spreadsheets and scripts that take a column of ids for numbers write 12345 as "12345.0".
[[nodiscard]] inline std::string_view plain_id(std::string_view id) {
  if (id.size() < 3 || !id.ends_with(".0")) return id;
  const std::string_view whole = id.substr(0, id.size() - 2);
  return whole.find_first_not_of("0123456789") == std::string_view::npos ? whole : id;
}

}  // namespace tidemark
