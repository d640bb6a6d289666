// How a verb ends: the exit codes that others script against (design.md, "Errors"), and errors as
// one sentence on stderr.
#pragma once

#include "base/result.hpp"

namespace tidemark::cli {

constexpr int k_done = 0;
constexpr int k_found = 1;  // --fail-on: what the caller asked to be told about is there
constexpr int k_usage = 2;
constexpr int k_bad_input = 3;
constexpr int k_bad_rules = 4;
constexpr int k_store = 5;

[[nodiscard]] int exit_code_of(ErrorKind kind);

// Says it on stderr; gives the exit code.
int fail(const Error& error);

}  // namespace tidemark::cli
