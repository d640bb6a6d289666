// Asks the system to back a large stretch of memory with large pages, where it can: first touching
// memory page by page otherwise costs as much as reading the file. A hint; nothing depends on it.
#pragma once

#include <cstddef>
#include <memory>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace tidemark {

inline void prefer_large_pages([[maybe_unused]] void* begin, [[maybe_unused]] std::size_t bytes) {
#if defined(__linux__)
  constexpr std::size_t k_large = std::size_t{2} * 1024 * 1024;
  void* from = begin;
  std::size_t space = bytes;
  // The first large page that begins inside the stretch, and what is left of the stretch from
  // there.
  if (std::align(k_large, k_large, from, space) == nullptr) return;
  ::madvise(from, space - space % k_large, MADV_HUGEPAGE);
#endif
}

template <class Vector>
void reserve_large(Vector& values, std::size_t count) {
  values.reserve(count);
  prefer_large_pages(values.data(), count * sizeof(typename Vector::value_type));
}

}  // namespace tidemark
