#include "report/paper_table.hpp"

#include <algorithm>

#include "report/document_parts.hpp"
#include "report/paper_tags.hpp"

namespace tidemark::report {

namespace {

constexpr double k_size = 8.3;
constexpr double k_gap = 7;           // between columns
constexpr double k_after_number = 6;  // and more, where a number ends at the next column's words
constexpr double k_above = 2.2;
constexpr double k_below = 2.4;

// The lines of the text that is set that belong to one part of its row.
struct Lines {
  int first, count;
};

Lines lines_of_part(const PaperText& text, const Rooms& rooms, int part) {
  int first = 0;
  const int all = text.lines();
  for (int i = 0; first < all; ++i) {
    const double room = (i == 0 ? rooms.first : rooms.next) - k_above - k_below;
    const int count = std::max(1, text.lines_within(first, room));
    if (i == part) return {first, std::min(count, all - first)};
    first += count;
  }
  return {all, 0};
}

}  // namespace

TableOnPaper::TableOnPaper(const TableBlock& table, double left, double width, double scale)
    : table_(table), left_(left), width_(width) {
  const std::vector<std::size_t> shown = printed_columns(table);
  const std::vector<double> shares = width_shares(table, width);
  double x = left;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const bool number = table.columns[shown[i]].kind == TableColumn::Kind::number;
    const double all = width * shares[i];
    const double gap = k_gap + (number ? k_after_number : 0);
    columns_.push_back({shown[i],
                        x,
                        std::max(all - gap, 4.0),
                        {k_size * scale, false, false, number ? Align::right : Align::left}});
    x += all;
  }
}

void TableOnPaper::set_cell(PaperText& text, std::size_t row, const PaperColumn& column) const {
  text.set(cell_at(table_.rows[row], column.index), column.style, column.width);
}

double TableOnPaper::head_height(PaperText& text) const {
  double tallest = 0;
  for (const PaperColumn& column : columns_) {
    TextStyle bold = column.style;
    bold.bold = true;
    text.set(table_.columns[column.index].heading, bold, column.width);
    tallest = std::max(tallest, text.height());
  }
  return tallest + k_above + k_below;
}

double TableOnPaper::with_room_to_write(double height) const {
  return table_.by_hand ? std::max(height, k_row_by_hand) : height;
}

double TableOnPaper::row_height(PaperText& text, std::size_t row) const {
  double tallest = 0;
  for (const PaperColumn& column : columns_) {
    set_cell(text, row, column);
    tallest = std::max(tallest, text.height());
  }
  return with_room_to_write(tallest + k_above + k_below);
}

int TableOnPaper::parts(PaperText& text, std::size_t row, const Rooms& rooms) const {
  int most = 1;
  for (const PaperColumn& column : columns_) {
    set_cell(text, row, column);
    int part = 0;
    while (true) {
      const Lines lines = lines_of_part(text, rooms, part);
      if (lines.first + lines.count >= text.lines()) break;
      ++part;
    }
    most = std::max(most, part + 1);
  }
  return most;
}

double TableOnPaper::part_height(PaperText& text, std::size_t row, const Rooms& rooms,
                                 int part) const {
  double tallest = 0;
  for (const PaperColumn& column : columns_) {
    set_cell(text, row, column);
    const Lines lines = lines_of_part(text, rooms, part);
    tallest = std::max(tallest, text.height_of(lines.first, lines.count));
  }
  return with_room_to_write(tallest + k_above + k_below);
}

void TableOnPaper::rule(cairo_t* paper, double y, double thickness, double grey) const {
  cairo_set_source_rgb(paper, grey, grey, grey);
  cairo_set_line_width(paper, thickness);
  cairo_move_to(paper, left_, y);
  cairo_line_to(paper, left_ + width_, y);
  cairo_stroke(paper);
  cairo_set_source_rgb(paper, 0, 0, 0);
}

void TableOnPaper::rule_columns(cairo_t* paper, double y, double height) const {
  constexpr double k_before = 3;  // of the gap between two columns
  cairo_set_source_rgb(paper, 0.4, 0.4, 0.4);
  cairo_set_line_width(paper, 0.5);
  for (const PaperColumn& column : columns_) {
    if (&column == &columns_.front()) continue;
    cairo_move_to(paper, column.x - k_before, y);
    cairo_line_to(paper, column.x - k_before, y + height);
  }
  cairo_stroke(paper);
  cairo_set_source_rgb(paper, 0, 0, 0);
}

void TableOnPaper::draw_head(cairo_t* paper, PaperText& text, double y, bool tagged) const {
  const double height = head_height(text);
  rule(paper, y + height, 1.2, 0);
  const auto draw = [&] {
    for (const PaperColumn& column : columns_) {
      TextStyle bold = column.style;
      bold.bold = true;
      text.set(table_.columns[column.index].heading, bold, column.width);
      const double top = y + height - k_below - text.height();
      if (tagged) {
        const Tag cell(paper, "TH");
        text.draw(paper, column.x, top);
      } else {
        text.draw(paper, column.x, top);
      }
    }
  };
  if (tagged) {
    const Tag row(paper, "TR");
    draw();
  } else {
    draw();
  }
}

void TableOnPaper::draw_row(cairo_t* paper, PaperText& text, std::size_t row, double y) const {
  constexpr double k_all = 1e9;
  draw_part(paper, text, row, y, {k_all, k_all}, 0);
}

void TableOnPaper::draw_part(cairo_t* paper, PaperText& text, std::size_t row, double y,
                             const Rooms& rooms, int part) const {
  double tallest = 0;
  {
    const Tag line(paper, "TR");
    for (const PaperColumn& column : columns_) {
      const Tag cell(paper, &column == &columns_.front() ? "TH" : "TD");
      set_cell(text, row, column);
      const Lines lines = lines_of_part(text, rooms, part);
      tallest = std::max(tallest, text.height_of(lines.first, lines.count));
      text.draw_lines(paper, column.x, y + k_above, lines.first, lines.count);
    }
  }
  const double height = with_room_to_write(tallest + k_above + k_below);
  if (table_.by_hand) rule_columns(paper, y, height);
  rule(paper, y + height, 0.5, 0.6);
}

}  // namespace tidemark::report
