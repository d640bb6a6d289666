// Rows that come more than once. A later collection year updates an earlier one; the same content
// twice is kept once; the same key with other content is kept as it is, save in a table of one row
// a child, where the row becomes one that says both. Everything but a plain update is noted.
#pragma once

#include <vector>

#include "snapshot/note_book.hpp"
#include "snapshot/snapshot.hpp"

namespace tidemark {

// The table is arranged already (row_order.hpp); `books` are by file.
void settle_same_rows(const SourceTable& source, RecordTable& table,
                      const std::vector<SourceFile>& files, SidePools& pools,
                      std::vector<NoteBook>& books);

}  // namespace tidemark
