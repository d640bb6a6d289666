#include "cli/outcome.hpp"

#include <iostream>

namespace tidemark::cli {

int exit_code_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::usage:
      return k_usage;
    case ErrorKind::input:
      return k_bad_input;
    case ErrorKind::rules:
      return k_bad_rules;
    case ErrorKind::store:
      return k_store;
  }
  return k_bad_input;
}

int fail(const Error& error) {
  std::cerr << "tidemark: " << error.message << "\n";
  return exit_code_of(error.kind);
}

}  // namespace tidemark::cli
