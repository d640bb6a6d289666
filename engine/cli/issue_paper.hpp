// Issuing a paper: numbered and frozen in the store, its key put apart, logged, and written out; or
// a draft, of which nothing is kept.
#pragma once

#include "cli/paper_options.hpp"

namespace tidemark::cli {

// Says what it did. The exit code.
int issue_paper(const PaperOptions& options);

}  // namespace tidemark::cli
