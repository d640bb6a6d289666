#include "snapshot/delimiter_scan.hpp"

#include <array>
#include <bit>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace tidemark {
namespace {

using Scan = Delimiters (*)(const char*, std::size_t, char, std::uint32_t*);

// One bit for each of 64 bytes.
struct Masks {
  std::uint64_t separators, newlines, returns, special;
};

// Writes eight places at a time: most words of 64 bytes have fewer, and a loop that stops at the
// exact number mispredicts its end.
[[gnu::always_inline]] inline void take(const Masks& m, std::uint64_t valid, std::size_t base,
                                        std::uint32_t* ends, Delimiters& found) {
  std::uint64_t places = (m.separators | m.newlines) & valid;
  const auto count = static_cast<std::size_t>(std::popcount(places));
  std::uint32_t* to = ends + found.count;
  for (std::size_t done = 0; done < count; done += 8) {
    for (std::size_t i = 0; i < 8; ++i) {
      to[done + i] =
          static_cast<std::uint32_t>(base) + static_cast<std::uint32_t>(std::countr_zero(places));
      places &= places - 1;
    }
  }
  found.count += count;
  found.newlines += static_cast<std::size_t>(std::popcount(m.newlines & valid));
  found.returns += static_cast<std::size_t>(std::popcount(m.returns & valid));
  found.special |= (m.special & valid) != 0;
}

constexpr std::uint64_t first_bits(std::size_t count) {
  return count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
}

#if defined(__x86_64__)

[[gnu::target("avx512f,avx512bw,bmi,popcnt")]] Delimiters scan_avx512(const char* text,
                                                                      std::size_t length,
                                                                      char separator,
                                                                      std::uint32_t* ends) {
  const __m512i separators = _mm512_set1_epi8(separator);
  const __m512i newline = _mm512_set1_epi8('\n');
  const __m512i carriage = _mm512_set1_epi8('\r');
  const __m512i quote = _mm512_set1_epi8('"');
  Delimiters found;
  for (std::size_t i = 0; i < length; i += 64) {
    const __m512i v = _mm512_loadu_si512(text + i);
    const Masks m{
        _mm512_cmpeq_epi8_mask(v, separators), _mm512_cmpeq_epi8_mask(v, newline),
        _mm512_cmpeq_epi8_mask(v, carriage),
        _mm512_cmpeq_epi8_mask(v, quote) | _mm512_testn_epi8_mask(v, v) | _mm512_movepi8_mask(v)};
    take(m, first_bits(length - i), i, ends, found);
  }
  return found;
}

// As scan_avx512, with the places of a word pressed together by one instruction.
[[gnu::target("avx512f,avx512bw,avx512vbmi2,popcnt")]] Delimiters scan_avx512_vbmi2(
    const char* text, std::size_t length, char separator, std::uint32_t* ends) {
  alignas(64) static constexpr std::array<std::uint8_t, 64> k_places = [] {
    std::array<std::uint8_t, 64> places{};
    for (std::size_t i = 0; i < 64; ++i) places[i] = static_cast<std::uint8_t>(i);
    return places;
  }();
  const __m512i all_places = _mm512_load_si512(k_places.data());
  const __m512i separators = _mm512_set1_epi8(separator);
  const __m512i newline = _mm512_set1_epi8('\n');
  const __m512i carriage = _mm512_set1_epi8('\r');
  const __m512i quote = _mm512_set1_epi8('"');
  Delimiters found;
  std::uint64_t special = 0;
  for (std::size_t i = 0; i < length; i += 64) {
    const std::uint64_t valid = first_bits(length - i);
    const __m512i v = _mm512_loadu_si512(text + i);
    const std::uint64_t newlines = _mm512_cmpeq_epi8_mask(v, newline) & valid;
    const std::uint64_t found_here = (_mm512_cmpeq_epi8_mask(v, separators) & valid) | newlines;
    special |=
        (_mm512_cmpeq_epi8_mask(v, quote) | _mm512_testn_epi8_mask(v, v) | _mm512_movepi8_mask(v)) &
        valid;
    found.newlines += static_cast<std::size_t>(std::popcount(newlines));
    found.returns +=
        static_cast<std::size_t>(std::popcount(_mm512_cmpeq_epi8_mask(v, carriage) & valid));
    const __m512i places = _mm512_maskz_compress_epi8(found_here, all_places);
    const auto count = static_cast<std::size_t>(std::popcount(found_here));
    const __m512i base = _mm512_set1_epi32(static_cast<int>(i));
    std::uint32_t* to = ends + found.count;
    // The maskz forms: gcc 12 warns of the plain ones, that their result may not be set.
    const __m128i lowest = _mm512_maskz_extracti32x4_epi32(0xf, places, 0);
    const __m512i first = _mm512_maskz_cvtepu8_epi32(0xffff, lowest);
    _mm512_storeu_si512(to, _mm512_add_epi32(base, first));
    if (count > 16) [[unlikely]] {
      alignas(64) std::array<std::uint8_t, 64> others{};
      _mm512_store_si512(others.data(), places);
      for (std::size_t k = 16; k < count; ++k) to[k] = static_cast<std::uint32_t>(i) + others[k];
    }
    found.count += count;
  }
  found.special = special != 0;
  return found;
}

[[gnu::target("avx2,bmi,popcnt")]] Delimiters scan_avx2(const char* text, std::size_t length,
                                                        char separator, std::uint32_t* ends) {
  const __m256i zero = _mm256_setzero_si256();
  Delimiters found;
  for (std::size_t i = 0; i < length; i += 64) {
    Masks m{};
    for (unsigned half = 0; half < 2; ++half) {
      const __m256i v =
          _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text + i + std::size_t{32} * half));
      const unsigned shift = 32 * half;
      const auto bits = [&](__m256i found_bytes) __attribute__((target("avx2"), always_inline)) {
        const auto word = static_cast<std::uint32_t>(_mm256_movemask_epi8(found_bytes));
        return std::uint64_t{word} << shift;
      };
      m.separators |= bits(_mm256_cmpeq_epi8(v, _mm256_set1_epi8(separator)));
      m.newlines |= bits(_mm256_cmpeq_epi8(v, _mm256_set1_epi8('\n')));
      m.returns |= bits(_mm256_cmpeq_epi8(v, _mm256_set1_epi8('\r')));
      m.special |=
          bits(_mm256_or_si256(v, _mm256_or_si256(_mm256_cmpeq_epi8(v, _mm256_set1_epi8('"')),
                                                  _mm256_cmpeq_epi8(v, zero))));
    }
    take(m, first_bits(length - i), i, ends, found);
  }
  return found;
}

