// OtherWorld: whether a number that is withheld could have another value than it has, for a reader
// who has every number that is printed and knows every sum that holds. Belongs to one thread; the
// numbers must outlive it.
#pragma once

#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include "audit/suppression.hpp"

namespace tidemark {

class OtherWorld {
 public:
  OtherWorld(const std::vector<PrintedNumber>& numbers, const std::vector<Relation>& relations);

  // True: there is a world with the same figures printed and the same sums in which it is `value`;
  // nobody can tell the two apart. False: none was found, and there may be none.
  [[nodiscard]] bool could_be(std::size_t number, std::int64_t value,
                              const std::vector<bool>& hidden);

  // The numbers that differ in the world that was found last.
  [[nodiscard]] const std::vector<std::size_t>& moved() const { return changed_; }

  // The relations that a number stands in, and its sign there.
  [[nodiscard]] const std::vector<std::pair<std::size_t, int>>& uses(std::size_t number) const {
    return uses_[number];
  }

 private:
  [[nodiscard]] std::int64_t least(std::size_t number) const;
  [[nodiscard]] std::int64_t most(std::size_t number) const;
  void move(std::size_t number, std::int64_t by);
  bool settle();
  [[nodiscard]] std::int64_t mended(std::size_t relation, std::size_t number, int sign) const;
  [[nodiscard]] std::size_t hardest() const;

  const std::vector<PrintedNumber>& numbers_;
  std::vector<Relation> relations_;  // with the numbers that stand in few of them first
  std::vector<std::vector<std::pair<std::size_t, int>>> uses_;
  const std::vector<bool>* hidden_ = nullptr;
  std::vector<std::int64_t> moved_;   // by number: how far it is from its own value
  std::vector<std::int64_t> off_;     // by relation: what its sum comes to, 0 where it holds
  std::set<std::size_t> broken_;      // the relations that do not hold
  std::vector<std::size_t> changed_;  // the numbers that moved, in that order
  int steps_ = 0;
};

}  // namespace tidemark
