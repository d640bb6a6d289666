// ReachedChildren: the keys of one source table and the child that each belongs to, for rows of
// other tables that name no child themselves. Made once by collect_keys; read by any thread.
#pragma once

#include <string>
#include <vector>

#include "snapshot/snapshot.hpp"

namespace tidemark {

struct ReachedChildren {
  std::string table;  // the one that has the keys, for sentences
  ChildIndex keys;
  std::vector<std::uint32_t> child;  // by key; k_several where rows of two children have it

  static constexpr std::uint32_t k_none = ChildIndex::k_none;
  static constexpr std::uint32_t k_several = k_none - 1;
  [[nodiscard]] std::uint32_t find(std::string_view key) const {
    const std::uint32_t found = keys.find(key);
    return found == ChildIndex::k_none ? k_none : child[found];
  }
};

// `child_of` is by row of the table, as it was read.
[[nodiscard]] ReachedChildren collect_keys(const SourceTable& source, const RecordTable& table,
                                           int key_column,
                                           const std::vector<std::uint32_t>& child_of,
                                           const TextPool& texts);

}  // namespace tidemark
