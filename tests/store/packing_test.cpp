#include "store/packing.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "store/database.hpp"

namespace tidemark {
namespace {

TEST_CASE("what is packed comes out as it went in") {
  std::mt19937 dice(7);
  for (const std::size_t size : {0U, 1U, 2U, 1000U, 300000U}) {
    std::string bytes(size, '\0');
    for (char& c : bytes) c = static_cast<char>(dice() % 7);
    const std::string packed = pack(bytes);
    CHECK(unpack(packed, bytes.size()) == bytes);
    if (size > 1000) CHECK(packed.size() < size);
  }
}

TEST_CASE("packed bytes that are cut, altered or of another size are refused") {
  const std::string bytes(5000, 'a');
  const std::string packed = pack(bytes);
  CHECK_THROWS_AS(unpack(packed.substr(0, packed.size() / 2), 5000), StoreFailure);
  CHECK_THROWS_AS(unpack(packed, 4999), StoreFailure);
  CHECK_THROWS_AS(unpack(packed, 5001), StoreFailure);
  CHECK_THROWS_AS(unpack("no zlib", 5000), StoreFailure);
}

}  // namespace
}  // namespace tidemark
