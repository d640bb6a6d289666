#include "snapshot/cell.hpp"

#include "snapshot/fingerprint.hpp"

namespace tidemark {

Cell TextPool::intern(std::string_view text) {
  if (texts_.size() * 2 >= slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = (fingerprint(text) >> 20) & mask;
  while (slots_[slot] != 0) {
    if (texts_[slots_[slot] - 1] == text) return static_cast<Cell>(slots_[slot] - 1);
    slot = (slot + 1) & mask;
  }
  texts_.emplace_back(text);
  slots_[slot] = static_cast<std::uint32_t>(texts_.size());
  return static_cast<Cell>(texts_.size() - 1);
}

Cell TextPool::find(std::string_view text) const {
  if (slots_.empty()) return k_cell_absent;
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = (fingerprint(text) >> 20) & mask;
  while (slots_[slot] != 0) {
    if (texts_[slots_[slot] - 1] == text) return static_cast<Cell>(slots_[slot] - 1);
    slot = (slot + 1) & mask;
  }
  return k_cell_absent;
}

void TextPool::grow() {
  slots_.assign(slots_.empty() ? 64 : slots_.size() * 2, 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < texts_.size(); ++i) {
    std::size_t slot = (fingerprint(texts_[i]) >> 20) & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = static_cast<std::uint32_t>(i + 1);
  }
}

}  // namespace tidemark
