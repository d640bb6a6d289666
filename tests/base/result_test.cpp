#include "base/result.hpp"

#include <catch2/catch.hpp>

using namespace tidemark;

namespace {

Result<int> half(int number) {
  if (number % 2 != 0) return Error{ErrorKind::input, std::to_string(number) + " is odd"};
  return number / 2;
}

}  // namespace

TEST_CASE("a result is a value or an error that says what is wrong") {
  CHECK(half(8).ok());
  CHECK(half(8).value() == 4);
  CHECK_FALSE(half(7));
  CHECK(half(7).error().kind == ErrorKind::input);
  CHECK(half(7).error().message == "7 is odd");
}

TEST_CASE("a value may be moved out of a result") {
  Result<std::string> result(std::string(100, 'x'));
  const std::string taken = std::move(result).value();
  CHECK(taken.size() == 100);
}
