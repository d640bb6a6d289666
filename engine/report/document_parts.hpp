// Questions that every format asks of a Document, answered once. Pure functions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "report/document.hpp"

namespace tidemark::report {

// The columns that are printed: all but those that are only for filling in.
[[nodiscard]] std::vector<std::size_t> printed_columns(const TableBlock& table);
// The table as the workbook has it: without the columns that are only printed.
[[nodiscard]] TableBlock in_workbook(TableBlock table);
// How high a row is at least that is filled in by hand, in points: 8 mm.
constexpr double k_row_by_hand = 22.8;
// What each printed column takes of the table's width; together 1.
[[nodiscard]] std::vector<double> width_shares(const TableBlock& table);
// The same on a page whose text is so wide, in points: no column is narrower than its longest word.
[[nodiscard]] std::vector<double> width_shares(const TableBlock& table, double width);
// The same in whole hundredths, at least 1 each.
[[nodiscard]] std::vector<int> width_percents(const TableBlock& table, double width);
// Of the text of an A4 page, in points.
[[nodiscard]] inline double text_width_of(const Document& document) {
  return document.wide ? 774 : 527;
}
// "plain", "lead", "small", "warning".
[[nodiscard]] const char* name_of(Paragraph::Style style);
// "words", "date", "number", "choice".
[[nodiscard]] const char* name_of(TableColumn::Kind kind);
// What stands in place of a table without rows.
[[nodiscard]] std::string words_when_empty(const TableBlock& table);
// "Last action: ..." for each printed column that has a note.
[[nodiscard]] std::vector<std::string> column_notes(const TableBlock& table);
// A row may be short; what it lacks is "".
[[nodiscard]] const std::string& cell_at(const std::vector<std::string>& row, std::size_t column);
// Letters, digits, hyphens and underscores of an id, for a file's name; "table" for none.
[[nodiscard]] std::string file_name(std::string_view id);
// "12", "-3", "4.5": what may be written as a number without losing a leading nought.
[[nodiscard]] bool is_plain_number(std::string_view cell);
// The house's colour where it is "#" and six digits; black where it is anything else.
[[nodiscard]] std::string colour_of(const House& house);
// "Pack 12 · Testshire · made 2022-04-05": what stands under the title; what is not known is left
// out.
[[nodiscard]] std::string title_line(const Document& document);
// "Pack 12 · Exceptions for the permanence panel": what heads every page.
[[nodiscard]] std::string running_head(const Document& document);

}  // namespace tidemark::report
