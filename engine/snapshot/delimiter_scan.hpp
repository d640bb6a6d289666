// Finds the cell ends of a stretch of a file, 64 bytes at a time with the widest vectors that the
// machine has. Pure.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tidemark {

struct Delimiters {
  std::size_t count = 0;     // separators and line feeds, whose places are in `ends`
  std::size_t newlines = 0;  // line feeds
  std::size_t returns = 0;   // carriage returns
  bool special = false;      // a quote, a NUL or a byte that is not ASCII is among them
};

// 64 bytes beyond `length` may be read; `ends` has room for length + 64.
[[nodiscard]] Delimiters find_delimiters(const char* text, std::size_t length, char separator,
                                         std::uint32_t* ends);

}  // namespace tidemark
