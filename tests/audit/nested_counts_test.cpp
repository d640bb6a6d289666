// What a reader of a public paper can work out who knows which counts hold which others. The
// attacker is written apart from the engine: it solves the sums of the printed numbers, and narrows
// what it cannot solve down to the values that fit.
#include "audit/nested_counts.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <set>

namespace tidemark {
namespace {

constexpr std::int64_t k_any = 60;  // above all that can be

// A sum that the attacker knows to hold: unknown numbers, each times its sign, come to `total`.
struct KnownSum {
  std::vector<std::pair<std::size_t, int>> unknown;
  std::int64_t total = 0;
};

struct Range {
  std::int64_t least = 0, most = k_any;
  friend bool operator==(const Range&, const Range&) = default;
};

// Interval propagation: no number may leave what the others of a sum allow it. False: nothing fits.
bool narrow(const std::vector<KnownSum>& sums, std::vector<Range>& ranges) {
  for (bool moved = true; moved;) {
    moved = false;
    for (const KnownSum& sum : sums) {
      for (const auto& [number, sign] : sum.unknown) {
        std::int64_t least = sum.total, most = sum.total;
        for (const auto& [other, its] : sum.unknown) {
          if (other == number) continue;
          least -= its > 0 ? ranges[other].most : -ranges[other].least;
          most -= its > 0 ? ranges[other].least : -ranges[other].most;
        }
        if (sign < 0) std::tie(least, most) = std::pair(-most, -least);
        const Range old = ranges[number];
        ranges[number].least = std::max(old.least, least);
        ranges[number].most = std::min(old.most, most);
        if (ranges[number].least > ranges[number].most) return false;
        moved = moved || !(ranges[number] == old);
      }
    }
  }
  return true;
}

// Whether there are numbers within these ranges for which all the sums hold: every value is tried
// of whatever is left open, the number with the fewest first.
bool fits(const std::vector<KnownSum>& sums, std::vector<Range> ranges) {
  if (!narrow(sums, ranges)) return false;
  std::size_t best = ranges.size();
  const auto width = [&](std::size_t i) { return ranges[i].most - ranges[i].least; };
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    if (width(i) > 0 && (best == ranges.size() || width(i) < width(best))) best = i;
  }
  if (best == ranges.size()) return true;
  const Range open = ranges[best];
  for (std::int64_t value = open.least; value <= open.most; ++value) {
    ranges[best] = {value, value};
    if (fits(sums, ranges)) return true;
  }
  return false;
}

// Gaussian elimination modulo a large prime: the numbers that the sums alone determine.
class Elimination {
 public:
  explicit Elimination(std::size_t numbers) : numbers_(numbers), rows_(numbers) {}

  void add(const KnownSum& sum) {
    Row row(numbers_, 0);
    for (const auto& [number, sign] : sum.unknown) {
      row[number] = (row[number] + k_prime + sign) % k_prime;
    }
    reduce(row);
    const auto lead = std::find_if(row.begin(), row.end(), [](std::int64_t n) { return n != 0; });
    if (lead == row.end()) return;
    const std::int64_t inverse = power(*lead, k_prime - 2);
    for (std::int64_t& n : row) n = n * inverse % k_prime;
    rows_[static_cast<std::size_t>(lead - row.begin())] = row;
  }
  [[nodiscard]] bool determines(std::size_t number) const {
    Row row(numbers_, 0);
    row[number] = 1;
    reduce(row);
    return std::all_of(row.begin(), row.end(), [](std::int64_t n) { return n == 0; });
  }

 private:
  using Row = std::vector<std::int64_t>;
  static constexpr std::int64_t k_prime = 998'244'353;

  void reduce(Row& row) const {
    for (std::size_t i = 0; i < numbers_; ++i) {
      if (row[i] == 0 || rows_[i].empty()) continue;
      const std::int64_t factor = row[i];
      for (std::size_t j = i; j < numbers_; ++j) {
        row[j] = (row[j] + (k_prime - factor) * rows_[i][j]) % k_prime;
      }
    }
  }
  static std::int64_t power(std::int64_t base, std::int64_t exponent) {
    std::int64_t result = 1;
    for (; exponent > 0; exponent /= 2, base = base * base % k_prime) {
      if (exponent % 2 == 1) result = result * base % k_prime;
    }
    return result;
  }

