// What cannot be decided, counted: a whole table that did not come is one cause for many children,
// and holding a finding for each of them would fill the memory with one sentence. Values; one
// thread.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "evaluate/judge.hpp"

namespace tidemark {

// "no court list was supplied", where the finding waits for a whole table or column; else "".
[[nodiscard]] std::string missing_table_of(const Finding& finding);

struct MissingTable {
  std::string words;
  std::map<std::size_t, std::uint64_t> undecided_by_rule;  // rule of the rulebook -> findings
};

class UndecidedTally {
 public:
  // So many of a rule are held, with a cause of their own and for want of one table; the rest are
  // counted.
  static constexpr std::uint64_t k_held_of_own_cause = 2000;
  static constexpr std::uint64_t k_held_for_a_table = 500;

  // Counts a finding that cannot be decided; true: it is one to hold.
  [[nodiscard]] bool take(const Finding& finding);
  // In order of words.
  [[nodiscard]] std::vector<MissingTable> missing_tables() const;
  // With a cause of their own, held or not.
  [[nodiscard]] std::uint64_t own_causes(std::size_t rule) const;

 private:
  std::map<std::string, std::map<std::size_t, std::uint64_t>> by_words_;
  std::map<std::size_t, std::uint64_t> own_;
};

}  // namespace tidemark
