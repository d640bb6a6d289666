// A paper as PDF: placed, drawn, finished. The steps are in paper_*.hpp.
#include <cairo-pdf.h>

#include "report/formats.hpp"
#include "report/paper_finish.hpp"
#include "report/paper_painter.hpp"

namespace tidemark::report {

namespace {

cairo_status_t append(void* out, const unsigned char* bytes, unsigned int count) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

std::vector<std::string> alternatives_of(const Document& document) {
  std::vector<std::string> out;
  for (const Block& block : document.blocks) {
    const auto* picture = std::get_if<Picture>(&block);
    if (picture == nullptr) continue;
    out.push_back(picture->description.empty() ? picture->title : picture->description);
  }
  return out;
}

// Letters of a first page that is to stand alone; smaller than this nobody reads them.
constexpr double k_smaller[] = {0.97, 0.94, 0.91};

// Whether what stands before the first page break is on one page.
bool is_first_page_whole(const std::vector<Strip>& strips, const PaperPlan& plan) {
  for (std::size_t i = 0; i < strips.size(); ++i) {
    if (strips[i].kind == Strip::Kind::new_page) return plan.page_of[i] == 1;
  }
  return plan.pages == 1;
}

// Everything that drawing takes is given back before the last pass takes as much again.
Result<std::string> drawn_paper(const Document& document) {
  PaperText text;
  const Status font = text.has_font();
  if (!font) return font.error();
  const PaperSize size = PaperSize::a4(document.wide);
  std::vector<Strip> strips = strips_of(document);
  PaperPlan plan = plan_pages(strips, size, text);
  for (const double scale : k_smaller) {
    if (!document.one_page || is_first_page_whole(strips, plan)) break;
    strips = strips_of(document, scale);
    plan = plan_pages(strips, size, text);
  }
  std::string drawn;
  const CairoSurface surface(
      cairo_pdf_surface_create_for_stream(append, &drawn, size.width, size.height));
  cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_5);
  paint_pages(surface.get(), document, strips, plan, size, text);
  cairo_surface_finish(surface.get());
  const cairo_status_t status = cairo_surface_status(surface.get());
  if (status == CAIRO_STATUS_SUCCESS) return drawn;
  return Error{ErrorKind::input,
               "the PDF could not be drawn: " + std::string(cairo_status_to_string(status))};
}

}  // namespace

Result<std::string> document_pdf(const Document& document) {
  const Result<std::string> drawn = drawn_paper(document);
  if (!drawn) return drawn.error();
  return finish_paper(drawn.value(), document, alternatives_of(document));
}

}  // namespace tidemark::report
