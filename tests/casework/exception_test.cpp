#include "casework/exception.hpp"

#include <catch2/catch.hpp>
#include <map>

namespace tidemark {
namespace {

TEST_CASE("an exception reads as its rule, its child and its occasion") {
  CHECK(text_of({"PO-9M", "1042", "2020-12-30"}) == "PO-9M, child 1042, 2020-12-30");
  CHECK(text_of({"STAB-3", "1042", ""}) == "STAB-3, child 1042");
}

TEST_CASE("an exception keeps its name for ever") {
  // printf 'tidemark exception 1\n5:PO-9M\n4:1042\n10:2020-12-30\n' | sha256sum
  CHECK(digest_of({"PO-9M", "1042", "2020-12-30"}) ==
        "e3cd9ff98a3c35ee9cc9b71e5ae196ebf0f7c97247c9398b7881d41a4a5a783f");
}

TEST_CASE("no two exceptions share a name, however their parts are cut") {
  const std::string parts[] = {"", "A", "AB", "A\n", "1:A", "\n1:A", "2:"};
  std::map<std::string, std::string> names;
  for (const auto& rule : parts) {
    for (const auto& child : parts) {
      for (const auto& occasion : parts) {
        CHECK(names.emplace(digest_of({rule, child, occasion}), "").second);
      }
    }
  }
}

}  // namespace
}  // namespace tidemark
