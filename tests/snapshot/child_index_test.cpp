#include <catch2/catch.hpp>
#include <string>

#include "snapshot/snapshot.hpp"

using namespace tidemark;

TEST_CASE("child ids of every length are found again and nothing else is") {
  ChildIndex index;
  std::vector<std::string> ids;
  for (int i = 0; i < 5000; ++i) {
    ids.push_back(std::string(static_cast<std::size_t>(i % 64), 'x') + std::to_string(i));
    if (ids.back().size() > 64)
      ids.back().resize(64), ids.back()[0] = static_cast<char>('A' + i % 26);
  }
  for (const std::string& id : ids) (void)index.add(id);
  for (const std::string& id : ids) {
    REQUIRE(index.find(id) != ChildIndex::k_none);
    REQUIRE(index.id(index.find(id)) == id);
    REQUIRE(index.add(id) == index.find(id));
  }
  CHECK(index.find("nobody") == ChildIndex::k_none);
  CHECK(ChildIndex().find("nobody") == ChildIndex::k_none);
  CHECK(index.is(index.find("x1"), "x1"));
  CHECK_FALSE(index.is(index.find("x1"), "x2"));
  CHECK_FALSE(index.is(999999, "x1"));
}

TEST_CASE("ranks follow the bytes of the ids, not the order of reading") {
  ChildIndex index;
  for (const char* id : {"b", "10", "9", "B"}) (void)index.add(id);
  CHECK(index.ranks() == std::vector<std::uint32_t>{3, 0, 1, 2});
}

TEST_CASE("equal texts have one id and a copy of the pool stands by itself") {
  TextPool pool;
  for (int i = 0; i < 1000; ++i) (void)pool.intern("text " + std::to_string(i % 250));
  CHECK(pool.size() == 250);
  CHECK(pool.text(pool.find("text 7")) == "text 7");
  CHECK(pool.find("text 250") == k_cell_absent);
  const TextPool copy = pool;
  pool = TextPool();
  CHECK(copy.text(copy.find("text 249")) == "text 249");
}
