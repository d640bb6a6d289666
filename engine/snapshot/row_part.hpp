// RowPart: the rows of one file (or of a stretch of it), decoded: one vector a wanted column, the
// child and the line of each row. Made by one thread; parts are joined in the order of their
// files, so the result does not depend on how many threads made them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "snapshot/column_reader.hpp"
#include "snapshot/heading.hpp"
#include "snapshot/note_book.hpp"
#include "snapshot/reached_children.hpp"
#include "snapshot/row_block.hpp"
#include "snapshot/snapshot.hpp"

namespace tidemark {

// What the parts of every file may look at while they are read.
struct KnownChildren {
  ChildIndex index;                      // all children of the facts tables, once those are read
  std::vector<ReachedChildren> reached;  // by source table: for rows that name no child themselves
  std::vector<Cell> born;  // by child: the first possible day of anything; k_cell_plain: any
  int birth_column = -1;   // of the facts table that is being read, else -1
};

class RowPart {
 public:
  RowPart(const Sources& sources, const SourceTable& table, const Claim& claim,
          const std::string& shown, const KnownChildren& known);
  RowPart(const RowPart&) = delete;  // readers point into pools and notes
  RowPart& operator=(const RowPart&) = delete;

  // How long the stretch is, so that nothing has to grow while it is read.
  void expect_bytes(std::uint64_t bytes) { bytes_ = bytes; }
  void take(const RowBlock& block);

  std::vector<std::vector<Cell>> columns;  // by column of the table; empty unless wanted and there
  std::vector<std::uint32_t> child;        // a stranger has the top bit set
  std::vector<std::uint32_t> line;
  std::uint64_t rows = 0;                    // also counted when nothing of the table is wanted
  ChildIndex strangers;                      // children that KnownChildren does not have
  std::vector<std::uint32_t> stranger_line;  // where each was first seen
  SidePools pools;
  NoteBook notes;

  static constexpr std::uint32_t k_stranger = 0x80000000U;
  static constexpr std::size_t k_longest_id = 64;

 private:
  [[nodiscard]] std::uint32_t find_child(std::string_view id, std::uint32_t line_of_row);
  [[nodiscard]] bool is_usable(std::string_view id, const RowBlock& block, std::size_t row);
  [[nodiscard]] bool is_reached(std::string_view key, std::uint32_t line_of_row);
  void reserve(const RowBlock& first);
  bool find_children(const RowBlock& block);
  void take_usable(const RowBlock& block, std::size_t first_bad);
  void leave_out_outside(std::size_t first);
  void read_columns(const RowBlock& block);
  void check_order(const RowBlock& block, std::size_t first);
  void check_births(const RowBlock& block, std::size_t first);
  // As the file calls the column.
  [[nodiscard]] const std::string& name_of(std::size_t column) const;
  [[nodiscard]] std::string_view text_of_cell(const RowBlock& block, std::size_t row,
                                              std::size_t column) const;

  const SourceTable& table_;
  const Claim& claim_;
  const KnownChildren& known_;
  std::vector<ColumnReader> readers_;
  std::vector<std::size_t> read_;  // columns of the table, parallel to readers_
  int child_place_;
  const ReachedChildren* reached_ = nullptr;  // the rows name a key of another table instead
  std::uint32_t last_ = 0;                    // child of the row before
  std::uint64_t bytes_ = 0;
};

}  // namespace tidemark
