// Truth: yes, no, or cannot be decided from the record (Kleene's three-valued logic).
#pragma once

#include <cstdint>

namespace tidemark {

enum class Truth : std::uint8_t { no = 0, yes = 1, unknown = 2 };

constexpr Truth truth_of(bool b) {
  return b ? Truth::yes : Truth::no;
}
constexpr Truth operator!(Truth a) {
  return a == Truth::unknown ? a : (a == Truth::yes ? Truth::no : Truth::yes);
}
constexpr Truth operator&(Truth a, Truth b) {
  if (a == Truth::no || b == Truth::no) return Truth::no;
  return a == Truth::yes && b == Truth::yes ? Truth::yes : Truth::unknown;
}
constexpr Truth operator|(Truth a, Truth b) {
  return !((!a) & (!b));
}
// Two readings of one question: decided only where they agree.
constexpr Truth either(Truth a, Truth b) {
  return a == b ? a : Truth::unknown;
}

}  // namespace tidemark
