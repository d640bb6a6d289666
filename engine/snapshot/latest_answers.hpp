// Columns that say less than they seem to. Some systems export the newest answers of a form on
// every row of a child, so that older rows tell nothing of their own time; some leave a column
// blank on every row, which does not mean that nothing ever happened. Single thread.
#pragma once

#include <vector>

#include "snapshot/note_book.hpp"

namespace tidemark {

// For the columns that the table declares (latest_repeated). An export is taken to repeat when it
// has children with several rows and not one of them has two different answers: then only the
// answer on a child's latest row stands. The table is arranged already.
void forget_repeated_answers(const SourceTable& source, RecordTable& table,
                             std::vector<NoteBook>& books);

// For the columns that the table declares (unfilled): blank on every row, they were not supplied.
void forget_unfilled(const SourceTable& source, RecordTable& table, std::vector<NoteBook>& books);

}  // namespace tidemark
