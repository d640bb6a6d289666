#include "snapshot/encoding.hpp"

#include <catch2/catch.hpp>

#include "snapshot/content_kind.hpp"

using namespace tidemark;
using namespace std::string_view_literals;

TEST_CASE("encodings are known by their mark or by their zeros") {
  CHECK(find_encoding("\xef\xbb\xbf"
                      "CHILD"sv)
            .mark_bytes == 3);
  CHECK(find_encoding("\xff\xfe"
                      "C\0"sv)
            .encoding == Encoding::utf16_little);
  CHECK(find_encoding("\xfe\xff\0C"sv).encoding == Encoding::utf16_big);
  CHECK(find_encoding("C\0H\0I\0L\0D\0,\0"sv).encoding == Encoding::utf16_little);
  CHECK(find_encoding("\0C\0H\0I\0L\0D\0,"sv).encoding == Encoding::utf16_big);
  CHECK(find_encoding("CHILD,DOB"sv).encoding == Encoding::utf8);
}

TEST_CASE("well-formed UTF-8 is told from everything else") {
  CHECK(is_utf8("Zo\xc3\xab \xe2\x82\xac \xf0\x9f\x98\x80"));
  CHECK_FALSE(is_utf8("Zo\xeb"));
  CHECK_FALSE(is_utf8("\xc0\x80"));          // overlong
  CHECK_FALSE(is_utf8("\xed\xa0\x80"));      // half of a pair
  CHECK_FALSE(is_utf8("\xf4\x90\x80\x80"));  // beyond Unicode
  CHECK_FALSE(is_utf8("\xe2\x82"));          // cut
}

TEST_CASE("Windows-1252 and UTF-16 become UTF-8") {
  CHECK(from_windows_1252("Zo\xeb \x80 \x81") == "Zo\xc3\xab \xe2\x82\xac \xef\xbf\xbd");
  CHECK(from_utf16("\xeb\0\xac\x20"sv, Encoding::utf16_little) == "\xc3\xab\xe2\x82\xac");
  CHECK(from_utf16("\xd8\x3d\xde\x00"sv, Encoding::utf16_big) == "\xf0\x9f\x98\x80");
  CHECK(from_utf16("\xd8\x3d\0A"sv, Encoding::utf16_big) ==
        "\xef\xbf\xbd"
        "A");
  CHECK(from_utf16("A\0B"sv, Encoding::utf16_little) == "A");
}

TEST_CASE("what a file is stands in its first bytes") {
  CHECK(kind_of("PK\x03\x04...").kind == ContentKind::zip);
  CHECK(kind_of("\xd0\xcf\x11\xe0...").kind == ContentKind::old_xls);
  CHECK(kind_of("SQLite format 3").kind == ContentKind::list);
  CHECK(kind_of({"SQLite format 3\0", 16}).kind == ContentKind::database);
  CHECK(kind_of("%PDF-1.7").what == "a PDF");
  CHECK(kind_of("\n <?xml version").what == "an XML file");
  CHECK(kind_of({"\xff\xfe<\0?\0x\0", 8}).kind == ContentKind::xml);
  CHECK(kind_of("<!DOCTYPE html>").what == "a web page");
  CHECK(kind_of("<HTML>").what == "a web page");
  CHECK(kind_of("<!DOCTYPE R []>").kind == ContentKind::xml);
  CHECK(kind_of("{\n \"children\"").what == "a JSON file");
  CHECK(kind_of("[ {\"a\":1}").what == "a JSON file");
  CHECK(kind_of("[CHILD],[DECOM]").kind == ContentKind::list);
  CHECK(kind_of("CHILD,DOB").kind == ContentKind::list);
}