  std::size_t numbers_;
  std::vector<Row> rows_;  // by the number that leads it
};

// A paper: sets of children, and what of their sizes is printed.
struct Paper {
  std::vector<std::set<int>> sets;
  std::vector<Relation> rows;  // sums that the columns say
  std::vector<bool> is_printed;
};

bool holds(const std::set<int>& all, const std::set<int>& some) {
  return std::includes(all.begin(), all.end(), some.begin(), some.end());
}
bool is_small_count(std::size_t n) {
  return n >= 1 && n <= 5;
}

// Knows the printed numbers, which of the others are small, every sum of two or three counts that
// is true of the children, and by how many one count is above another that it holds.
class Attack {
 public:
  Attack(const Paper& paper, const std::vector<bool>& hidden) : paper_(paper), hidden_(hidden) {
    for (std::size_t i = 0; i < paper.sets.size(); ++i) ranges_.push_back(range_of(i));
    for (const Relation& row : paper.rows) add(row.terms);
    pairs();
    narrow(sums_, ranges_);
  }

  // Number `i`: a size, or what one set has more than another.
  [[nodiscard]] bool could_be(std::size_t i, std::int64_t value) const {
    if (value < ranges_[i].least || value > ranges_[i].most) return false;
    std::vector<Range> ranges = ranges_;
    ranges[i] = {value, value};
    return fits(sums_, std::move(ranges));
  }
  [[nodiscard]] bool solves(std::size_t i) const {
    Elimination elimination(ranges_.size());
    for (const KnownSum& sum : sums_) elimination.add(sum);
    return elimination.determines(i);
  }
  [[nodiscard]] const std::vector<std::pair<std::size_t, std::size_t>>& rests() const {
    return rests_;
  }
  [[nodiscard]] std::size_t rest(std::size_t i) const { return paper_.sets.size() + i; }

 private:
  [[nodiscard]] Range range_of(std::size_t i) const {
    const std::size_t size = paper_.sets[i].size();
    if (!hidden_[i]) return {static_cast<std::int64_t>(size), static_cast<std::int64_t>(size)};
    if (!paper_.is_printed[i]) return {0, k_any};
    return is_small_count(size) ? Range{1, 5} : Range{6, k_any};
  }

  void add(const std::vector<std::pair<std::size_t, int>>& terms) {
    KnownSum sum;
    for (const auto& [number, sign] : terms) {
      if (number < hidden_.size() && !hidden_[number]) {
        sum.total -= sign * static_cast<std::int64_t>(paper_.sets[number].size());
      } else {
        sum.unknown.emplace_back(number, sign);
      }
    }
    sums_.push_back(std::move(sum));
  }

  void pairs() {
    const std::size_t n = paper_.sets.size();
    for (std::size_t a = 0; a < n; ++a) {
      for (std::size_t b = 0; b < n; ++b) {
        if (a == b || paper_.sets[a].empty() || !holds(paper_.sets[b], paper_.sets[a])) continue;
        if (paper_.sets[a] == paper_.sets[b]) {
          if (a < b) add({{a, 1}, {b, -1}});
          continue;
        }
        rests_.emplace_back(b, a);
        ranges_.push_back({0, k_any});
        add({{b, 1}, {a, -1}, {ranges_.size() - 1, -1}});
        std::set<int> left = paper_.sets[b];
        for (const int child : paper_.sets[a]) left.erase(child);
        for (std::size_t c = 0; c < n; ++c) {
          if (paper_.sets[c] == left) add({{b, 1}, {a, -1}, {c, -1}});
        }
      }
    }
  }

