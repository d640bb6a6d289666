// A sheet of a workbook as a table: where its heading stands, and its rows as any other reader of
// rows hands them over. Sheet names decide nothing; columns do.
#pragma once

#include <memory>

#include "snapshot/heading.hpp"
#include "snapshot/sheet_reader.hpp"
#include "snapshot/table_rows.hpp"

namespace tidemark {

struct SheetHeading {
  std::uint32_t row = 0;               // 0: the sheet is empty
  std::vector<std::string> headings;   // those with text
  std::vector<std::uint32_t> columns;  // of the sheet, parallel
};

// The first row that makes a known table among the first twenty with content, or, where none does,
// the first that has most of one: above a heading there may be a title, or notes.
[[nodiscard]] Result<SheetHeading> find_sheet_heading(ZipFile& zip, const Workbook& book,
                                                      const Sheet& sheet, const Sources& sources);

class SheetRows : public TableRows {
 public:
  SheetRows(std::shared_ptr<const Workbook> book, std::size_t sheet, SheetHeading heading)
      : book_(std::move(book)), sheet_(sheet), heading_(std::move(heading)) {}
  [[nodiscard]] Status give(NoteBook& notes, const RowSink& sink) const override;

 private:
  std::shared_ptr<const Workbook> book_;
  std::size_t sheet_;
  SheetHeading heading_;
};

}  // namespace tidemark
