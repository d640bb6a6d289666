// Small numbers: what a reader of the printed figures can work out. The attacker here is written
// apart from the engine: it tries every world that fits what is printed.
#include "audit/suppression.hpp"

#include <catch2/catch.hpp>
#include <functional>
#include <random>
#include <set>

namespace tidemark {
namespace {

using Numbers = std::vector<PrintedNumber>;
using Relations = std::vector<Relation>;

PrintedNumber count(std::int64_t value) {
  return {value, true, true, false};
}
PrintedNumber difference_of(std::int64_t value) {
  return {value, false, true, false};
}

// total = the parts that follow it
Relation sum_of(std::size_t total, std::vector<std::size_t> parts) {
  Relation relation;
  relation.terms.emplace_back(total, 1);
  for (const std::size_t part : parts) relation.terms.emplace_back(part, -1);
  return relation;
}

// Every value that a withheld number could have, as far as small worlds tell: what is shown is as
// it is, what is withheld is at least 1 (a difference: anything), and all sums hold. Stops at two.
class Attacker {
 public:
  Attacker(const Numbers& numbers, const Relations& relations, const std::vector<bool>& hidden,
           std::int64_t most)
      : numbers_(numbers), relations_(relations), hidden_(hidden), most_(most) {}

  std::set<std::int64_t> values_of(std::size_t number) {
    world_.assign(numbers_.size(), 0);
    found_.clear();
    asked_ = number;
    order_.clear();
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
      if (hidden_[i]) {
        order_.push_back(i);
      } else {
        world_[i] = numbers_[i].value;
      }
    }
    try_all(0);
    return found_;
  }

 private:
  [[nodiscard]] bool holds(std::size_t settled) const {
    for (const Relation& relation : relations_) {
      std::int64_t sum = 0;
      bool open = false;
      for (const auto& [number, sign] : relation.terms) {
        sum += sign * world_[number];
        for (std::size_t i = settled; i < order_.size(); ++i) open = open || order_[i] == number;
      }
      if (!open && sum != 0) return false;
    }
    return true;
  }

  void try_all(std::size_t at) {
    if (found_.size() > 1 || !holds(at)) return;
    if (at == order_.size()) {
      found_.insert(world_[asked_]);
      return;
    }
    const std::int64_t least = numbers_[order_[at]].is_count ? 1 : -most_;
    for (std::int64_t value = least; value <= most_ && found_.size() < 2; ++value) {
      world_[order_[at]] = value;
      try_all(at + 1);
    }
    world_[order_[at]] = 0;
  }

