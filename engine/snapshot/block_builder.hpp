// BlockBuilder: puts cells together into blocks of rows and hands each block on when it is full.
// Cells that no reader may see (too long, with a NUL byte) are noted and count as unknown, as in a
// CSV file. One table, one thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "snapshot/note_book.hpp"
#include "snapshot/row_block.hpp"

namespace tidemark {

class BlockBuilder {
 public:
  // One cell for each heading; both must outlive the builder.
  BlockBuilder(const std::vector<std::string>& headings, NoteBook& notes, const RowSink& sink);

  void begin_row(std::uint64_t line);
  void add(std::string_view cell);  // the next of the row
  void add_unread();                // a cell that has its note already
  void end_row();                   // cells that were not added are blank
  void flush();

 private:
  void put(std::string_view cell);

  const std::vector<std::string>& headings_;
  NoteBook& notes_;
  const RowSink& sink_;
  std::size_t cells_ = 0;  // of the row
  std::string text_;       // cells, one byte after each
  std::vector<std::uint32_t> ends_;
  std::vector<std::uint32_t> lines_;
};

}  // namespace tidemark
