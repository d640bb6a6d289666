// ChildKey: a child's id of at most 16 bytes as two words, and the index from ids to children.
#pragma once

#include <cstdint>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "give_up.hpp"

namespace limit {

struct ChildKey {
  std::uint64_t first = 0, second = 0;  // bytes in the order of the id, zeros after its end
  friend bool operator==(const ChildKey&, const ChildKey&) = default;
};

// `readable_to` is the end of the memory that may be read.
inline ChildKey key_of(std::string_view id, const char* readable_to) {
  if (id.size() > 16) give_up("a CHILD longer than 16 bytes:", std::string(id));
  ChildKey key;
  if (id.data() + 16 > readable_to) {
    std::memcpy(&key, id.data(), id.size());
    return key;
  }
  std::memcpy(&key, id.data(), 16);
  const std::size_t n = id.size();
  if (n < 8) {
    key.first &= (std::uint64_t{1} << (8 * n)) - 1;
    key.second = 0;
  } else if (n < 16) {
    key.second &= (std::uint64_t{1} << (8 * (n - 8))) - 1;
  }
  return key;
}

class ChildKeys {
 public:
  void add(const ChildKey& key) { keys_.push_back(key); }
  void build_index();  // once all are added
  [[nodiscard]] std::uint32_t find(const ChildKey& key) const {
    for (std::uint64_t slot = hash(key) & mask_;; slot = (slot + 1) & mask_) {
      const std::uint32_t child = slots_[slot];
      if (child == k_empty) give_up("a CHILD that is not in header.csv");
      if (keys_[child] == key) return child;
    }
  }
  [[nodiscard]] const ChildKey& operator[](std::size_t child) const { return keys_[child]; }
  [[nodiscard]] std::size_t size() const { return keys_.size(); }

 private:
  static constexpr std::uint32_t k_empty = std::numeric_limits<std::uint32_t>::max();
  static std::uint64_t hash(const ChildKey& key) {
    std::uint64_t h = key.first * 0x9e3779b97f4a7c15U ^ key.second * 0xc2b2ae3d27d4eb4fU;
    h ^= h >> 32;
    return h * 0x9e3779b97f4a7c15U;
  }

  std::vector<ChildKey> keys_;
  std::vector<std::uint32_t> slots_;
  std::uint64_t mask_ = 0;
};

// Files are mostly in the order of header.csv, so the last child and the next are tried first.
class ChildFinder {
 public:
  explicit ChildFinder(const ChildKeys& keys) : keys_(keys) {}
  std::uint32_t operator()(const ChildKey& key) {
    if (keys_[last_] == key) return last_;
    if (last_ + 1 < keys_.size() && keys_[last_ + 1] == key) return ++last_;
    return last_ = keys_.find(key);
  }

 private:
  const ChildKeys& keys_;
  std::uint32_t last_ = 0;
};

}  // namespace limit
