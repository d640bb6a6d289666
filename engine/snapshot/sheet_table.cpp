#include "snapshot/sheet_table.hpp"

#include "snapshot/block_builder.hpp"

namespace tidemark {
namespace {

constexpr std::size_t k_rows_looked_at = 20;

SheetHeading heading_in(const SheetRow& row) {
  SheetHeading heading;
  heading.row = row.number;
  for (const SheetCell& cell : row.cells) {
    if (cell.kind != SheetCell::Kind::value) continue;
    heading.headings.push_back(cell.text);
    heading.columns.push_back(cell.column);
  }
  return heading;
}

// Content under no heading belongs to no column: counted, and said once.
struct Astray {
  std::uint64_t cells = 0;
  std::uint32_t row = 0, column = 0;
  void add(const SheetRow& at, const SheetCell& cell) {
    if (cells++ > 0) return;
    row = at.number;
    column = cell.column;
  }
};

class RowsOfSheet {
 public:
  RowsOfSheet(const SheetHeading& heading, NoteBook& notes, const RowSink& sink)
      : heading_(heading), notes_(notes), block_(heading.headings, notes, sink) {}

  void take(const SheetRow& row) {
    block_.begin_row(row.number);
    auto cell = row.cells.begin();
    for (std::size_t i = 0; i < heading_.columns.size(); ++i) {
      for (; cell != row.cells.end() && cell->column < heading_.columns[i]; ++cell) {
        astray_.add(row, *cell);
      }
      if (cell != row.cells.end() && cell->column == heading_.columns[i]) {
        add(row, *cell++, i);
      } else {
        block_.add("");
      }
    }
    for (; cell != row.cells.end(); ++cell) astray_.add(row, *cell);
    block_.end_row();
  }

  void finish(const MergedCells& merged) {
    block_.flush();
    if (merged.ranges > 0) {
      notes_.add(Note::merged_cells, 0, "", merged.first,
                 std::to_string(merged.ranges) +
                     (merged.ranges == 1 ? " range of cells is" : " ranges of cells are") +
                     " merged: only the first cell of each has the value, the others are blank");
    }
    if (astray_.cells > 0) {
      notes_.add(Note::ragged_row, astray_.row, "", "",
                 std::to_string(astray_.cells) +
                     (astray_.cells == 1 ? " cell has" : " cells have") +
                     " content under no heading and " + (astray_.cells == 1 ? "is" : "are") +
                     " not read; the first is " + column_letters(astray_.column) +
                     std::to_string(astray_.row));
    }
  }

 private:
  void add(const SheetRow& row, const SheetCell& cell, std::size_t heading) {
    if (cell.kind == SheetCell::Kind::value) return block_.add(cell.text);
    if (cell.kind == SheetCell::Kind::error) {
      notes_.add(Note::error_cell, row.number, heading_.headings[heading], cell.text,
                 "the cell holds an error, not a value; it counts as unknown");
    } else {
      notes_.add(Note::error_cell, row.number, heading_.headings[heading], "",
                 "the formula of the cell has no stored value and none is computed; it counts as "
                 "unknown (open the workbook in Excel and save it)");
    }
    block_.add_unread();
  }

  const SheetHeading& heading_;
  NoteBook& notes_;
  BlockBuilder block_;
  Astray astray_;
};

}  // namespace

Result<SheetHeading> find_sheet_heading(ZipFile& zip, const Workbook& book, const Sheet& sheet,
                                        const Sources& sources) {
  SheetHeading best;
  std::size_t best_match = 0;
  std::size_t looked_at = 0;
  const auto look = [&](const SheetRow& row) {
    SheetHeading heading = heading_in(row);
    const Claim claimed = claim(heading.headings, sources);
    const std::size_t match = columns_matched(heading.headings, sources);
    const bool found = claimed.table >= 0 || !claimed.refused.empty();
    if (found || best.row == 0 || match > best_match) {
      best = std::move(heading);
      best_match = match;
    }
    return !found && ++looked_at < k_rows_looked_at;
  };
  const Result<MergedCells> read = read_sheet(zip, book, sheet, 0, look);
  if (!read.ok()) return read.error();
  return best;
}

Status SheetRows::give(NoteBook& notes, const RowSink& sink) const {
  Result<ZipFile> zip = ZipFile::open(book_->path, book_->shown);
  if (!zip.ok()) return zip.error();
  RowsOfSheet rows(heading_, notes, sink);
  const Result<MergedCells> read = read_sheet(zip.value(), *book_, book_->sheets[sheet_],
                                              heading_.row, [&](const SheetRow& row) {
                                                if (row.number > heading_.row) rows.take(row);
                                                return true;
                                              });
  if (!read.ok()) return read.error();
  rows.finish(read.value());
  return Done{};
}

}  // namespace tidemark
