// Document: a paper as blocks of text, tables and pictures, without a format. Every format (HTML,
// PDF, DOCX, XLSX, CSV, JSON) is written from the same Document, so they hold the same numbers in
// the same order. Values only; any thread.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "report/canvas.hpp"

namespace tidemark::report {

struct Heading {
  int level = 1;  // 1: a section (a bookmark, a sheet of its own), 2, 3
  std::string text;
  std::string id;  // for links and sheet names; unique in the document
};

struct Paragraph {
  std::string text;
  enum class Style { plain, lead, small, warning } style = Style::plain;
  bool keep_with_next = false;  // on one page with what follows, where a page can hold both
};

struct Bullets {
  std::vector<std::string> items;
  bool keep_with_next = false;
};

struct TableColumn {
  std::string heading;
  enum class Kind { words, date, number, choice } kind = Kind::words;
  double share = 1;                  // of the table's width, beside its neighbours'
  std::vector<std::string> choices;  // Kind::choice: the list that the workbook offers
  std::string note;                  // printed under the table; "" none
  bool only_in_workbook = false;     // for filling in; not printed
  bool only_printed = false;         // to be filled in by hand; the workbook has its parts
};

struct TableBlock {
  std::string id;  // the sheet's and the CSV file's name; unique
  std::string caption;
  std::vector<TableColumn> columns;
  std::vector<std::vector<std::string>>
      rows;                   // the first cell heads its row; numbers as plain digits
  std::string when_empty;     // printed in place of a table without rows
  std::string says_left_off;  // "100 of 2,314 are listed ..."; "" none
  bool by_hand = false;       // to be filled in on paper: ruled, with room to write in each row
  // Pages hold so many rows at most, 0: all; workbook, CSV and JSON hold every row.
  std::size_t rows_in_print = 0;

  [[nodiscard]] std::size_t printed_rows() const {
    return rows_in_print == 0 ? rows.size() : std::min(rows_in_print, rows.size());
  }
  void print_first(std::size_t most, std::string words) {
    rows_in_print = most;
    says_left_off = std::move(words);
  }
};

struct Picture {
  std::string id, title;              // the title is printed above it: says the message
  std::string description;            // the text alternative: says what the picture says
  double width = 0, height = 0;       // in points; scaled to the text's width
  std::function<void(Canvas&)> draw;  // may be called several times
  bool keep_with_next = false;
  // May be drawn as small as this part of its size, to stand with what it is kept with.
  double least_scale = 1;
};

struct PageBreak {};

using Block = std::variant<Heading, Paragraph, Bullets, TableBlock, Picture, PageBreak>;

// The council's name, words and colours, from a template that holds no code.
struct House {
  std::string council = "";  // "" prints none
  std::string marking = "OFFICIAL-SENSITIVE";
  std::string children_in_care = "children in our care";  // the authority's own term
  std::string colour = "#1d3557";                         // of rules and headings; text stays black
};

struct Document {
  std::string title;
  std::string subtitle;      // forum and date
  std::string number;        // "Pack 12"; "" when it has none
  std::string running_foot;  // on every page beside "Page x of y": snapshot, as-at day, run
  std::string language = "en-GB";
  std::string made_at;  // ISO moment, also the PDF's date: the same input gives the same bytes
  bool wide = true;     // A4 on its side
  // What stands before the first page break is to fit one page: small headings, no contents.
  bool one_page = false;
  House house;
  std::vector<Block> blocks;
};

}  // namespace tidemark::report
