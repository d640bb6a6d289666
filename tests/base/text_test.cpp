#include "base/text.hpp"

#include <catch2/catch.hpp>

using namespace tidemark;

TEST_CASE("blanks around a text are trimmed and those inside are kept") {
  CHECK(trim("  a b\t\r\n") == "a b");
  CHECK(trim("a") == "a");
  CHECK(trim(" \t ").empty());
  CHECK(trim("").empty());
}

TEST_CASE("only the letters A to Z are lowered") {
  CHECK(lower("ChILD_9") == "child_9");
  CHECK(lower("\xC3\x89") == "\xC3\x89");
}

TEST_CASE("a text is split at every separator") {
  using Pieces = std::vector<std::string_view>;
  CHECK(split("a,,b", ',') == Pieces{"a", "", "b"});
  CHECK(split("a,", ',') == Pieces{"a", ""});
  CHECK(split("", ',') == Pieces{""});
}

TEST_CASE("the distance between words counts letters added, dropped, changed and swapped") {
  CHECK(edit_distance("placement", "placement") == 0);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("abc", "") == 3);
  CHECK(edit_distance("placment", "placement") == 1);
  CHECK(edit_distance("placemnet", "placement") == 1);
  CHECK(edit_distance("plasement", "placement") == 1);
  CHECK(edit_distance("kitten", "sitting") == 3);
}

TEST_CASE("the nearest word is suggested for a slip and none for another word") {
  const std::vector<std::string> words{"legal_status", "placement", "placed", "review"};
  CHECK(nearest("placment", words) == "placement");
  CHECK(nearest("LEGAL_STATUS", words) == "legal_status");
  CHECK(nearest("reveiw", words) == "review");
  CHECK(nearest("guardian", words).empty());
  CHECK(nearest("", words).empty());
  CHECK(nearest(std::string(1'000'000, 'x'), words).empty());
}

TEST_CASE("of two words equally near, the first is suggested") {
  CHECK(nearest("cat", {"bat", "rat"}) == "bat");
}

TEST_CASE("a cell that a spreadsheet would run as a formula is neutralised") {
  CHECK(csv_cell("=1+1") == "'=1+1");
  CHECK(csv_cell("@SUM(A1)") == "'@SUM(A1)");
  CHECK(csv_cell("+44 1332 x") == "'+44 1332 x");
  CHECK(csv_cell("-2+3") == "'-2+3");
  CHECK(csv_cell("-") == "'-");
  CHECK(csv_cell("-1-2") == "'-1-2");
  CHECK(csv_cell("\t=1") == "'\t=1");
  CHECK(csv_cell("\r=1") == "\"'\r=1\"");
  CHECK(csv_cell("  =1") == "'  =1");
  CHECK(csv_cell("\n=1") == "\"'\n=1\"");
  CHECK(csv_cell("=HYPERLINK(\"x\",\"y\")") == "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
}

TEST_CASE("plain numbers and plain words stay as they are in a cell") {
  for (const char* text :
       {"-3", "+4.5", "-.5", "12", "2021-04-01", "..2021-04-01", "C2", "", "a=b"}) {
    INFO(text);
    CHECK(csv_cell(text) == text);
  }
}

TEST_CASE("a cell is quoted where its text would break the row") {
  CHECK(csv_cell("a,b") == "\"a,b\"");
  CHECK(csv_cell("say \"so\"") == "\"say \"\"so\"\"\"");
  CHECK(csv_cell("two\nlines") == "\"two\nlines\"");
  CHECK(csv_cell(" padded") == "\" padded\"");
}

TEST_CASE("a text is shortened between two characters") {
  CHECK(shorten("short", 5) == "short");
  CHECK(shorten("longer", 3) == "lon...");
  CHECK(shorten("caf\xC3\xA9s", 4) == "caf...");
  CHECK(shorten("caf\xC3\xA9s", 5) == "caf\xC3\xA9...");
  CHECK(shorten("\xF0\x9F\x98\x80\xF0\x9F\x98\x80", 7) == "\xF0\x9F\x98\x80...");
  CHECK(shorten("abc", 0) == "...");
}

TEST_CASE("bytes that are not UTF-8 are cut at the limit and never before the beginning") {
  CHECK(shorten(std::string(20, '\x80'), 10) == std::string(10, '\x80') + "...");
  CHECK(shorten(std::string(3, '\x80'), 2).size() <= 5);
}
