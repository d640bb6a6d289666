// All that a value could be when it is one of two: used where the record leaves open which.
#pragma once

#include <algorithm>

#include "evaluate/values.hpp"

namespace tidemark {

[[nodiscard]] constexpr Truth hull_of(Truth a, Truth b) {
  return either(a, b);
}
[[nodiscard]] constexpr Date hull_of(const Date& a, const Date& b) {
  return hull(a, b);
}
[[nodiscard]] constexpr Number hull_of(const Number& a, const Number& b) {
  return {std::min(a.lo, b.lo), std::max(a.hi, b.hi), a.may_be_absent || b.may_be_absent};
}
[[nodiscard]] constexpr CodeValue hull_of(const CodeValue& a, const CodeValue& b) {
  const bool may_be_absent = a.may_be_absent || b.may_be_absent;
  if (a.is_absent()) return {b.a, b.b, may_be_absent};
  if (b.is_absent()) return {a.a, a.b, may_be_absent};
  if (a.is_unknown() || b.is_unknown()) return {k_cell_unknown, k_cell_unknown, may_be_absent};
  const Cell lo = std::min({a.a, a.b, b.a, b.b});
  const Cell hi = std::max({a.a, a.b, b.a, b.b});
  const auto between = [&](Cell c) { return c != lo && c != hi; };
  // Three different values or more: anything, which is wider than the truth but never wrong.
  if (between(a.a) || between(a.b) || between(b.a) || between(b.b)) {
    return {k_cell_unknown, k_cell_unknown, may_be_absent};
  }
  return {lo, hi, may_be_absent};
}

}  // namespace tidemark
