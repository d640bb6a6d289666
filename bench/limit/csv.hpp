// A CSV file mapped into memory and split 64 bytes at a time, without quotes (rules.md promises
// that there are none). A MappedFile owns its mapping; rows are visited by one thread a range.
#pragma once

#include <immintrin.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "give_up.hpp"

namespace limit {

class MappedFile {
 public:
  explicit MappedFile(const std::string& path);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  [[nodiscard]] const char* begin() const { return text_; }
  [[nodiscard]] const char* body() const { return body_; }  // the first row after the headings
  [[nodiscard]] const char* end() const { return text_ + size_; }
  [[nodiscard]] std::size_t columns() const { return headings_.size(); }
  [[nodiscard]] std::size_t column(std::string_view heading) const;

 private:
  const char* text_ = nullptr;
  const char* body_ = nullptr;
  std::size_t size_ = 0;
  std::vector<std::string> headings_;
};

// A bit for each of 64 bytes that is a comma or ends a line.
inline std::uint64_t delimiters(const char* p) {
#if defined(__AVX512BW__)
  const __m512i bytes = _mm512_loadu_si512(p);
  return _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8(',')) |
         _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('\n'));
#elif defined(__AVX2__)
  const auto half = [](const char* from) {
    const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
    const __m256i found = _mm256_or_si256(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(',')),
                                          _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('\n')));
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(found));
  };
  return half(p) | std::uint64_t{half(p + 32)} << 32;
#else
  std::uint64_t found = 0;
  for (int i = 0; i < 64; ++i) found |= std::uint64_t{p[i] == ',' || p[i] == '\n'} << i;
  return found;
#endif
}

// Where fields end, as offsets from the start of the stretch.
using Ends = std::vector<std::uint32_t>;

// The delimiters of the stretch [p, p + length); returns how many there are.
inline std::size_t find_ends(const char* p, std::size_t length, Ends& ends) {
  std::size_t count = 0, i = 0;
  const auto note = [&](std::uint64_t bits) {
    for (; bits != 0; bits &= bits - 1) {
      ends[count++] =
          static_cast<std::uint32_t>(i) + static_cast<std::uint32_t>(std::countr_zero(bits));
    }
  };
  for (; i + 64 <= length; i += 64) note(delimiters(p + i));
  if (i < length) {
    alignas(64) char rest[64] = {};
    std::memcpy(rest, p + i, length - i);
    note(delimiters(rest));
  }
  return count;
}

// One row: the text of its fields. Valid while the row is visited.
struct RowText {
  const char* stretch;
  std::uint32_t begin;
  const std::uint32_t* ends;

  [[nodiscard]] std::string_view field(std::size_t column) const {
    const std::uint32_t from = column == 0 ? begin : ends[column - 1] + 1;
    return {stretch + from, ends[column] - from};
  }
};

// Calls visit(RowText) for each row of [p, end).
template <class Visit>
void for_each_row(const char* p, const char* end, std::size_t columns, Visit visit) {
  constexpr std::size_t stretch = std::size_t{1} << 16;
  Ends ends(stretch + 128);
  while (p < end) {
    const std::size_t length = std::min(stretch, static_cast<std::size_t>(end - p));
    const std::size_t rows = find_ends(p, length, ends) / columns;
    if (rows == 0) give_up("a row is ragged or too long");
    std::uint32_t begin = 0;
    for (std::size_t row = 0; row < rows; ++row) {
      const std::uint32_t* row_ends = &ends[row * columns];
      if (p[row_ends[columns - 1]] != '\n') give_up("a row is ragged");
      visit(RowText{p, begin, row_ends});
      begin = row_ends[columns - 1] + 1;
    }
    p += begin;
  }
}

}  // namespace limit
