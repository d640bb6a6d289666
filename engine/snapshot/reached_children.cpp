#include "snapshot/reached_children.hpp"

namespace tidemark {

ReachedChildren collect_keys(const SourceTable& source, const RecordTable& table, int key_column,
                             const std::vector<std::uint32_t>& child_of, const TextPool& texts) {
  ReachedChildren reached;
  reached.table = source.name;
  const std::vector<Cell>& cells = table.columns[static_cast<std::size_t>(key_column)];
  for (std::size_t row = 0; row < cells.size(); ++row) {
    if (!is_plain(cells[row])) continue;
    const std::uint32_t key = reached.keys.add(texts.text(cells[row]));
    if (key == reached.child.size()) {
      reached.child.push_back(child_of[row]);
    } else if (reached.child[key] != child_of[row]) {
      reached.child[key] = ReachedChildren::k_several;
    }
  }
  return reached;
}

}  // namespace tidemark
