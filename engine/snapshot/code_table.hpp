// CodeTable: spelling of a code -> cell, for spellings of at most eight bytes, found without a
// call or a loop over bytes. Values only.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "snapshot/cell.hpp"

namespace tidemark {

class CodeTable {
 public:
  static constexpr std::size_t k_longest = 8;
  static constexpr Cell k_not_here = k_cell_side - 1;

  // The bytes of a spelling as one word; the eight bytes at `text` may be read.
  [[nodiscard]] static std::uint64_t word_of(const char* text, std::size_t length) {
    std::uint64_t word = 0;
    std::memcpy(&word, text, 8);
    return length >= 8 ? word : word & ((std::uint64_t{1} << (8 * length)) - 1);
  }
  [[nodiscard]] static std::uint64_t word_of(std::string_view text) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), std::min(text.size(), k_longest));
    return word;
  }

  [[nodiscard]] Cell find(std::uint64_t word) const {
    std::size_t slot = slot_of(word);
    while (entries_[slot].word != word) {
      if (entries_[slot].cell == k_not_here) return k_not_here;
      slot = (slot + 1) & (entries_.size() - 1);
    }
    return entries_[slot].cell;
  }

  // The first cell that a spelling is given stays.
  void put(std::uint64_t word, Cell cell) {
    if (held_ * 2 >= entries_.size()) grow();
    std::size_t slot = slot_of(word);
    while (entries_[slot].cell != k_not_here) {
      if (entries_[slot].word == word) return;
      slot = (slot + 1) & (entries_.size() - 1);
    }
    entries_[slot] = {word, cell};
    ++held_;
  }

 private:
  struct Entry {
    std::uint64_t word = 0;
    Cell cell = k_not_here;
  };
  [[nodiscard]] std::size_t slot_of(std::uint64_t word) const {
    return (word * 0x9e3779b97f4a7c15ULL >> 40) & (entries_.size() - 1);
  }
  void grow() {
    std::vector<Entry> old = std::move(entries_);
    entries_.assign(old.size() * 2, {});
    held_ = 0;
    for (const Entry& entry : old) {
      if (entry.cell != k_not_here) put(entry.word, entry.cell);
    }
  }
  std::vector<Entry> entries_ = std::vector<Entry>(128);
  std::size_t held_ = 0;
};

}  // namespace tidemark
