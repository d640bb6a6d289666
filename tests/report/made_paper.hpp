// An invented paper with every kind of block, for the tests of formats.
#pragma once

#include "report/document.hpp"

namespace tidemark::made {

// Two sections, three tables (one empty), a picture, a list, a warning, texts meant to do harm.
[[nodiscard]] report::Document paper();
// A table of exceptions with as many rows.
[[nodiscard]] report::Document long_paper(std::size_t rows);

}  // namespace tidemark::made
