// A table as a sheet: the headings in the first row (frozen, repeated on paper, with filters), the
// rows beneath, lists of choices where a column has them. Writes to the book; nothing is returned.
#pragma once

#include "report/xlsx_book.hpp"

namespace tidemark::report {

void write_table_sheet(Book& book, const std::string& name, const TableBlock& table);

}  // namespace tidemark::report
