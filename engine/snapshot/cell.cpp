#include "snapshot/cell.hpp"

#include "snapshot/fingerprint.hpp"

namespace tidemark {

namespace {

std::uint32_t tag_of(std::string_view text) {
  return static_cast<std::uint32_t>(fingerprint(text) >> 20);
}

}  // namespace

Cell TextPool::intern(std::string_view text) {
  if (texts_.size() * 2 >= slots_.size()) grow();
  const std::uint32_t tag = tag_of(text);
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = tag & mask;
  while (slots_[slot].text != 0) {
    if (slots_[slot].tag == tag && texts_[slots_[slot].text - 1] == text)
      return static_cast<Cell>(slots_[slot].text - 1);
    slot = (slot + 1) & mask;
  }
  texts_.emplace_back(text);
  slots_[slot] = {tag, static_cast<std::uint32_t>(texts_.size())};
  return static_cast<Cell>(texts_.size() - 1);
}

Cell TextPool::find(std::string_view text) const {
  if (slots_.empty()) return k_cell_absent;
  const std::uint32_t tag = tag_of(text);
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = tag & mask;
  while (slots_[slot].text != 0) {
    if (slots_[slot].tag == tag && texts_[slots_[slot].text - 1] == text)
      return static_cast<Cell>(slots_[slot].text - 1);
    slot = (slot + 1) & mask;
  }
  return k_cell_absent;
}

// By the tags alone: a pool of a million postcodes is not read again each time it grows.
void TextPool::grow() {
  std::vector<Slot> larger(slots_.empty() ? 64 : slots_.size() * 2);
  const std::size_t mask = larger.size() - 1;
  for (const Slot& old : slots_) {
    if (old.text == 0) continue;
    std::size_t slot = old.tag & mask;
    while (larger[slot].text != 0) slot = (slot + 1) & mask;
    larger[slot] = old;
  }
  slots_ = std::move(larger);
}

}  // namespace tidemark
