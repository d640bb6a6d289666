#include "snapshot/delimiter_scan.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

using namespace tidemark;

TEST_CASE("the vector scan finds what a loop over the bytes finds") {
  std::mt19937 random(7);
  const std::string letters = "abc1,,;\n\r\t /";
  for (std::size_t length = 0; length < 400; ++length) {
    std::string text;
    for (std::size_t i = 0; i < length; ++i) text += letters[random() % letters.size()];
    if (length % 5 == 1) text[random() % length] = "\"\0\xc3"[random() % 3];
    const char separator = ",;\t"[random() % 3];
    std::string padded = text + std::string(64, ',');  // what lies beyond must not count
    std::vector<std::uint32_t> ends(length + 64);
    const Delimiters found = find_delimiters(padded.data(), length, separator, ends.data());
    Delimiters expected;
    for (std::size_t i = 0; i < length; ++i) {
      const char c = text[i];
      if (c == separator || c == '\n') REQUIRE(ends[expected.count++] == i);
      expected.newlines += c == '\n' ? 1 : 0;
      expected.returns += c == '\r' ? 1 : 0;
      expected.special |= c == '"' || c == '\0' || static_cast<unsigned char>(c) >= 0x80;
    }
    REQUIRE(found.count == expected.count);
    REQUIRE(found.newlines == expected.newlines);
    REQUIRE(found.returns == expected.returns);
    REQUIRE(found.special == expected.special);
  }
}

TEST_CASE("a stretch of nothing but separators fits the room for its ends") {
  const std::string text(1024 + 64, ',');
  std::vector<std::uint32_t> ends(1024 + 64);
  CHECK(find_delimiters(text.data(), 1024, ',', ends.data()).count == 1024);
  CHECK(ends[1023] == 1023);
}
