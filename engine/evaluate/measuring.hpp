// Measuring: what measures come to over every child of a snapshot. One pass over the children for
// each last day that is asked about. The result is a pure function of (snapshot, rulebook, what is
// asked) and the same for every number of threads, because only whole numbers are added.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "rulebook/rulebook.hpp"
#include "snapshot/snapshot.hpp"

namespace tidemark {

// Numbers are added up in thousandths, as the cells hold them.
constexpr std::int64_t k_thousand = 1000;

// A measure of the kind counts or averages, over a period with both ends included; as at its end.
struct Asked {
  int measure = -1;
  Day from = 0;
  Day to = 0;
  friend auto operator<=>(const Asked&, const Asked&) = default;
};

// A sum that the record may leave open. lo to hi, in thousandths; an open side has no bound.
struct Sum {
  std::int64_t lo = 0, hi = 0;
  bool open_lo = false, open_hi = false;
  std::uint64_t undecided =
      0;  // children or rows that may or may not belong, or whose number is open

  [[nodiscard]] bool is_exact() const { return lo == hi && !open_lo && !open_hi; }
  void add(const Sum& other);
};

// Numbers of which the mean is asked.
struct Spread {
  Sum sum;                  // of those that belong for certain
  std::uint64_t count = 0;  // how many they are
  std::int64_t known = 0;   // the sum of those that are known to the day, and how many they are
  std::uint64_t known_count = 0;
  std::uint64_t without = 0;                                 // there is no such number: left out
  std::vector<std::pair<std::int64_t, std::int64_t>> maybe;  // may belong: what each may be

  void add(const Spread& other);
};

struct Tally {
  Sum counts, of;
  std::vector<Sum> parts;                       // parallel to Measure::split
  Spread spread;                                // of averages
  std::map<std::string, std::uint64_t> causes;  // why some could not be decided, and for how many
  std::set<std::string> not_supplied;  // tables and columns among those causes that did not come
  std::string error;                   // what went wrong with a compute, if anything

  void add(const Tally& other);
};

// Parallel to `asked`.
[[nodiscard]] std::vector<Tally> measure(const Rulebook& rulebook, const Snapshot& snapshot,
                                         const std::vector<Asked>& asked, int threads);

}  // namespace tidemark
