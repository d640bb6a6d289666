// Row checks: what is said aloud of rows that contradict each other or themselves and are read as
// they stand all the same: overlaps, gaps, open rows that say they ended, open rows of somebody
// too old (domain/readings.md, domain/tables.md A5). Only for source tables that ask for it.
#pragma once

#include <vector>

#include "snapshot/note_book.hpp"

namespace tidemark {

// `births` by child, not plain where unknown, perhaps shorter than the children; `last_day`: the
// end of the snapshot, k_earliest where it is not known. Notes go to the book of the row's file.
void check_rows(const SourceTable& source, const RecordTable& table,
                const std::vector<Cell>& births, Day last_day, std::vector<NoteBook>& books);

}  // namespace tidemark
