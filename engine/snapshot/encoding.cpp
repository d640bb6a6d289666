#include "snapshot/encoding.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace tidemark {
namespace {

using namespace std::string_view_literals;

constexpr std::uint32_t k_replacement = 0xfffd;

// Windows-1252 differs from Latin-1 in 0x80 to 0x9f only; five of these are not assigned.
constexpr std::array<std::uint16_t, 32> k_windows_1252{
    0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178};

std::uint32_t byte(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

void append_utf8(std::string& to, std::uint32_t point) {
  const auto put = [&to](std::uint32_t value) { to.push_back(static_cast<char>(value)); };
  if (point < 0x80) {
    put(point);
  } else if (point < 0x800) {
    put(0xc0 | point >> 6);
    put(0x80 | (point & 0x3f));
  } else if (point < 0x10000) {
    put(0xe0 | point >> 12);
    put(0x80 | (point >> 6 & 0x3f));
    put(0x80 | (point & 0x3f));
  } else {
    put(0xf0 | point >> 18);
    put(0x80 | (point >> 12 & 0x3f));
    put(0x80 | (point >> 6 & 0x3f));
    put(0x80 | (point & 0x3f));
  }
}

// Length of the well-formed character at `at`; 0 where there is none.
std::size_t utf8_length(std::string_view text, std::size_t at) {
  const std::uint32_t first = byte(text, at);
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || at + length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(text, at + i) & 0xc0) != 0x80) return 0;
  }
  const std::uint32_t second = byte(text, at + 1);
  const bool overlong = (first == 0xe0 && second < 0xa0) || (first == 0xf0 && second < 0x90);
  const bool outside = (first == 0xed && second > 0x9f) || (first == 0xf4 && second > 0x8f);
  return overlong || outside ? 0 : length;
}

// Text without a mark in which every other byte of the first few is zero is UTF-16.
bool zeros_at(std::string_view bytes, std::size_t first) {
  const std::size_t look = std::min<std::size_t>(bytes.size(), 32) & ~std::size_t{1};
  if (look < 8) return false;
  for (std::size_t i = 0; i < look; ++i) {
    if ((bytes[i] == '\0') != (i % 2 == first)) return false;
  }
  return true;
}

}  // namespace

EncodingFound find_encoding(std::string_view first_bytes) {
  if (first_bytes.starts_with("\xef\xbb\xbf"sv)) return {Encoding::utf8, 3};
  if (first_bytes.starts_with("\xff\xfe"sv)) return {Encoding::utf16_little, 2};
  if (first_bytes.starts_with("\xfe\xff"sv)) return {Encoding::utf16_big, 2};
  if (zeros_at(first_bytes, 1)) return {Encoding::utf16_little, 0};
  if (zeros_at(first_bytes, 0)) return {Encoding::utf16_big, 0};
  return {};
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_length(text, at);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

std::uint32_t windows_1252_point(unsigned char c) {
  return c >= 0x80 && c < 0xa0 ? k_windows_1252[c - 0x80U] : c;
}

std::string from_windows_1252(std::string_view text) {
  std::string utf8;
  utf8.reserve(text.size() + text.size() / 8);
  for (const char c : text) append_utf8(utf8, windows_1252_point(static_cast<unsigned char>(c)));
  return utf8;
}

std::string from_utf16(std::string_view bytes, Encoding encoding) {
  const std::size_t high = encoding == Encoding::utf16_big ? 0 : 1;
  const auto unit = [&](std::size_t at) {
    return byte(bytes, at + high) << 8 | byte(bytes, at + 1 - high);
  };
  std::string utf8;
  utf8.reserve(bytes.size() / 2);
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    std::uint32_t point = unit(at);
    if (point >= 0xd800 && point < 0xe000) {
      const bool paired = point < 0xdc00 && at + 3 < bytes.size() && unit(at + 2) >= 0xdc00 &&
                          unit(at + 2) < 0xe000;
      if (paired) at += 2;
      point = paired ? 0x10000 + ((point & 0x3ff) << 10) + (unit(at) & 0x3ff) : k_replacement;
    }
    append_utf8(utf8, point);
  }
  return utf8;
}

}  // namespace tidemark
