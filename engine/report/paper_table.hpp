// TableOnPaper: a table's columns laid across the page, its rows measured and drawn. A row that is
// taller than a page is cut between lines into parts. Units are points. Refers to the table.
#pragma once

#include <vector>

#include "report/document.hpp"
#include "report/paper_text.hpp"

namespace tidemark::report {

// The height left for a row on the page that it begins on, and on those that it goes on to.
struct Rooms {
  double first = 0, next = 0;
};

class TableOnPaper {
 public:
  // `scale`: of its letters.
  TableOnPaper(const TableBlock& table, double left, double width, double scale);

  [[nodiscard]] double head_height(PaperText& text) const;
  [[nodiscard]] double row_height(PaperText& text, std::size_t row) const;
  // Into how many parts a row falls that finds `rooms`; at least 1.
  [[nodiscard]] int parts(PaperText& text, std::size_t row, const Rooms& rooms) const;
  [[nodiscard]] double part_height(PaperText& text, std::size_t row, const Rooms& rooms,
                                   int part) const;

  // `tagged`: as TH and TD elements in a TR; the repeated heading is drawn without.
  void draw_head(cairo_t* paper, PaperText& text, double y, bool tagged) const;
  // A whole row.
  void draw_row(cairo_t* paper, PaperText& text, std::size_t row, double y) const;
  void draw_part(cairo_t* paper, PaperText& text, std::size_t row, double y, const Rooms& rooms,
                 int part) const;

 private:
  struct PaperColumn {
    std::size_t index;  // in the table
    double x, width;
    TextStyle style;
  };
  void set_cell(PaperText& text, std::size_t row, const PaperColumn& column) const;
  [[nodiscard]] double with_room_to_write(double height) const;
  void rule(cairo_t* paper, double y, double thickness, double grey) const;
  // Between the columns of a row that is filled in by hand.
  void rule_columns(cairo_t* paper, double y, double height) const;

  const TableBlock& table_;
  double left_, width_;
  std::vector<PaperColumn> columns_;
};

}  // namespace tidemark::report
