// fingerprint: a fast hash of a short text for the tables inside this folder. Not for digests:
// it is not the same on every machine and nothing that is printed may rest on it.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace tidemark {

template <class Word>
[[nodiscard]] inline std::uint64_t word_at(const char* at) {
  Word word = 0;
  std::memcpy(&word, at, sizeof word);
  return word;
}

[[nodiscard]] inline std::uint64_t fingerprint(std::string_view text) {
  const char* at = text.data();
  const char* end = at + text.size();
  std::uint64_t hash = 0x9e3779b97f4a7c15ULL ^ text.size();
  for (; end - at > 8; at += 8) {
    hash = (hash ^ word_at<std::uint64_t>(at)) * 0xc2b2ae3d27d4eb4fULL;
    hash ^= hash >> 32;
  }
  // The tail overlaps what was read before it: a memcpy of a length known only here is a call.
  std::uint64_t tail = 0;
  if (text.size() >= 8) {
    tail = word_at<std::uint64_t>(end - 8);
  } else if (text.size() >= 4) {
    tail = word_at<std::uint32_t>(at) | word_at<std::uint32_t>(end - 4) << 32;
  } else if (!text.empty()) {
    const auto byte = [&](std::size_t i) {
      return std::uint64_t{static_cast<unsigned char>(at[i])};
    };
    tail = byte(0) | byte(text.size() / 2) << 8 | byte(text.size() - 1) << 16;
  }
  hash = (hash ^ tail) * 0x9e3779b97f4a7c15ULL;
  hash ^= hash >> 29;
  return hash * 0xc2b2ae3d27d4eb4fULL;
}

// Compares without a call: ids of children are eight to sixteen bytes nearly always.
[[nodiscard]] inline bool same_text(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  const std::size_t length = a.size();
  if (length < 8 || length > 16) return a == b;
  const auto differ = [&](std::size_t at) {
    return word_at<std::uint64_t>(a.data() + at) ^ word_at<std::uint64_t>(b.data() + at);
  };
  return (differ(0) | differ(length - 8)) == 0;
}

}  // namespace tidemark
