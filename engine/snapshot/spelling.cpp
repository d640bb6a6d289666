#include "snapshot/spelling.hpp"

#include "base/text.hpp"

namespace tidemark {
namespace {

constexpr std::string_view k_hard_space = "\xc2\xa0";

// How many bytes of white space the text begins with.
std::size_t space_at(std::string_view text) {
  if (text.starts_with(k_hard_space)) return k_hard_space.size();
  return !text.empty() && (text[0] == ' ' || (text[0] >= '\t' && text[0] <= '\r')) ? 1 : 0;
}

bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

std::string plain_spelling(std::string_view text) {
  std::string plain;
  bool space = false;
  while (!text.empty()) {
    const std::size_t blank = space_at(text);
    if (blank > 0) {
      space = true;
      text.remove_prefix(blank);
      continue;
    }
    if (space && !plain.empty()) plain += ' ';
    space = false;
    plain += text[0];
    text.remove_prefix(1);
  }
  return lower(plain);
}

std::string_view after_item_letter(std::string_view text) {
  return text.size() > 2 && is_word_byte(text[0]) && text[1] == ')' ? trim(text.substr(2)) : text;
}

std::string_view first_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_word_byte(text[end])) ++end;
  return text.substr(0, end);
}

}  // namespace tidemark
