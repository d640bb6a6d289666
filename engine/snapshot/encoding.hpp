// How the bytes of a file become UTF-8. Pure functions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tidemark {

enum class Encoding { utf8, utf16_little, utf16_big };

struct EncodingFound {
  Encoding encoding = Encoding::utf8;
  std::size_t mark_bytes = 0;  // length of the byte order mark
};

[[nodiscard]] EncodingFound find_encoding(std::string_view first_bytes);
[[nodiscard]] bool is_utf8(std::string_view text);
// The character that a byte is in Windows-1252; bytes that are none are U+FFFD.
[[nodiscard]] std::uint32_t windows_1252_point(unsigned char c);
[[nodiscard]] std::string from_windows_1252(std::string_view text);
[[nodiscard]] std::string from_utf16(std::string_view bytes, Encoding encoding);

}  // namespace tidemark
