// Strips: a document as one column of things to place on paper, from the title down: lines of
// words, rows of tables, pictures, and the beginnings and ends of structure elements. They point
// into the Document, which must outlive them. Values only.
#pragma once

#include <string>
#include <vector>

#include "report/document.hpp"
#include "report/paper_text.hpp"

namespace tidemark::report {

struct Strip {
  enum class Kind { words, row, head_row, picture, new_page, open, close, contents_line };
  Kind kind = Kind::words;
  const char* tag = "P";  // the structure element; of open and close too
  bool keep_with_next = false;
  bool framed = false;  // a warning
  bool house_colour = false;
  int bookmark = 0;   // 1, 2: the level; 0: none
  double indent = 0;  // of bulleted items; the bullet stands before it
  double before = 0;  // space above, left out at the top of a page
  double scale = 1;   // of the letters of a table
  TextStyle style;
  std::string words;
  const TableBlock* table = nullptr;
  std::size_t row = 0;
  std::size_t target = 0;  // contents_line: the strip that it names
  const Picture* picture = nullptr;
};

// `scale` makes letters and spaces smaller.
[[nodiscard]] std::vector<Strip> strips_of(const Document& document, double scale = 1);

}  // namespace tidemark::report
