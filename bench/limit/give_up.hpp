// The limit ends at the first thing that is not as rules.md promises.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>

namespace limit {

[[noreturn]] inline void give_up(const char* what, const std::string& where = "") {
  std::fprintf(stderr, "limit: %s %s\n", what, where.c_str());
  std::exit(2);
}

}  // namespace limit
