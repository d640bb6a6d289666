#include "cli/progress.hpp"

#include <unistd.h>

#include <iostream>

namespace tidemark::cli {

Progress::Progress() : shown_(isatty(STDERR_FILENO) == 1) {}

void Progress::done() {
  if (!last_.empty()) std::cerr << "\r\x1b[K" << std::flush;
  last_.clear();
}

void Progress::say(const std::string& what) {
  if (!shown_ || what == last_) return;
  std::cerr << "\r\x1b[K" << what << std::flush;
  last_ = what;
}

void Progress::say(const std::string& what, std::uint64_t done, std::uint64_t all) {
  say(all == 0 ? what : what + " " + std::to_string(done * 100 / all) + " %");
}

}  // namespace tidemark::cli
