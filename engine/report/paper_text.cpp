#include "report/paper_text.hpp"

#include <cmath>

#include "report/utf8.hpp"

namespace tidemark::report {

namespace {

constexpr const char* k_font = "Liberation Sans";

double points(int pango_units) {
  return static_cast<double>(pango_units) / PANGO_SCALE;
}

PangoAlignment alignment_of(Align align) {
  return align == Align::left     ? PANGO_ALIGN_LEFT
         : align == Align::middle ? PANGO_ALIGN_CENTER
                                  : PANGO_ALIGN_RIGHT;
}

// What an iterator over lines stands on.
struct Line {
  double top, bottom, left, baseline;
};

Line line_at(PangoLayoutIter* iter) {
  PangoRectangle logical;
  pango_layout_iter_get_line_extents(iter, nullptr, &logical);
  return {points(logical.y), points(logical.y + logical.height), points(logical.x),
          points(pango_layout_iter_get_baseline(iter))};
}

LayoutIter iter_at(PangoLayout* layout, int first) {
  LayoutIter iter(pango_layout_get_iter(layout));
  for (int i = 0; i < first; ++i) pango_layout_iter_next_line(iter.get());
  return iter;
}

}  // namespace

PaperText::PaperText()
    : map_(pango_cairo_font_map_new()), context_(pango_font_map_create_context(map_.get())) {
  pango_cairo_context_set_resolution(context_.get(), 72);  // so that a font's size is in points
  const FontOptions options(cairo_font_options_create());
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context_.get(), options.get());
  pango_context_set_round_glyph_positions(context_.get(), FALSE);
  pango_context_set_language(context_.get(), pango_language_from_string("en-gb"));
  layout_.reset(pango_layout_new(context_.get()));
  pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
}

Status PaperText::has_font() {
  const std::unique_ptr<PangoFont, ObjectFree> font_found(
      pango_context_load_font(context_.get(), font({})));
  if (font_found) {
    const FontDescription found(pango_font_describe(font_found.get()));
    const char* family = pango_font_description_get_family(found.get());
    if (family != nullptr && std::string(family) == k_font) return Done{};
  }
  return Error{ErrorKind::input,
               "the font \"Liberation Sans\" is not on this machine, and papers are set in it; "
               "install the package fonts-liberation"};
}

const PangoFontDescription* PaperText::font(const TextStyle& style) {
  FontDescription& made = fonts_[{style.size, style.bold, style.italic}];
  if (!made) {
    made.reset(pango_font_description_new());
    pango_font_description_set_family(made.get(), k_font);
    pango_font_description_set_size(made.get(),
                                    static_cast<int>(std::lround(style.size * PANGO_SCALE)));
    if (style.bold) pango_font_description_set_weight(made.get(), PANGO_WEIGHT_BOLD);
    if (style.italic) pango_font_description_set_style(made.get(), PANGO_STYLE_ITALIC);
  }
  return made.get();
}

void PaperText::set(const std::string& words, const TextStyle& style, double width) {
  const std::string printable = printable_utf8(words);
  pango_layout_set_font_description(layout_.get(), font(style));
  pango_layout_set_alignment(layout_.get(), alignment_of(style.align));
  pango_layout_set_width(layout_.get(), width > 0 ? static_cast<int>(width * PANGO_SCALE) : -1);
  pango_layout_set_text(layout_.get(), printable.data(), static_cast<int>(printable.size()));
}

double PaperText::height() const {
  PangoRectangle logical;
  pango_layout_get_extents(layout_.get(), nullptr, &logical);
  return points(logical.height);
}

double PaperText::width() const {
  PangoRectangle logical;
  pango_layout_get_extents(layout_.get(), nullptr, &logical);
  return points(logical.width);
}

int PaperText::lines() const {
  return pango_layout_get_line_count(layout_.get());
}

int PaperText::lines_within(int first, double room) const {
  const LayoutIter iter = iter_at(layout_.get(), first);
  const double top = line_at(iter.get()).top;
  int count = 0;
  do {
    if (line_at(iter.get()).bottom - top > room) break;
    ++count;
  } while (pango_layout_iter_next_line(iter.get()));
  return count;
}

double PaperText::height_of(int first, int count) const {
  if (count <= 0) return 0;
  const LayoutIter iter = iter_at(layout_.get(), first);
  const double top = line_at(iter.get()).top;
  for (int i = 1; i < count; ++i) pango_layout_iter_next_line(iter.get());
  return line_at(iter.get()).bottom - top;
}

void PaperText::draw(cairo_t* paper, double x, double y) const {
  cairo_move_to(paper, x, y);
  pango_cairo_show_layout(paper, layout_.get());
}

void PaperText::draw_lines(cairo_t* paper, double x, double y, int first, int count) const {
  if (count <= 0) return;
  const LayoutIter iter = iter_at(layout_.get(), first);
  const double top = line_at(iter.get()).top;
  for (int i = 0; i < count; ++i) {
    const Line line = line_at(iter.get());
    cairo_move_to(paper, x + line.left, y + line.baseline - top);
    pango_cairo_show_layout_line(paper, pango_layout_iter_get_line_readonly(iter.get()));
    if (!pango_layout_iter_next_line(iter.get())) break;
  }
}

void PaperText::draw_at_baseline(cairo_t* paper, double x, double y, const std::string& words,
                                 const TextStyle& style) {
  TextStyle set_left = style;
  set_left.align = Align::left;
  set(words, set_left, 0);
  const double part = style.align == Align::left ? 0 : style.align == Align::middle ? 0.5 : 1;
  cairo_move_to(paper, x - width() * part, y);
  pango_cairo_show_layout_line(paper, pango_layout_get_line_readonly(layout_.get(), 0));
}

}  // namespace tidemark::report
