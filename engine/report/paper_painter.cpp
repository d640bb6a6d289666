#include "report/paper_painter.hpp"

#include <cairo-pdf.h>

#include <cstdlib>
#include <memory>

#include "report/cairo_canvas.hpp"
#include "report/document_parts.hpp"
#include "report/paper_tags.hpp"
#include "report/utf8.hpp"

namespace tidemark::report {

namespace {

constexpr double k_frame_bar = 4;  // the thick left side of a warning
constexpr double k_frame_room = 5;
constexpr double k_running = 8;  // the size of what runs along every page

class Painter {
 public:
  Painter(cairo_surface_t* surface, const Document& document, const std::vector<Strip>& strips,
          const PaperPlan& plan, const PaperSize& size, PaperText& text)
      : surface_(surface),
        holder_(cairo_create(surface)),
        paper_(holder_.get()),
        document_(document),
        strips_(strips),
        plan_(plan),
        size_(size),
        text_(text) {}

  void paint() {
    {
      const Tag whole(paper_, "Document");
      for (const Placed& placed : plan_.placed) {
        while (page_ < placed.page) end_page();
        draw(placed);
      }
      end_page();
    }
  }

 private:
  void draw(const Placed& placed) {
    const Strip& strip = strips_[placed.strip];
    switch (strip.kind) {
      case Strip::Kind::open:
        cairo_tag_begin(paper_, strip.tag, "");
        return;
      case Strip::Kind::close:
        cairo_tag_end(paper_, strip.tag);
        return;
      case Strip::Kind::words:
        draw_words(strip, placed);
        return;
      case Strip::Kind::contents_line:
        draw_contents_line(strip, placed);
        return;
      case Strip::Kind::head_row:
        on_paper(strip).draw_head(paper_, text_, placed.y, !placed.repeated);
        return;
      case Strip::Kind::row:
        draw_row(strip, placed);
        return;
      case Strip::Kind::picture:
        draw_picture(*strip.picture, placed);
        return;
      case Strip::Kind::new_page:
        return;
    }
  }

  void draw_row(const Strip& strip, const Placed& placed) {
    const TableOnPaper& table = on_paper(strip);
    if (placed.part == 0 && placed.last) {
      table.draw_row(paper_, text_, strip.row, placed.y);
    } else {
      table.draw_part(paper_, text_, strip.row, placed.y, placed.rooms, placed.part);
    }
  }

  // Words that go on over the page are one element with a span on each page.
  void draw_words(const Strip& strip, const Placed& placed) {
    if (strip.framed) draw_frame(placed);
    if (placed.part == 0) {
      add_bookmark(strip, placed);
      if (strip.indent > 0) begin_item(placed.y);
      cairo_tag_begin(paper_, strip.tag, "");
    }
    const bool whole = placed.part == 0 && placed.last;
    if (!whole) cairo_tag_begin(paper_, "Span", "");
    if (strip.house_colour) set_house_colour();
    const double inset = strip.framed ? k_frame_room : 0;
    text_.set(strip.words, strip.style, words_width(strip, size_));
    text_.draw_lines(paper_, size_.left + strip.indent + (strip.framed ? inset + k_frame_bar : 0),
                     placed.y + inset, placed.first_line, placed.lines);
    cairo_set_source_rgb(paper_, 0, 0, 0);
    if (!whole) cairo_tag_end(paper_, "Span");
    if (!placed.last) return;
    cairo_tag_end(paper_, strip.tag);
    if (strip.indent > 0) cairo_tag_end(paper_, "LI");
  }

  void begin_item(double y) {
    cairo_tag_begin(paper_, "LI", "");
    const Tag label(paper_, "Lbl");
    text_.set("•", {}, 0);
    text_.draw(paper_, size_.left + 2, y);
  }

  void draw_contents_line(const Strip& strip, const Placed& placed) {
    const Tag line(paper_, strip.tag);
    text_.set(strip.words, strip.style, words_width(strip, size_));
    text_.draw_lines(paper_, size_.left, placed.y, placed.first_line, placed.lines);
    if (!placed.last) return;
    TextStyle right = strip.style;
    right.align = Align::right;
    text_.set(" " + std::to_string(plan_.page_of[strip.target]), right, contents_width(size_));
    text_.draw(paper_, size_.left, placed.y);
  }

