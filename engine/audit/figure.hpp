// Figure: one number of a report as exactly as the record allows: a fraction, or two that it lies
// between, or nothing that can be said. And how it is rounded and written. Pure values.
#pragma once

#include <cstdint>
#include <string>

#include "evaluate/measuring.hpp"
#include "rulebook/measure.hpp"

namespace tidemark {

// over / under; under is above 0.
struct Fraction {
  std::int64_t over = 0;
  std::int64_t under = 1;
};

[[nodiscard]] Fraction minus(const Fraction& a, const Fraction& b);

struct Figure {
  Fraction lo, hi;
  bool open_lo = false, open_hi = false;
  bool cannot_decide = false;  // no bounds can be given either

  [[nodiscard]] bool is_exact() const;
  [[nodiscard]] static Figure undecided();
  [[nodiscard]] static Figure of(std::int64_t over, std::int64_t under);
};

// Sums are in thousandths.
[[nodiscard]] Figure figure_of(const Sum& sum);
[[nodiscard]] Figure mean_of(const Spread& spread);
[[nodiscard]] Figure share_of(const Sum& over, const Sum& under, DividedAs as);
// b less a, and that as a percentage of a.
[[nodiscard]] Figure difference(const Figure& a, const Figure& b);
[[nodiscard]] Figure percent_change(const Figure& a, const Figure& b);

// Half away from zero, or towards zero; no digits but those asked for: "19.6", "-0.5", "128".
[[nodiscard]] std::string rounded(const Fraction& number, const Rounding& rounding);
// As much as is needed, at most six places: "19.571865".
[[nodiscard]] std::string unrounded(const Fraction& number);
// "642", "at least 12", "3 to 5", "cannot be decided".
[[nodiscard]] std::string written(const Figure& figure, const Rounding& rounding);

}  // namespace tidemark
