// TableRows: the rows of one table that lies with others in one file (a sheet of a workbook, a kind
// of element of an XML file, a table of a database), handed over as text, so that they go the same
// way as the rows of a CSV file. Any thread may call give; what it hands over is the same each
// time.
#pragma once

#include "base/result.hpp"
#include "snapshot/note_book.hpp"
#include "snapshot/row_block.hpp"

namespace tidemark {

class TableRows {
 public:
  TableRows() = default;
  TableRows(const TableRows&) = delete;
  TableRows& operator=(const TableRows&) = delete;
  virtual ~TableRows() = default;
  // Every row below the heading, in order, its line as it counts in the file. Refused where the
  // file turns out broken: what was read until then is not to be taken for the whole.
  [[nodiscard]] virtual Status give(NoteBook& notes, const RowSink& sink) const = 0;
};

}  // namespace tidemark