  void draw_frame(const Placed& placed) {
    cairo_set_line_width(paper_, 0.8);
    cairo_rectangle(paper_, size_.left, placed.y, size_.text_width(), placed.height);
    cairo_stroke(paper_);
    cairo_rectangle(paper_, size_.left, placed.y, k_frame_bar, placed.height);
    cairo_fill(paper_);
  }

  void draw_picture(const Picture& picture, const Placed& placed) {
    const Tag figure(paper_, "Figure");
    cairo_save(paper_);
    cairo_translate(paper_, size_.left, placed.y);
    const double scale = picture.height > 0 ? placed.height / picture.height : 1;
    cairo_scale(paper_, scale, scale);
    CairoCanvas canvas(paper_, text_);
    if (picture.draw) picture.draw(canvas);
    cairo_restore(paper_);
    cairo_set_source_rgb(paper_, 0, 0, 0);
  }

  void add_bookmark(const Strip& strip, const Placed& placed) {
    if (strip.bookmark == 0) return;
    const int above = strip.bookmark == 1 ? CAIRO_PDF_OUTLINE_ROOT : section_;
    const std::string target = "page=" + std::to_string(placed.page) + " pos=[" +
                               std::to_string(static_cast<int>(size_.left)) + " " +
                               std::to_string(static_cast<int>(placed.y)) + "]";
    const int made = cairo_pdf_surface_add_outline(
        surface_, above, printable_utf8(strip.words).c_str(), target.c_str(),
        strip.bookmark == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN
                            : static_cast<cairo_pdf_outline_flags_t>(0));
    if (strip.bookmark == 1) section_ = made;
  }

  void set_house_colour() {
    const unsigned long rgb = std::strtoul(colour_of(document_.house).c_str() + 1, nullptr, 16);
    const auto part = [&](unsigned shift) {
      return static_cast<double>((rgb >> shift) & 0xFFU) / 255;
    };
    cairo_set_source_rgb(paper_, part(16), part(8), part(0));
  }

  void end_page() {
    const double head = size_.top - 26, foot = size_.floor() + 14;
    run_along(running_head(document_), Align::left, false, 0.68, head);
    run_along(document_.house.marking, Align::right, true, 0.3, head);
    run_along(document_.running_foot, Align::left, false, 0.85, foot);
    run_along("Page " + std::to_string(page_) + " of " + std::to_string(plan_.pages), Align::right,
              false, 0.13, foot);
    cairo_show_page(paper_);
    ++page_;
  }

  // One line at the left or the right that takes `part` of the width at most.
  void run_along(const std::string& words, Align align, bool bold, double part, double y) {
    const double width = size_.text_width() * part;
    text_.set(words, {k_running, bold, false, align}, width);
    const double x = align == Align::left ? size_.left : size_.width - size_.right - width;
    text_.draw_lines(paper_, x, y, 0, 1);
  }

  const TableOnPaper& on_paper(const Strip& strip) {
    if (table_ == nullptr || table_of_ != strip.table) {
      table_ =
          std::make_unique<TableOnPaper>(*strip.table, size_.left, size_.text_width(), strip.scale);
      table_of_ = strip.table;
    }
    return *table_;
  }

  cairo_surface_t* surface_;
  CairoContext holder_;
  cairo_t* paper_;
  const Document& document_;
  const std::vector<Strip>& strips_;
  const PaperPlan& plan_;
  const PaperSize& size_;
  PaperText& text_;
  std::unique_ptr<TableOnPaper> table_;
  const TableBlock* table_of_ = nullptr;
  int page_ = 1;
  int section_ = CAIRO_PDF_OUTLINE_ROOT;
};

}  // namespace

void paint_pages(cairo_surface_t* surface, const Document& document,
                 const std::vector<Strip>& strips, const PaperPlan& plan, const PaperSize& size,
                 PaperText& text) {
  Painter(surface, document, strips, plan, size, text).paint();
}

}  // namespace tidemark::report
