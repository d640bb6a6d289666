#include "report/plain_table.hpp"

#include <catch2/catch.hpp>

using tidemark::report::plain_table;

TEST_CASE("columns are as wide as their widest text, counted in characters") {
  CHECK(plain_table({{"name", "n"}, {"Siân", "1"}, {"a longer name", "23"}}) ==
        "name           n\n"
        "-------------  --\n"
        "Siân           1\n"
        "a longer name  23\n");
}

TEST_CASE("a table of no rows is nothing") {
  CHECK(plain_table({}).empty());
}
