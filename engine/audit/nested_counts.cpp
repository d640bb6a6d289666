#include "audit/nested_counts.hpp"

#include <algorithm>
#include <map>
#include <numeric>

namespace tidemark {

namespace {

// Of disjoint sets, the sums of their keys add up to that of both together.
using Mark = std::pair<std::size_t, std::uint64_t>;  // size, sum of the keys

Mark mark_of(const CaseSet& cases) {
  return {cases.size(), std::accumulate(cases.begin(), cases.end(), std::uint64_t{0})};
}

class Relating {
 public:
  explicit Relating(CountedNumbers& counted) : counted_(counted) {}

  void relate() {
    equals();
    std::vector<Mark> marks;
    for (const auto& [mark, number] : first_) marks.push_back(mark);
    for (std::size_t i = 0; i < marks.size(); ++i) {
      for (std::size_t j = i + 1; j < marks.size(); ++j) {
        together(marks[i], marks[j]);
        rest(marks[i], marks[j]);
      }
    }
  }

 private:
  [[nodiscard]] const CaseSet& cases(std::size_t number) const { return counted_.cases[number]; }

  // One number stands for all of the same cases.
  void equals() {
    for (std::size_t i = 0; i < counted_.numbers.size(); ++i) {
      if (cases(i).empty()) continue;
      const auto [at, is_new] = first_.emplace(mark_of(cases(i)), i);
      if (!is_new) counted_.relations.push_back({{{at->second, 1}, {i, -1}}});
    }
  }

  void together(const Mark& one, const Mark& other) {
    const auto both = first_.find({one.first + other.first, one.second + other.second});
    if (both == first_.end()) return;
    counted_.relations.push_back({{{both->second, 1}, {first_[one], -1}, {first_[other], -1}}});
  }

  void rest(const Mark& inner, const Mark& outer) {
    const std::size_t more = outer.first - inner.first;
    if (more == 0 || more >= k_smallest_shown) return;
    const CaseSet& all = cases(first_[outer]);
    const CaseSet& some = cases(first_[inner]);
    if (!std::includes(all.begin(), all.end(), some.begin(), some.end())) return;
    CaseSet left;
    std::set_difference(all.begin(), all.end(), some.begin(), some.end(), std::back_inserter(left));
    const Mark mark = mark_of(left);
    if (first_.contains(mark)) return;  // `together` relates it
    const auto [at, is_new] = rests_.emplace(mark, counted_.numbers.size());
    if (is_new) {
      PrintedNumber number;
      number.value = static_cast<std::int64_t>(more);
      number.is_printed = false;
      number.is_guarded = true;
      counted_.add(number, std::move(left));
    }
    counted_.relations.push_back({{{first_[outer], 1}, {first_[inner], -1}, {at->second, -1}}});
  }

  CountedNumbers& counted_;
  std::map<Mark, std::size_t> first_;  // the first number of these cases
  std::map<Mark, std::size_t> rests_;  // guarded numbers that were added
};

}  // namespace

std::size_t CountedNumbers::add(PrintedNumber number, CaseSet of) {
  numbers.push_back(number);
  cases.push_back(std::move(of));
  return numbers.size() - 1;
}

void relate_by_cases(CountedNumbers& counted) {
  Relating(counted).relate();
}

}  // namespace tidemark