  const Paper& paper_;
  const std::vector<bool>& hidden_;
  std::vector<Range> ranges_;
  std::vector<KnownSum> sums_;
  std::vector<std::pair<std::size_t, std::size_t>> rests_;  // the set that holds, the set held
};

// Groups of children that do not overlap, and rules and measures about some of the groups: so that
// one holds another, or is the same, or is what another leaves, as often as it is neither.
class Papers {
 public:
  explicit Papers(unsigned seed) : dice_(seed) {}

  Paper next() {
    groups_.assign(static_cast<std::size_t>(roll(2, 5)), {});
    int child = 0;
    for (auto& group : groups_) {
      for (int i = roll(0, 11); i > 0; --i) group.insert(child++);
    }
    Paper paper;
    for (int i = roll(1, 4); i > 0; --i) add_rule(paper);
    for (int i = roll(0, 3); i > 0; --i) add(paper, some_groups(), true);
    return paper;
  }

 private:
  int roll(int from, int to) { return std::uniform_int_distribution<int>(from, to)(dice_); }

  std::set<int> some_groups() {
    std::set<int> all;
    for (const auto& group : groups_) {
      if (roll(0, 2) > 0) all.insert(group.begin(), group.end());
    }
    return all;
  }

  static std::size_t add(Paper& paper, std::set<int> set, bool is_printed) {
    paper.sets.push_back(std::move(set));
    paper.is_printed.push_back(is_printed);
    return paper.sets.size() - 1;
  }

  void add_rule(Paper& paper) {
    const std::set<int> about = some_groups();
    std::set<int> column[4];  // explained, unexplained, not late, undecided
    for (const auto& group : groups_) {
      const int whole = roll(0, 5);
      for (const int child : group) {
        if (about.contains(child)) column[whole < 4 ? whole : roll(0, 3)].insert(child);
      }
    }
    std::set<int> late = column[0];
    late.insert(column[1].begin(), column[1].end());
    const std::size_t all = add(paper, about, true);
    const std::size_t is_late = add(paper, late, true);
    const std::size_t is_not = add(paper, column[2], true);
    const std::size_t open = add(paper, column[3], true);
    const std::size_t with = add(paper, column[0], true);
    const std::size_t without = add(paper, column[1], false);
    paper.rows.push_back({{{all, 1}, {is_late, -1}, {is_not, -1}, {open, -1}}});
    paper.rows.push_back({{{is_late, 1}, {with, -1}, {without, -1}}});
  }

