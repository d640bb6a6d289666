#include "snapshot/held_rows.hpp"

namespace tidemark {

HeldRows::HeldRows(std::vector<std::string> headings)
    : headings_(std::move(headings)),
      notes_(""),
      keep_([this](const RowBlock& block) { keep(block); }),
      builder_(headings_, notes_, keep_) {}

void HeldRows::keep(const RowBlock& block) {
  const std::size_t cells = block.rows * block.columns;
  Block kept;
  kept.text.assign(block.text, block.ends[cells - 1] + 1U + 16U);
  kept.ends.assign(block.ends - 1, block.ends + cells);
  kept.lines.assign(block.lines, block.lines + block.rows);
  blocks_.push_back(std::move(kept));
}

Status HeldRows::give(NoteBook& notes, const RowSink& sink) const {
  NoteBook own = notes_;
  notes.append(std::move(own), 0);
  for (const Block& block : blocks_) {
    sink({block.text.data(), block.ends.data() + 1, block.lines.size(), headings_.size(), 0,
          block.lines.data(), 0});
    notes.end_of_block();
  }
  return Done{};
}

}  // namespace tidemark
