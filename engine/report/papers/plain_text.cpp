#include "report/papers/plain_text.hpp"

#include <glib.h>

#include <array>

namespace tidemark::report {

namespace {

constexpr std::uint32_t k_some_sign = '|';
constexpr std::uint32_t k_nothing = 0;

// A byte that is no UTF-8, or a C1 control: what Windows-1252 has there.
std::uint32_t of_windows(std::uint32_t byte) {
  switch (byte) {
    case 0x91:
    case 0x92:
      return '\'';
    case 0x93:
    case 0x94:
      return '"';
    case 0x96:
    case 0x97:
      return '-';
    case 0xA0:
      return ' ';
    default:
      return k_some_sign;
  }
}

// Signs of their own whose kind in Unicode says too little.
std::uint32_t of_sign(std::uint32_t c) {
  constexpr std::u32string_view k_apostrophes = U"\u00B4\u02B9\u02BC\u2018\u2019\u201B\u2032";
  constexpr std::u32string_view k_strokes = U"\u2044\u2215\u29F8", k_dots = U"\u2024\u3002";
  constexpr std::u32string_view k_dashes = U"\u2043\u2212\u02D7";
  if (k_apostrophes.find(c) != std::u32string_view::npos) return '\'';
  if (k_strokes.find(c) != std::u32string_view::npos) return '/';
  if (k_dots.find(c) != std::u32string_view::npos) return '.';
  return k_dashes.find(c) != std::u32string_view::npos ? '-' : k_some_sign;
}

// One character for another; k_nothing for what has no width of its own.
std::uint32_t plain_sign(std::uint32_t c) {
  constexpr std::uint32_t k_wide = 0xFF01, k_wide_end = 0xFF5E, k_latin_end = 0xFF;
  if (c >= 0x80 && c < 0xA0) return of_windows(c);
  const std::uint32_t sign = of_sign(c);
  if (sign != k_some_sign) return sign;
  switch (g_unichar_type(c)) {
    case G_UNICODE_FORMAT:
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
      return k_nothing;
    case G_UNICODE_SPACE_SEPARATOR:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return ' ';
    case G_UNICODE_DASH_PUNCTUATION:
      return '-';
    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
      return '"';
    case G_UNICODE_DECIMAL_NUMBER:
      return static_cast<std::uint32_t>('0' + g_unichar_digit_value(c));
    case G_UNICODE_OTHER_LETTER:
      return c > k_latin_end ? c : k_some_sign;  // the ordinal signs of Latin-1 are no letters
    default:
      return c >= k_wide && c <= k_wide_end ? c - k_wide + '!' : k_some_sign;
  }
}

bool has_case(std::uint32_t c) {
  const GUnicodeType type = g_unichar_type(c);
  return type == G_UNICODE_UPPERCASE_LETTER || type == G_UNICODE_LOWERCASE_LETTER ||
         type == G_UNICODE_TITLECASE_LETTER;
}

bool is_space(std::uint32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

}  // namespace

bool is_plain_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_plain_letter(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

PlainText::PlainText(std::string_view written) : written_(written) {
  words_.reserve(written.size());
  while (at_ < written.size()) {
    const char* here = written.data() + at_;
    const std::uint32_t character =
        g_utf8_get_char_validated(here, static_cast<gssize>(written.size() - at_));
    constexpr std::uint32_t k_last = 0x10FFFF;
    if (character > k_last || *here == '\0') {
      add(*here == '\0' ? k_some_sign : of_windows(static_cast<unsigned char>(*here)));
      ++at_;
    } else {
      take(character);
      at_ += static_cast<std::size_t>(g_utf8_next_char(here) - here);
    }
  }
  from_.push_back(written_.size());
  breaks_.push_back(true);
}

void PlainText::take(std::uint32_t character) {
  if (character < 0x80 || !has_case(character)) {
    const std::uint32_t sign = character < 0x80 ? character : plain_sign(character);
    if (sign != k_nothing) return add(sign);
    gap_ = gap_ || g_unichar_type(character) == G_UNICODE_FORMAT;
    return;
  }
  // Letters without their accents, full-width and joined ones as the letters that they are.
  std::array<gunichar, G_UNICHAR_MAX_DECOMPOSITION_LENGTH> parts{};
  const gsize n = g_unichar_fully_decompose(character, TRUE, parts.data(), parts.size());
  for (gsize i = 0; i < n; ++i) {
    if (g_unichar_isalpha(parts[i]) != 0) add(parts[i]);
  }
}

void PlainText::add(std::uint32_t plain) {
  const bool space = is_space(plain);
  if (space && !words_.empty() && words_.back() == ' ') return;
  std::array<char, 6> bytes{};
  const auto n = static_cast<std::size_t>(
      g_unichar_to_utf8(space ? ' ' : g_unichar_tolower(plain), bytes.data()));
  words_.append(bytes.data(), n);
  for (std::size_t i = 0; i < n; ++i) {
    from_.push_back(at_);
    breaks_.push_back(gap_ && i == 0);
    capital_.push_back(g_unichar_isupper(plain) != 0);
  }
  gap_ = false;
}

bool PlainText::may_break(std::size_t at) const {
  if (at == 0 || at >= words_.size() || breaks_[at]) return true;
  const auto in_word = [](char c) { return is_plain_digit(c) || is_plain_letter(c); };
  return !in_word(words_[at - 1]) || !in_word(words_[at]);
}

bool PlainText::is_capital(std::size_t at) const {
  return at < capital_.size() && capital_[at];
}

std::string PlainText::with(const std::vector<Replacement>& pieces) const {
  std::string out;
  std::size_t copied = 0;
  for (const Replacement& piece : pieces) {
    out.append(written_, copied, from_[piece.from] - copied);
    out += piece.by;
    copied = from_[piece.to];
  }
  out.append(written_, copied, std::string::npos);
  return out;
}

std::string plain(std::string_view written) {
  return PlainText(written).words();
}

}  // namespace tidemark::report
