// Asks the system to back a large stretch of memory with large pages, where it can: first touching
// memory page by page otherwise costs as much as reading the file. A hint; nothing depends on it.
#pragma once

#include <cstddef>
#include <cstdint>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace tidemark {

inline void prefer_large_pages([[maybe_unused]] void* begin, [[maybe_unused]] std::size_t bytes) {
#if defined(__linux__)
  constexpr std::uintptr_t k_large = 2 * 1024 * 1024;
  const auto from = (reinterpret_cast<std::uintptr_t>(begin) + k_large - 1) & ~(k_large - 1);
  const auto to = (reinterpret_cast<std::uintptr_t>(begin) + bytes) & ~(k_large - 1);
  if (from < to) ::madvise(reinterpret_cast<void*>(from), to - from, MADV_HUGEPAGE);
#endif
}

template <class Vector>
void reserve_large(Vector& values, std::size_t count) {
  values.reserve(count);
  prefer_large_pages(values.data(), count * sizeof(typename Vector::value_type));
}

}  // namespace tidemark
