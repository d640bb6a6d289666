// The tags that make a PDF's structure: what a screen reader goes by. Begin and end must nest; what
// is drawn outside the innermost tags becomes an artifact (paper_finish.hpp). One thread a paper.
#pragma once

#include <cairo.h>

namespace tidemark::report {

// A structure element around what is drawn while it lives.
class Tag {
 public:
  Tag(cairo_t* paper, const char* name) : paper_(paper), name_(name) {
    cairo_tag_begin(paper_, name_, "");
  }
  ~Tag() { cairo_tag_end(paper_, name_); }
  Tag(const Tag&) = delete;
  Tag& operator=(const Tag&) = delete;

 private:
  cairo_t* paper_;
  const char* name_;
};

}  // namespace tidemark::report
