#include "audit/suppression.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace tidemark {

namespace {

constexpr std::int64_t k_unbounded = std::numeric_limits<std::int64_t>::max();
constexpr int k_most_steps = 20'000;

bool is_small(const PrintedNumber& number) {
  return number.is_count && number.is_printed && number.value >= 1 &&
         number.value < k_smallest_shown;
}

// Another world: the same figures printed, the same sums, and another value for one number that is
// withheld. Where there is one, nobody can tell the two apart.
class OtherWorld {
 public:
  OtherWorld(const std::vector<PrintedNumber>& numbers, const std::vector<Relation>& relations,
             const std::vector<bool>& hidden)
      : numbers_(numbers), relations_(relations), hidden_(hidden), moved_(numbers.size(), 0) {}

  [[nodiscard]] bool exists(std::size_t number) {
    return try_move(number, 1) || try_move(number, -1);
  }

 private:
  [[nodiscard]] bool may_be(std::size_t number, std::int64_t value) const {
    const PrintedNumber& n = numbers_[number];
    if (!n.is_printed || !n.is_count) return true;
    if (n.must_hide) return value >= 0;
    const std::int64_t least = is_small(n) ? 1 : k_smallest_shown;
    const std::int64_t most = is_small(n) ? k_smallest_shown - 1 : k_unbounded;
    return value >= least && value <= most;
  }

  bool try_move(std::size_t number, std::int64_t by) {
    std::fill(moved_.begin(), moved_.end(), 0);
    steps_ = 0;
    if (!may_be(number, numbers_[number].value + by)) return false;
    moved_[number] = by;
    return settle();
  }

  // Mends the first sum that no longer holds by moving one more number of it, then the next.
  bool settle() {
    if (++steps_ > k_most_steps) return false;
    for (const Relation& relation : relations_) {
      std::int64_t off = 0;
      for (const auto& [number, sign] : relation.terms) off += sign * moved_[number];
      if (off == 0) continue;
      for (const auto& [number, sign] : relation.terms) {
        if (!hidden_[number] || moved_[number] != 0) continue;
        const std::int64_t by = -off * sign;
        if (!may_be(number, numbers_[number].value + by)) continue;
        moved_[number] = by;
        if (settle()) return true;
        moved_[number] = 0;
      }
      return false;
    }
    return true;
  }

  const std::vector<PrintedNumber>& numbers_;
  const std::vector<Relation>& relations_;
  const std::vector<bool>& hidden_;
  std::vector<std::int64_t> moved_;
  int steps_ = 0;
};

// The numbers that hang together with this one.
std::vector<bool> web_of(std::size_t number, std::size_t count,
                         const std::vector<Relation>& relations) {
  std::vector<bool> web(count, false);
  web[number] = true;
  for (bool grew = true; grew;) {
    grew = false;
    for (const Relation& relation : relations) {
      const auto in_web = [&](const auto& term) { return web[term.first]; };
      if (std::none_of(relation.terms.begin(), relation.terms.end(), in_web)) continue;
      for (const auto& [other, sign] : relation.terms) {
        grew = grew || !web[other];
        web[other] = true;
      }
    }
  }
  return web;
}

// The smallest number still shown that shares a sum with this one, else one of its web; a 0 hides
// nothing. Its place, or `numbers.size()`.
std::size_t next_to_hide(std::size_t exposed, const std::vector<PrintedNumber>& numbers,
                         const std::vector<Relation>& relations, const std::vector<bool>& hidden) {
  std::size_t best = numbers.size();
  const auto consider = [&](std::size_t number) {
    if (hidden[number] || numbers[number].value == 0) return;
    const bool smaller = best == numbers.size() ||
                         std::llabs(numbers[number].value) < std::llabs(numbers[best].value);
    if (smaller) best = number;
  };
  for (const Relation& relation : relations) {
    const auto is_it = [&](const auto& term) { return term.first == exposed; };
    if (std::none_of(relation.terms.begin(), relation.terms.end(), is_it)) continue;
    for (const auto& [number, sign] : relation.terms) consider(number);
  }
  if (best < numbers.size()) return best;
  const std::vector<bool> web = web_of(exposed, numbers.size(), relations);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (web[i]) consider(i);
  }
  return best;
}

}  // namespace

std::vector<bool> withheld(const std::vector<PrintedNumber>& numbers,
                           const std::vector<Relation>& relations) {
  std::vector<bool> hidden(numbers.size(), false);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    hidden[i] = !numbers[i].is_printed || numbers[i].must_hide || is_small(numbers[i]);
  }
  // Once all of a web but its zeros is withheld, every value in it could be twice what it is: there
  // is nothing left to hide, and nothing to work out.
  std::vector<bool> done(numbers.size(), false);
  for (std::size_t i = 0; i < numbers.size();) {
    const bool at_risk = numbers[i].is_printed && (numbers[i].must_hide || is_small(numbers[i]));
    if (!at_risk || done[i] || OtherWorld(numbers, relations, hidden).exists(i)) {
      ++i;
      continue;
    }
    const std::size_t next = next_to_hide(i, numbers, relations, hidden);
    if (next == numbers.size()) {
      done[i] = true;
    } else {
      hidden[next] = true;
    }
  }
  return hidden;
}

}  // namespace tidemark