  const Numbers& numbers_;
  const Relations& relations_;
  const std::vector<bool>& hidden_;
  std::int64_t most_;
  std::vector<std::int64_t> world_;
  std::vector<std::size_t> order_;
  std::set<std::int64_t> found_;
  std::size_t asked_ = 0;
};

bool is_sensitive(const PrintedNumber& number) {
  return number.is_count && number.value >= 1 && number.value <= 5;
}

TEST_CASE("one to five are withheld; nothing and six are shown") {
  const Numbers numbers = {count(0), count(1), count(5), count(6), difference_of(3)};
  CHECK(withheld(numbers, {}) == std::vector<bool>{false, true, true, false, false});
}

TEST_CASE("a part that the total would give back takes the next smallest with it") {
  const Numbers numbers = {count(24), count(10), count(2), count(12)};
  CHECK(withheld(numbers, {sum_of(0, {1, 2, 3})}) == std::vector<bool>{false, true, true, false});
}

TEST_CASE("two small parts protect one another where they come to six or more together") {
  const Numbers numbers = {count(32), count(10), count(5), count(5), count(12)};
  const auto hidden = withheld(numbers, {sum_of(0, {1, 2, 3, 4})});
  CHECK(hidden == std::vector<bool>{false, true, true, true, false});
  const Numbers unalike = {count(28), count(10), count(4), count(5), count(9), count(0)};
  CHECK(withheld(unalike, {sum_of(0, {1, 2, 3, 4, 5})})[4]);
}

TEST_CASE("two small parts that come to five tell that neither is five, and take a third") {
  const Numbers numbers = {count(24), count(10), count(2), count(3), count(9)};
  CHECK(withheld(numbers, {sum_of(0, {1, 2, 3, 4})}) ==
        std::vector<bool>{false, false, true, true, true});
}

TEST_CASE("a number that is not printed can be guarded like one that is") {
  PrintedNumber rest = count(2);
  rest.is_printed = false;
  Numbers numbers = {count(38), count(36), rest};
  CHECK(withheld(numbers, {sum_of(0, {1, 2})}) == std::vector<bool>{false, false, true});
  numbers[2].is_guarded = true;
  CHECK(withheld(numbers, {sum_of(0, {1, 2})}) == std::vector<bool>{false, true, true});
}

TEST_CASE("what protects nothing in the end is shown") {
  // 3 of 40; the 37 stand in a second sum, whose other part would protect nothing by itself.
  const Numbers numbers = {count(40), count(3), count(37), count(60), count(23)};
  const auto hidden = withheld(numbers, {sum_of(0, {1, 2}), sum_of(3, {2, 4})});
  CHECK(std::count(hidden.begin(), hidden.end(), true) == 2);
}

TEST_CASE("five and five of ten would be plain to whoever knows that both are small") {
  const Numbers numbers = {count(10), count(5), count(5)};
  const auto hidden = withheld(numbers, {sum_of(0, {1, 2})});
  CHECK(hidden == std::vector<bool>{true, true, true});
}

TEST_CASE("one child in each of six parts of six takes the total with it") {
  Numbers numbers = {count(6)};
  std::vector<std::size_t> parts;
  for (std::size_t i = 1; i <= 6; ++i) {
    numbers.push_back(count(1));
    parts.push_back(i);
  }
  CHECK(withheld(numbers, {sum_of(0, parts)})[0]);
}

TEST_CASE("a zero hides nothing and stays") {
  const Numbers numbers = {count(3), count(3), count(0)};
  CHECK(withheld(numbers, {sum_of(0, {1, 2})}) == std::vector<bool>{true, true, false});
}

TEST_CASE("a difference that would give the figure back is withheld") {
  // closing 40, opening 3, change 37
  const Numbers numbers = {count(40), count(3), difference_of(37)};
  const auto hidden = withheld(numbers, {{{{0, 1}, {1, -1}, {2, -1}}}});
  CHECK(hidden == std::vector<bool>{false, true, true});
}

TEST_CASE("a quarter cannot be had from the half year and the other quarter") {
  // Quarters and half years hang together through what had happened by each day.
  Numbers numbers = {count(11), count(2), count(13), count(0), count(0), count(0)};
  for (std::size_t i = 3; i < 6; ++i) numbers[i].is_printed = numbers[i].is_count = false;
  const Relations flows = {
      {{{0, 1}, {4, -1}, {3, 1}}}, {{{1, 1}, {5, -1}, {4, 1}}}, {{{2, 1}, {5, -1}, {3, 1}}}};
  const auto hidden = withheld(numbers, flows);
  CHECK(hidden[1]);
  CHECK(hidden[0] != hidden[2]);
  const Numbers alone = {numbers[0], numbers[1], numbers[3], numbers[4], numbers[5]};
  const Relations two = {{{{0, 1}, {3, -1}, {2, 1}}}, {{{1, 1}, {4, -1}, {3, 1}}}};
  CHECK_FALSE(withheld(alone, two)[0]);
}

TEST_CASE("what may never be public is withheld, and what would give it back") {
  Numbers numbers = {count(100), count(60), count(40)};
  numbers[1].must_hide = true;
  CHECK(withheld(numbers, {sum_of(0, {1, 2})}) == std::vector<bool>{false, true, true});
}

// Tables of one total with parts, some of which have parts of their own; small on purpose.
struct Table {
  Numbers numbers;
  Relations relations;
};

Table random_table(std::mt19937& dice) {
  const auto roll = [&](int from, int to) {
    return std::uniform_int_distribution<int>(from, to)(dice);
  };
  Table table;
  table.numbers.push_back(count(0));
  std::vector<std::size_t> parts;
  const int outer = roll(2, 3);
  for (int i = 0; i < outer; ++i) {
    const std::size_t place = table.numbers.size();
    table.numbers.push_back(count(roll(0, 8)));
    parts.push_back(place);
    if (roll(0, 2) > 0) continue;
    const std::int64_t value = table.numbers[place].value;
    const std::int64_t first = value == 0 ? 0 : roll(0, static_cast<int>(value));
    table.numbers.push_back(count(first));
    table.numbers.push_back(count(value - first));
    table.relations.push_back(sum_of(place, {place + 1, place + 2}));
  }
  for (const std::size_t part : parts) table.numbers[0].value += table.numbers[part].value;
  table.relations.push_back(sum_of(0, parts));
  if (roll(0, 1) == 1) {  // an opening figure and the change from it
    const int opening = roll(0, 12);
    table.numbers.push_back(count(opening));
    table.numbers.push_back(difference_of(table.numbers[0].value - opening));
    const std::size_t last = table.numbers.size() - 1;
    table.relations.push_back({{{0, 1}, {last - 1, -1}, {last, -1}}});
  }
  return table;
}

TEST_CASE("no reader can work a small number out of what is printed") {
  std::mt19937 dice(20211201);
  // Each round takes seconds under the sanitizers; the first 200 of these dice.
  int withheld_in_all = 0;
  for (int round = 0; round < 200; ++round) {
    const Table table = random_table(dice);
    const auto hidden = withheld(table.numbers, table.relations);
    for (std::size_t i = 0; i < table.numbers.size(); ++i) {
      if (!is_sensitive(table.numbers[i])) continue;
      REQUIRE(hidden[i]);
      ++withheld_in_all;
      Attacker attacker(table.numbers, table.relations, hidden, 30);
      INFO("round " << round << ", number " << i << " is " << table.numbers[i].value);
      CHECK(attacker.values_of(i).size() > 1);
    }
    for (std::size_t i = 0; i < table.numbers.size(); ++i) {
      if (table.numbers[i].value == 0) CHECK_FALSE(hidden[i]);
    }
  }
  CHECK(withheld_in_all > 200);
}

TEST_CASE("nothing is withheld where nothing is small") {
  std::mt19937 dice(7);
  for (int round = 0; round < 200; ++round) {
    Table table = random_table(dice);
    for (PrintedNumber& number : table.numbers) number.value *= 6;
    const auto hidden = withheld(table.numbers, table.relations);
    CHECK(std::count(hidden.begin(), hidden.end(), true) == 0);
  }
}

}  // namespace
}  // namespace tidemark
