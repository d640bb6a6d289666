// Where each strip of a document stands on paper: first all is placed, so that the number of pages
// is known and the list of contents can name them; then it is drawn (paper_painter.hpp). A row of a
// table stays whole unless it is taller than a page; a heading stays with what it heads.
#pragma once

#include <vector>

#include "report/paper_strips.hpp"
#include "report/paper_table.hpp"

namespace tidemark::report {

// A4, in points.
struct PaperSize {
  double width, height;
  double left = 34, right = 34, top = 48, bottom = 46;

  static PaperSize a4(bool wide) {
    return wide ? PaperSize{841.89, 595.28} : PaperSize{595.28, 841.89};
  }
  [[nodiscard]] double text_width() const { return width - left - right; }
  [[nodiscard]] double text_height() const { return height - top - bottom; }
  [[nodiscard]] double floor() const { return height - bottom; }
};

// A strip, or the part of it that stands on one page.
struct Placed {
  std::size_t strip = 0;
  int page = 1;
  double y = 0, height = 0;
  int part = 0;
  bool last = true;               // the last part of its strip
  int first_line = 0, lines = 0;  // of words
  Rooms rooms = {};               // of a row in parts
  bool repeated = false;          // a heading row again, on a further page
};

struct PaperPlan {
  std::vector<Placed> placed;
  std::vector<int> page_of;  // by strip: where it begins
  int pages = 1;
};

[[nodiscard]] PaperPlan plan_pages(const std::vector<Strip>& strips, const PaperSize& size,
                                   PaperText& text);

// How wide the words of a strip may run, and the height of a picture that is scaled to the page.
[[nodiscard]] double words_width(const Strip& strip, const PaperSize& size);
[[nodiscard]] double contents_width(const PaperSize& size);
[[nodiscard]] double picture_scale(const Picture& picture, const PaperSize& size);

}  // namespace tidemark::report
