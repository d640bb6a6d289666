#include "audit/other_world.hpp"

#include <algorithm>
#include <limits>

namespace tidemark {

namespace {

constexpr std::int64_t k_unbounded = std::numeric_limits<std::int32_t>::max();
constexpr int k_most_steps = 1'000;

}  // namespace

OtherWorld::OtherWorld(const std::vector<PrintedNumber>& numbers,
                       const std::vector<Relation>& relations)
    : numbers_(numbers),
      relations_(relations),
      uses_(numbers.size()),
      moved_(numbers.size(), 0),
      off_(relations.size(), 0) {
  for (std::size_t i = 0; i < relations.size(); ++i) {
    for (const auto& [number, sign] : relations[i].terms) uses_[number].emplace_back(i, sign);
  }
  // Moving a number that stands in few sums breaks few others.
  for (Relation& relation : relations_) {
    std::stable_sort(relation.terms.begin(), relation.terms.end(),
                     [&](const auto& a, const auto& b) {
                       return uses_[a.first].size() < uses_[b.first].size();
                     });
  }
}

// What a reader knows of a number that is withheld, who knows which were withheld for being small.
std::int64_t OtherWorld::least(std::size_t number) const {
  const PrintedNumber& n = numbers_[number];
  if (!n.is_count) return -k_unbounded;
  if (!n.is_printed || n.must_hide) return 0;
  return is_small(n) ? 1 : k_smallest_shown;
}

std::int64_t OtherWorld::most(std::size_t number) const {
  const PrintedNumber& n = numbers_[number];
  const bool known_small = n.is_printed && !n.must_hide && is_small(n);
  return known_small ? k_smallest_shown - 1 : k_unbounded;
}

void OtherWorld::move(std::size_t number, std::int64_t by) {
  moved_[number] += by;
  for (const auto& [relation, sign] : uses_[number]) {
    off_[relation] += sign * by;
    if (off_[relation] == 0) {
      broken_.erase(relation);
    } else {
      broken_.insert(relation);
    }
  }
}

// Where a number goes to mend a sum that does not hold: as far as it takes, or as far as it may.
std::int64_t OtherWorld::mended(std::size_t relation, std::size_t number, int sign) const {
  const std::int64_t value = numbers_[number].value;
  if (!(*hidden_)[number] || moved_[number] != 0) return value;
  return std::clamp(value - off_[relation] * sign, least(number), most(number));
}

// Of the sums that do not hold, the one that the fewest numbers can mend.
std::size_t OtherWorld::hardest() const {
  std::size_t best = *broken_.begin();
  std::size_t fewest = numbers_.size() + 1;
  for (const std::size_t relation : broken_) {
    std::size_t able = 0;
    for (const auto& [number, sign] : relations_[relation].terms) {
      able += mended(relation, number, sign) != numbers_[number].value ? 1 : 0;
    }
    if (able >= fewest) continue;
    fewest = able;
    best = relation;
  }
  return best;
}

bool OtherWorld::settle() {
  if (broken_.empty()) return true;
  if (++steps_ > k_most_steps) return false;
  const std::size_t relation = hardest();
  for (const auto& [number, sign] : relations_[relation].terms) {
    const std::int64_t value = numbers_[number].value;
    const std::int64_t to = mended(relation, number, sign);
    if (to == value) continue;
    move(number, to - value);
    changed_.push_back(number);
    if (settle()) return true;
    changed_.pop_back();
    move(number, value - to);
  }
  return false;
}

bool OtherWorld::could_be(std::size_t number, std::int64_t value, const std::vector<bool>& hidden) {
  if (value == numbers_[number].value) return true;
  if (value < least(number) || value > most(number)) return false;
  hidden_ = &hidden;
  steps_ = 0;
  std::fill(moved_.begin(), moved_.end(), 0);
  std::fill(off_.begin(), off_.end(), 0);
  broken_.clear();
  changed_ = {number};
  move(number, value - numbers_[number].value);
  return settle();
}

}  // namespace tidemark
