// Owners of what Cairo and Pango count references of. Not shared between threads.
#pragma once

#include <pango/pangocairo.h>

#include <memory>

namespace tidemark::report {

struct CairoFree {
  void operator()(cairo_surface_t* it) const { cairo_surface_destroy(it); }
  void operator()(cairo_t* it) const { cairo_destroy(it); }
  void operator()(cairo_font_options_t* it) const { cairo_font_options_destroy(it); }
  void operator()(PangoFontDescription* it) const { pango_font_description_free(it); }
  void operator()(PangoLayoutIter* it) const { pango_layout_iter_free(it); }
};
struct ObjectFree {
  void operator()(void* it) const { g_object_unref(it); }
};

using CairoSurface = std::unique_ptr<cairo_surface_t, CairoFree>;
using CairoContext = std::unique_ptr<cairo_t, CairoFree>;
using FontOptions = std::unique_ptr<cairo_font_options_t, CairoFree>;
using FontDescription = std::unique_ptr<PangoFontDescription, CairoFree>;
using LayoutIter = std::unique_ptr<PangoLayoutIter, CairoFree>;
using FontMap = std::unique_ptr<PangoFontMap, ObjectFree>;
using FontContext = std::unique_ptr<PangoContext, ObjectFree>;
using TextLayout = std::unique_ptr<PangoLayout, ObjectFree>;

}  // namespace tidemark::report
