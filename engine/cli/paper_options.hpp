// What `tidemark panel` and `tidemark paper` are told, in the same words. Values only.
#pragma once

#include <string>
#include <vector>

#include "cli/verb.hpp"

namespace tidemark::cli {

struct PaperOptions {
  std::string kind = "panel";
  std::string date, next, last, store, out, house, by;
  std::vector<std::string> periods;
  std::vector<std::string> formats = {"html", "pdf", "xlsx"};
  std::int64_t run = 0;  // 0: the latest
  bool draft = false, identified = false;
  int threads = 1;
};

void add_paper_options(Verb& verb, PaperOptions& options);

}  // namespace tidemark::cli
