// Joins the parts of all files into the tables of the snapshot, in the order of the files, giving
// children and texts their final numbers. Single thread.
#pragma once

#include <memory>
#include <set>
#include <vector>

#include "snapshot/row_part.hpp"
#include "snapshot/snapshot.hpp"

namespace tidemark {

// One file as it was read: its parts in the order of its rows.
struct ReadFile {
  std::size_t file = 0;  // index into Snapshot::files
  std::vector<std::unique_ptr<RowPart>> parts;
  std::vector<std::uint64_t> lines;  // of each part
  std::uint64_t heading_lines = 1;   // lines before the first part; rows count from 1 in each
};

class PartJoin {
 public:
  PartJoin(Snapshot& snapshot, const Sources& sources, std::vector<NoteBook>& books);

  // `rows_to_come`: how many rows all files of this table have, so that nothing grows twice.
  void append(ReadFile&& read, std::size_t rows_to_come, bool note_orphans);
  // By row of the table; to be grouped with it.
  [[nodiscard]] std::vector<std::uint32_t>& child_of(std::size_t table) { return child_[table]; }

 private:
  void append_part(RowPart& part, std::size_t file, std::size_t rows_to_come,
                   std::uint64_t lines_before);
  [[nodiscard]] std::vector<std::uint32_t> number_strangers(RowPart& part, bool note_orphans);
  void move_pools(RowPart& part, const SourceTable& source);
  Snapshot& snapshot_;
  const Sources& sources_;
  std::vector<NoteBook>& books_;
  std::vector<std::vector<std::uint32_t>> child_;  // by table
  std::set<std::uint32_t> orphans_;                // noted for this file already
};

}  // namespace tidemark
