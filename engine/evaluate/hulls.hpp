// All that a value could be when it is one of two: used where the record leaves open which.
#pragma once

#include <algorithm>

#include "evaluate/values.hpp"

namespace tidemark {

[[nodiscard]] constexpr Truth hull_of(Truth a, Truth b) {
  return either(a, b);
}
[[nodiscard]] constexpr Date hull_of(const Date& a, const Date& b) {
  Date all = hull(a, b);
  // One of the two may be on record, so it must not read as "not known" for certain.
  if (all.is_unknown() && !(a.is_unknown() && b.is_unknown())) all.may_be_absent = true;
  return all;
}
[[nodiscard]] constexpr Number hull_of(const Number& a, const Number& b) {
  Number all{std::min(a.lo, b.lo), std::max(a.hi, b.hi), a.may_be_absent || b.may_be_absent};
  if (all.is_unknown() && !(a.is_unknown() && b.is_unknown())) all.may_be_absent = true;
  return all;
}
[[nodiscard]] constexpr CodeValue hull_of(const CodeValue& a, const CodeValue& b) {
  const bool may_be_absent = a.may_be_absent || b.may_be_absent;
  if (a.is_absent()) return {b.a, b.b, may_be_absent};
  if (b.is_absent()) return {a.a, a.b, may_be_absent};
  if (a.is_unknown() && b.is_unknown()) return {k_cell_unknown, k_cell_unknown, may_be_absent};
  if (a.is_unknown() || b.is_unknown()) return {k_cell_unknown, k_cell_unknown, true};
  const Cell lo = std::min({a.a, a.b, b.a, b.b});
  const Cell hi = std::max({a.a, a.b, b.a, b.b});
  const auto between = [&](Cell c) { return c != lo && c != hi; };
  // Three different values or more: anything, which is wider than the truth but never wrong.
  if (between(a.a) || between(a.b) || between(b.a) || between(b.b)) {
    return {k_cell_unknown, k_cell_unknown, true};
  }
  return {lo, hi, may_be_absent};
}
[[nodiscard]] constexpr Run hull_of(const Run& a, const Run& b) {
  return {hull_of(a.from, b.from), hull_of(a.to, b.to), either(a.exists, b.exists)};
}
[[nodiscard]] constexpr Window hull_of(const Window& a, const Window& b) {
  return {hull_of(a.lo, b.lo), hull_of(a.hi, b.hi)};
}

}  // namespace tidemark
