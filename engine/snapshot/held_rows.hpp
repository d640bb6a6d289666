// HeldRows: rows that had to be read all at once because what makes a row lies apart in the file,
// held as text until their turn comes. Filled by one thread, then read by any.
#pragma once

#include <string>
#include <vector>

#include "snapshot/block_builder.hpp"
#include "snapshot/table_rows.hpp"

namespace tidemark {

class HeldRows : public TableRows {
 public:
  explicit HeldRows(std::vector<std::string> headings);

  BlockBuilder& builder() { return builder_; }
  NoteBook& notes() { return notes_; }
  void finish() { builder_.flush(); }
  [[nodiscard]] bool empty() const { return blocks_.empty(); }
  [[nodiscard]] Status give(NoteBook& notes, const RowSink& sink) const override;

 private:
  struct Block {
    std::string text;
    std::vector<std::uint32_t> ends, lines;
  };
  void keep(const RowBlock& block);

  std::vector<std::string> headings_;
  NoteBook notes_;
  RowSink keep_;
  BlockBuilder builder_;
  std::vector<Block> blocks_;
};

}  // namespace tidemark