Delimiters scan_sse2(const char* text, std::size_t length, char separator, std::uint32_t* ends) {
  const __m128i zero = _mm_setzero_si128();
  const auto bits = [](__m128i found_bytes, unsigned shift) {
    return std::uint64_t{static_cast<std::uint32_t>(_mm_movemask_epi8(found_bytes))} << shift;
  };
  Delimiters found;
  for (std::size_t i = 0; i < length; i += 64) {
    Masks m{};
    for (unsigned shift = 0; shift < 64; shift += 16) {
      const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text + i + shift));
      m.separators |= bits(_mm_cmpeq_epi8(v, _mm_set1_epi8(separator)), shift);
      m.newlines |= bits(_mm_cmpeq_epi8(v, _mm_set1_epi8('\n')), shift);
      m.returns |= bits(_mm_cmpeq_epi8(v, _mm_set1_epi8('\r')), shift);
      const __m128i quote = _mm_cmpeq_epi8(v, _mm_set1_epi8('"'));
      m.special |= bits(_mm_or_si128(v, _mm_or_si128(quote, _mm_cmpeq_epi8(v, zero))), shift);
    }
    take(m, first_bits(length - i), i, ends, found);
  }
  return found;
}

Scan best_scan() {
  const bool wide = __builtin_cpu_supports("avx512bw") != 0;
  if (wide && __builtin_cpu_supports("avx512vbmi2") != 0) return scan_avx512_vbmi2;
  if (wide) return scan_avx512;
  if (__builtin_cpu_supports("avx2") != 0) return scan_avx2;
  return scan_sse2;
}

#else

Delimiters scan_bytes(const char* text, std::size_t length, char separator, std::uint32_t* ends) {
  Delimiters found;
  for (std::size_t i = 0; i < length; ++i) {
    const char c = text[i];
    if (c == separator || c == '\n') ends[found.count++] = static_cast<std::uint32_t>(i);
    found.newlines += c == '\n' ? 1 : 0;
    found.returns += c == '\r' ? 1 : 0;
    found.special |= c == '"' || c == '\0' || (static_cast<unsigned char>(c) & 0x80) != 0;
  }
  return found;
}

Scan best_scan() {
  return scan_bytes;
}

#endif

}  // namespace

Delimiters find_delimiters(const char* text, std::size_t length, char separator,
                           std::uint32_t* ends) {
  static const Scan scan = best_scan();
  return scan(text, length, separator, ends);
}

}  // namespace tidemark
