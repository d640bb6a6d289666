#include "audit/suppression.hpp"

#include <algorithm>
#include <cstdlib>

#include "audit/other_world.hpp"

namespace tidemark {

bool is_small(const PrintedNumber& number) {
  return number.is_count && number.value >= 1 && number.value < k_smallest_shown;
}

namespace {

// That a number could be one of these values: what must stay true of it.
struct Doubt {
  std::size_t number = 0;
  std::vector<std::int64_t> values;
  std::vector<std::size_t> moved;  // the numbers that differ in the world that was found for it
};

class Withholding {
 public:
  Withholding(const std::vector<PrintedNumber>& numbers, const std::vector<Relation>& relations)
      : numbers_(numbers),
        relations_(relations),
        worlds_(numbers, relations),
        hidden_(numbers.size()),
        all_hidden_(numbers.size()) {
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      const PrintedNumber& n = numbers[i];
      hidden_[i] = !n.is_printed || n.must_hide || is_small(n);
      all_hidden_[i] = hidden_[i] || n.value != 0;
    }
  }

  std::vector<bool> take() {
    for (std::size_t i = 0; i < numbers_.size(); ++i) doubt_all(i);
    show_again();
    return std::move(hidden_);
  }

 private:
  void doubt_all(std::size_t number);
  void doubt(Doubt doubt);
  [[nodiscard]] bool is_open(Doubt& doubt, const std::vector<bool>& hidden);
  [[nodiscard]] bool stays_open_with(std::size_t shown);
  void show_again();
  [[nodiscard]] std::size_t next_to_hide(std::size_t exposed) const;
  [[nodiscard]] bool is_better_hidden(std::size_t number, std::size_t best) const;

  const std::vector<PrintedNumber>& numbers_;
  const std::vector<Relation>& relations_;
  OtherWorld worlds_;
  std::vector<bool> hidden_, all_hidden_;
  std::vector<Doubt> doubts_;
  std::vector<std::size_t> protecting_;  // withheld only to protect others
};

// What a reader must not be able to rule out.
void Withholding::doubt_all(std::size_t number) {
  const PrintedNumber& n = numbers_[number];
  if (n.must_hide) {
    doubt({number, {n.value + 1, n.value - 1}, {}});
    return;
  }
  if (!is_small(n) || (!n.is_printed && !n.is_guarded)) return;
  const std::int64_t most = n.is_printed ? k_smallest_shown - 1 : k_smallest_shown;
  for (std::int64_t value = 1; value <= most; ++value) {
    if (value != n.value) doubt({number, {value}, {}});
  }
}

// Withholds until it holds. What is withheld later only adds worlds, so it holds from then on.
void Withholding::doubt(Doubt doubt) {
  if (!is_open(doubt, hidden_)) {
    if (!is_open(doubt, all_hidden_)) return;
    while (!is_open(doubt, hidden_)) {
      const std::size_t next = next_to_hide(doubt.number);
      if (next == numbers_.size()) return;
      hidden_[next] = true;
      protecting_.push_back(next);
    }
  }
  doubts_.push_back(std::move(doubt));
}

bool Withholding::is_open(Doubt& doubt, const std::vector<bool>& hidden) {
  return std::any_of(doubt.values.begin(), doubt.values.end(), [&](std::int64_t value) {
    const bool found = worlds_.could_be(doubt.number, value, hidden);
    if (found) doubt.moved = worlds_.moved();
    return found;
  });
}

bool Withholding::stays_open_with(std::size_t shown) {
  std::vector<std::pair<std::size_t, Doubt>> found;
  for (std::size_t i = 0; i < doubts_.size(); ++i) {
    const std::vector<std::size_t>& moved = doubts_[i].moved;
    if (std::find(moved.begin(), moved.end(), shown) == moved.end()) continue;
    Doubt again = doubts_[i];
    if (!is_open(again, hidden_)) return false;
    found.emplace_back(i, std::move(again));
  }
  for (auto& [place, again] : found) doubts_[place] = std::move(again);
  return true;
}

// One that was withheld on the way may protect nothing in the end. The largest first.
void Withholding::show_again() {
  std::stable_sort(protecting_.begin(), protecting_.end(), [&](std::size_t a, std::size_t b) {
    return std::llabs(numbers_[a].value) > std::llabs(numbers_[b].value);
  });
  for (const std::size_t number : protecting_) {
    hidden_[number] = false;
    hidden_[number] = !stays_open_with(number);
  }
}

bool Withholding::is_better_hidden(std::size_t number, std::size_t best) const {
  const auto cost = [&](std::size_t at) {
    return std::pair(worlds_.uses(at).size(), std::llabs(numbers_[at].value));
  };
  if (numbers_[number].value == 0) return false;
  return best == numbers_.size() || cost(number) < cost(best);
}

// The smallest number still shown in a sum with this one; else in a sum with one that is withheld
// and stands in a sum with this one, and so on outwards. A 0 hides nothing. Its place, or
// `numbers_.size()`.
std::size_t Withholding::next_to_hide(std::size_t exposed) const {
  std::vector<bool> reached(numbers_.size(), false);
  std::vector<std::size_t> ring{exposed};
  reached[exposed] = true;
  while (!ring.empty()) {
    std::size_t best = numbers_.size();
    std::vector<std::size_t> further;
    for (const std::size_t from : ring) {
      for (const auto& [relation, own_sign] : worlds_.uses(from)) {
        for (const auto& [number, sign] : relations_[relation].terms) {
          if (reached[number]) continue;
          if (hidden_[number]) {
            reached[number] = true;
            further.push_back(number);
          } else if (is_better_hidden(number, best)) {
            best = number;
          }
        }
      }
    }
    if (best < numbers_.size()) return best;
    ring = std::move(further);
  }
  return numbers_.size();
}

}  // namespace

std::vector<bool> withheld(const std::vector<PrintedNumber>& numbers,
                           const std::vector<Relation>& relations) {
  return Withholding(numbers, relations).take();
}

}  // namespace tidemark
