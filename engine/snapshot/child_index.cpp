#include <algorithm>
#include <bit>

#include "snapshot/fingerprint.hpp"
#include "snapshot/snapshot.hpp"

namespace tidemark {

// The slot that holds this id, or the empty one where it belongs.
std::size_t ChildIndex::slot_of(std::string_view text) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = (fingerprint(text) >> 20) & mask;
  while (slots_[slot] != 0 && !same_text(id(slots_[slot] - 1), text)) slot = (slot + 1) & mask;
  return slot;
}

std::uint32_t ChildIndex::find(std::string_view text) const {
  if (slots_.empty()) return k_none;
  const std::uint32_t held = slots_[slot_of(text)];
  return held == 0 ? k_none : held - 1;
}

std::uint32_t ChildIndex::add(std::string_view text) {
  if (size() * 2 >= slots_.size()) grow(slots_.empty() ? 64 : slots_.size() * 2);
  std::uint32_t& held = slots_[slot_of(text)];
  if (held == 0) {
    text_.insert(text_.end(), text.begin(), text.end());
    offset_.push_back(static_cast<std::uint32_t>(text_.size()));
    held = static_cast<std::uint32_t>(size());
  }
  return held - 1;
}

void ChildIndex::reserve(std::size_t children) {
  const std::size_t slots = std::bit_ceil(std::max<std::size_t>(64, children * 2));
  if (slots > slots_.size()) grow(slots);
}

void ChildIndex::grow(std::size_t slots) {
  slots_.assign(slots, 0);
  for (std::uint32_t child = 0; child < size(); ++child) slots_[slot_of(id(child))] = child + 1;
}

std::vector<std::uint32_t> ChildIndex::ranks() const {
  // The first eight bytes as one number decide nearly every comparison.
  struct Keyed {
    std::uint64_t first_bytes;
    std::uint32_t child;
  };
  std::vector<Keyed> order(size());
  for (std::uint32_t child = 0; child < size(); ++child) {
    std::uint64_t bytes = 0;
    const std::string_view text = id(child);
    for (std::size_t i = 0; i < 8; ++i) {
      bytes = bytes << 8U | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
    }
    order[child] = {bytes, child};
  }
  std::sort(order.begin(), order.end(), [this](const Keyed& a, const Keyed& b) {
    if (a.first_bytes != b.first_bytes) return a.first_bytes < b.first_bytes;
    return id(a.child) < id(b.child);
  });
  std::vector<std::uint32_t> rank(size());
  for (std::uint32_t place = 0; place < order.size(); ++place) rank[order[place].child] = place;
  return rank;
}

}  // namespace tidemark