  std::mt19937 dice_;
  std::vector<std::set<int>> groups_;
};

std::vector<bool> withheld_of(const Paper& paper) {
  CountedNumbers counted;
  for (std::size_t i = 0; i < paper.sets.size(); ++i) {
    PrintedNumber number;
    number.value = static_cast<std::int64_t>(paper.sets[i].size());
    number.is_printed = paper.is_printed[i];
    number.is_guarded = !number.is_printed;
    CaseSet cases;
    for (const int child : paper.sets[i]) {
      cases.push_back(case_key("child " + std::to_string(child), "", -1));
    }
    put_in_order(cases);
    counted.add(number, cases);
  }
  counted.relations = paper.rows;
  relate_by_cases(counted);
  std::vector<bool> hidden = withheld(counted.numbers, counted.relations);
  hidden.resize(paper.sets.size());
  return hidden;
}

// Everything but the zeros: what even that tells, nothing can keep back.
std::vector<bool> all_withheld(const Paper& paper) {
  std::vector<bool> hidden;
  for (std::size_t i = 0; i < paper.sets.size(); ++i) {
    hidden.push_back(!paper.is_printed[i] || !paper.sets[i].empty());
  }
  return hidden;
}

// The attacker can rule out a value that nobody could if everything were withheld.
bool tells_more(const Attack& attack, const Attack& at_best, std::size_t number,
                std::int64_t most) {
  for (std::int64_t value = 1; value <= most; ++value) {
    if (!attack.could_be(number, value) && at_best.could_be(number, value)) return true;
  }
  return false;
}

// It can be worked out even where nothing but the zeros is printed.
bool is_forced(const Attack& at_best, std::size_t number) {
  int values = 0;
  for (std::int64_t value = 0; value <= 6; ++value) values += at_best.could_be(number, value);
  return values == 1;
}

TEST_CASE("no small count of a paper can be worked out from its others") {
  Papers papers(20211201);
  int attacked = 0, shown = 0;
  for (int round = 0; round < 400; ++round) {
    const Paper paper = papers.next();
    const std::vector<bool> hidden = withheld_of(paper);
    const std::vector<bool> none = all_withheld(paper);
    const Attack attack(paper, hidden);
    const Attack at_best(paper, none);
    INFO("round " << round);
    for (std::size_t i = 0; i < paper.sets.size(); ++i) {
      if (!hidden[i]) {
        REQUIRE_FALSE(is_small_count(paper.sets[i].size()));
        shown += paper.sets[i].empty() ? 0 : 1;
      } else if (is_small_count(paper.sets[i].size())) {
        ++attacked;
        INFO("number " << i << " is " << paper.sets[i].size());
        CHECK((!attack.solves(i) || is_forced(at_best, i)));
        CHECK_FALSE(tells_more(attack, at_best, i, 5));
      }
    }
  }
  CHECK(attacked > 1000);
  CHECK(shown > 300);
}

bool is_counted(const Paper& paper, std::size_t outer, std::size_t inner) {
  std::set<int> left = paper.sets[outer];
  for (const int child : paper.sets[inner]) left.erase(child);
  return std::find(paper.sets.begin(), paper.sets.end(), left) != paper.sets.end();
}

TEST_CASE("nor by how few one count is above another that it holds") {
  Papers papers(7);
  int attacked = 0;
  for (int round = 0; round < 200; ++round) {
    const Paper paper = papers.next();
    const std::vector<bool> hidden = withheld_of(paper);
    const std::vector<bool> none = all_withheld(paper);
    const Attack attack(paper, hidden);
    const Attack at_best(paper, none);
    INFO("round " << round);
    for (std::size_t i = 0; i < attack.rests().size(); ++i) {
      const auto [outer, inner] = attack.rests()[i];
      if (!is_small_count(paper.sets[outer].size() - paper.sets[inner].size())) continue;
      ++attacked;
      INFO("set " << outer << " holds set " << inner);
      CHECK((!attack.solves(attack.rest(i)) || is_forced(at_best, attack.rest(i))));
      // Where the rest is a count of its own, it may be known to be small.
      const std::int64_t most = is_counted(paper, outer, inner) ? 5 : 6;
      CHECK_FALSE(tells_more(attack, at_best, attack.rest(i), most));
    }
  }
  CHECK(attacked > 200);
}

TEST_CASE("the attacker finds what a paper that withholds only the small counts gives away") {
  Paper paper;  // 36 of 38, and the 38 again as another rule's children
  std::set<int> all, some;
  for (int i = 0; i < 38; ++i) {
    all.insert(i);
    if (i < 36) some.insert(i);
  }
  paper.sets = {all, some, {36, 37}};
  paper.is_printed = {true, true, true};
  paper.rows = {{{{0, 1}, {1, -1}, {2, -1}}}};
  const std::vector<bool> only_small = {false, false, true};
  CHECK(Attack(paper, only_small).solves(2));
  CHECK_FALSE(Attack(paper, only_small).could_be(2, 3));
  CHECK_FALSE(Attack(paper, withheld_of(paper)).solves(2));
  CHECK(Attack(paper, withheld_of(paper)).could_be(2, 5));
}

TEST_CASE("two counts of which one holds the other and few more are not both printed") {
  Paper paper;
  std::set<int> all, some;
  for (int i = 0; i < 40; ++i) {
    all.insert(i);
    if (i < 37) some.insert(i);
  }
  paper.sets = {all, some};
  paper.is_printed = {true, true};
  const std::vector<bool> hidden = withheld_of(paper);
  CHECK(hidden[0] != hidden[1]);
  paper.sets[1].erase(0);
  paper.sets[1].erase(1);
  paper.sets[1].erase(2);
  CHECK(withheld_of(paper) == std::vector<bool>{false, false});
}

}  // namespace
}  // namespace tidemark
