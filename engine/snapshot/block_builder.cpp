#include "snapshot/block_builder.hpp"

#include "snapshot/general_rows.hpp"

namespace tidemark {
namespace {

constexpr std::size_t k_block_bytes = 128 * 1024;
constexpr std::size_t k_block_rows = 4096;

}  // namespace

BlockBuilder::BlockBuilder(const std::vector<std::string>& headings, NoteBook& notes,
                           const RowSink& sink)
    : headings_(headings), notes_(notes), sink_(sink), ends_(1, 0xffffffffU) {}

void BlockBuilder::begin_row(std::uint64_t line) {
  cells_ = 0;
  lines_.push_back(static_cast<std::uint32_t>(line));
}

void BlockBuilder::add(std::string_view cell) {
  if (cells_ >= headings_.size()) return;
  if (cell.size() > GeneralRows::k_longest_cell) {
    notes_.add(Note::long_field, lines_.back(), headings_[cells_], "",
               "the cell is longer than 64 KiB and is not read; it counts as unknown");
    return add_unread();
  }
  if (cell.find('\0') != std::string_view::npos) {
    notes_.add(Note::nul_byte, lines_.back(), headings_[cells_], "",
               "the cell holds a NUL byte and is not read; it counts as unknown");
    return add_unread();
  }
  put(cell);
}

void BlockBuilder::add_unread() {
  put(k_unread_cell);
}

void BlockBuilder::put(std::string_view cell) {
  text_ += cell;
  ends_.push_back(static_cast<std::uint32_t>(text_.size()));
  text_ += '\n';
  ++cells_;
}

void BlockBuilder::end_row() {
  while (cells_ < headings_.size()) put("");
  if (text_.size() >= k_block_bytes || lines_.size() >= k_block_rows) flush();
}

void BlockBuilder::flush() {
  if (lines_.empty()) return;
  text_.append(16, '\0');  // readers look at whole words
  sink_({text_.data(), ends_.data() + 1, lines_.size(), headings_.size(), 0, lines_.data(), 0});
  notes_.end_of_block();
  text_.clear();
  ends_.assign(1, 0xffffffffU);
  lines_.clear();
}

}  // namespace tidemark
