#include "report/utf8.hpp"

#include <cstdint>

namespace tidemark::report {

namespace {

constexpr std::string_view k_replacement = "\xEF\xBF\xBD";

// Bytes of the well-formed character that `rest` begins with; 0 when it begins with none.
std::size_t character_length(std::string_view rest) {
  const auto byte = [&](std::size_t i) -> std::uint32_t {
    return static_cast<unsigned char>(rest[i]);
  };
  const std::uint32_t first = byte(0);
  const std::size_t length = first < 0x80   ? 1
                             : first < 0xC2 ? 0
                             : first < 0xE0 ? 2
                             : first < 0xF0 ? 3
                             : first < 0xF5 ? 4
                                            : 0;
  if (length == 0 || rest.size() < length) return 0;
  std::uint32_t code = length == 1 ? first : first & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return 0;
    code = (code << 6U) | (byte(i) & 0x3FU);
  }
  const bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  const bool noncharacter = (code & 0xFFFEU) == 0xFFFEU || (code >= 0xFDD0 && code <= 0xFDEF);
  return overlong || surrogate || noncharacter || code > 0x10FFFF ? 0 : length;
}

bool is_control(std::string_view character) {
  const auto first = static_cast<unsigned char>(character[0]);
  if (character.size() == 1)
    return (first < 0x20 && first != '\t' && first != '\n') || first == 0x7F;
  return first == 0xC2 && static_cast<unsigned char>(character[1]) < 0xA0;  // C1 controls
}

}  // namespace

std::string printable_utf8(std::string_view raw) {
  std::string out;
  out.reserve(raw.size());
  while (!raw.empty()) {
    const std::size_t length = character_length(raw);
    const std::string_view character = raw.substr(0, length == 0 ? 1 : length);
    if (length == 0 || is_control(character)) {
      out += k_replacement;
    } else {
      out += character;
    }
    raw.remove_prefix(character.size());
  }
  return out;
}

}  // namespace tidemark::report
