// Random small cases with cells that are blank, partly known or one of two, and their completions:
// the same case with every such cell replaced by a plain value that it could be.
#pragma once

#include <random>

#include "evaluate/invented_case.hpp"

namespace tidemark::invented {

constexpr Day k_first_day = 18000;
constexpr Day k_as_at = k_first_day + 30;

class Chance {
 public:
  explicit Chance(std::uint32_t seed) : engine_(seed) {}
  // lo to hi, both included.
  [[nodiscard]] int between(int lo, int hi) {
    return lo + static_cast<int>(engine_() % static_cast<std::uint32_t>(hi - lo + 1));
  }
  [[nodiscard]] bool one_in(int n) { return between(1, n) == 1; }

 private:
  std::mt19937 engine_;  // its numbers are the same on every machine, unlike a distribution's
};

struct Doubt {
  int blank_in = 5;           // one cell in so many is blank or partly known; 0: none is
  bool whole_tables = true;   // a table may not have been supplied
  std::vector<bool> never{};  // by table: it did not come, for certain
};

[[nodiscard]] InventedCase random_case(const Model& model, Chance& chance, const Doubt& doubt);
[[nodiscard]] InventedCase completed(const Model& model, const InventedCase& from, Chance& chance);
[[nodiscard]] std::string spelt(const Model& model, const InventedCase& invented);

}  // namespace tidemark::invented
