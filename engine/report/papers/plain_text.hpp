// PlainText: a text as a reader takes it in, for comparing and for looking through: small letters
// without accents, ASCII digits, one kind of space, dash, quote and apostrophe, nothing that has no
// width; with the way back to what was written. Values only; any thread may read it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tidemark::report {

class PlainText {
 public:
  // Any bytes: those that are not UTF-8 are taken for Windows-1252 where that has a space, dash or
  // quote, and else for a sign that is part of no word.
  explicit PlainText(std::string_view written);

  // "M0953\u2019s 4\u20136 M\u00e4rz" -> "m0953's 4-6 marz". A byte above 0x7F is part of a letter;
  // signs that nobody asks for are '|'.
  [[nodiscard]] const std::string& words() const { return words_; }
  // May a word begin or end before this byte of words()? Not between two letters or digits, unless
  // a character of no width stands there.
  [[nodiscard]] bool may_break(std::size_t at) const;
  [[nodiscard]] bool is_capital(std::size_t at) const;  // as it was written

  struct Replacement {
    std::size_t from = 0, to = 0;  // bytes of words(); `to` is the first behind it
    std::string by;
  };
  // What was written, with these pieces (in order, apart) replaced.
  [[nodiscard]] std::string with(const std::vector<Replacement>& pieces) const;

 private:
  void take(std::uint32_t character);
  void add(std::uint32_t plain);

  std::string written_, words_;
  std::size_t at_ = 0;             // while reading: where the character begins that is taken
  bool gap_ = false;               // while reading: something without width was left out
  std::vector<std::size_t> from_;  // by byte of words_: where in written_ it begins; and the end
  std::vector<bool> breaks_, capital_;
};

[[nodiscard]] bool is_plain_digit(char c);
[[nodiscard]] bool is_plain_letter(char c);  // of words(): no digit
[[nodiscard]] std::string plain(std::string_view written);

}  // namespace tidemark::report
