#include "report/papers/plain_text.hpp"

#include <catch2/catch.hpp>

using tidemark::report::plain;
using tidemark::report::PlainText;

TEST_CASE("what a word processor makes of a text is plain for comparing") {
  CHECK(plain("M0953\u2019s \u201C12\u00A0M\u00C4RZ\u201D 4\u20136") == "m0953's \"12 marz\" 4-6");
  CHECK(plain("\uFF2D\uFF10\uFF19 \u0661\u0662 \U0001D7D8") == "m09 12 0");  // digits are digits
  CHECK(plain("M09\u00AD53 M09\u200B53 M09\u2060\uFEFF53") == "m0953 m0953 m0953");
  CHECK(plain("e\u0301 \u00E9 \u00C9 \u0141 \uFB01") == "e e e \u0142 fi");
  CHECK(plain("a \t\n b\u2003c") == "a b c");
}

TEST_CASE("a sign that is no letter is part of no word") {
  for (const char* sign : {"\u2022", "\u2019", "\u2026", "\u00B2", "\u00BD", "\u2122", "\u00AA",
                           "\x92", "\x95", "\xFF", "\uFFFD", "_", "\u02BC", "\U0001F642"}) {
    const PlainText text("M1" + std::string(sign) + "x");
    INFO(sign);
    CHECK(text.may_break(2));
  }
  for (const char* letter : {"e", "\u00E9", "\u0416", "\u4E2D", "4"}) {
    const PlainText text("M1" + std::string(letter) + "x");
    INFO(letter);
    CHECK_FALSE(text.may_break(2));
  }
}

TEST_CASE("bytes that are not UTF-8 are read as Windows writes them") {
  CHECK(plain("M1\x92s \x93"
              "4\x96"
              "6\x94\xA0May\xE9") == "m1's \"4-6\" may|");
  CHECK(plain(std::string("a\0b", 3)) == "a|b");
  CHECK(plain("\xE2\x80") == "||");
}

TEST_CASE("replacing a piece leaves the rest as it was written") {
  const PlainText text("\u201CSeen  M09\u200B53\u2019s brother\u201D");
  const std::size_t at = text.words().find("m0953");
  CHECK(text.with({{at, at + 5, "(withheld)"}}) == "\u201CSeen  (withheld)\u2019s brother\u201D");
  CHECK(text.with({}) == "\u201CSeen  M09\u200B53\u2019s brother\u201D");
  CHECK(PlainText("").with({{0, 0, "x"}}) == "x");
}

TEST_CASE("where something without width stands a word may end") {
  const PlainText text("M0953\u200Bbrother");
  CHECK(text.may_break(5));
  CHECK_FALSE(text.may_break(4));
  CHECK(text.is_capital(0));
  CHECK_FALSE(text.is_capital(5));
}
