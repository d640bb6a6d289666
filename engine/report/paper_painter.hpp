// Draws a planned document on a Cairo PDF surface: words, tables and pictures inside the
// structure's tags, the running head and foot outside them, a bookmark for each heading of level 1
// and 2.
#pragma once

#include "report/paper_layout.hpp"

namespace tidemark::report {

// The surface is as large as `size` and gets one page after the other; the caller finishes it.
void paint_pages(cairo_surface_t* surface, const Document& document,
                 const std::vector<Strip>& strips, const PaperPlan& plan, const PaperSize& size,
                 PaperText& text);

}  // namespace tidemark::report
