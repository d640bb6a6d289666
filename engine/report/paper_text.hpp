// PaperText: words set in Liberation Sans for paper: measured, wrapped and drawn. Units are points.
// It holds one text at a time: set() it, ask, draw it. One thread an object.
#pragma once

#include <map>
#include <string>
#include <tuple>

#include "base/result.hpp"
#include "report/cairo_handles.hpp"
#include "report/canvas.hpp"

namespace tidemark::report {

struct TextStyle {
  double size = 9.5;
  bool bold = false;
  bool italic = false;
  Align align = Align::left;
};

class PaperText {
 public:
  PaperText();

  // An error where the font is not installed: with another one every page would differ.
  [[nodiscard]] Status has_font();

  // `width` 0 or less: one line as long as it comes. Bytes that are not UTF-8 and control
  // characters become U+FFFD. Words too long for the width are broken between letters.
  void set(const std::string& words, const TextStyle& style, double width);
  [[nodiscard]] double height() const;
  [[nodiscard]] double width() const;
  [[nodiscard]] int lines() const;
  // How many of the lines from `first` on are together no taller than `room`.
  [[nodiscard]] int lines_within(int first, double room) const;
  [[nodiscard]] double height_of(int first, int count) const;

  // With the top left corner of the first line drawn at (x, y).
  void draw(cairo_t* paper, double x, double y) const;
  void draw_lines(cairo_t* paper, double x, double y, int first, int count) const;
  // One line whose baseline is at y, with `align` about x; for pictures.
  void draw_at_baseline(cairo_t* paper, double x, double y, const std::string& words,
                        const TextStyle& style);

 private:
  const PangoFontDescription* font(const TextStyle& style);

  FontMap map_;
  FontContext context_;
  TextLayout layout_;
  std::map<std::tuple<double, bool, bool>, FontDescription> fonts_;
};

}  // namespace tidemark::report
