// Marks what a page draws outside its structure (running heads, rules, a repeated heading row) as
// an artifact, so that a screen reader passes over it. May throw what qpdf throws.
#pragma once

class QPDFPageObjectHelper;

namespace tidemark::report {

// Filters the page's drawing operators once they are written.
void mark_artifacts(QPDFPageObjectHelper& page);

}  // namespace tidemark::report
