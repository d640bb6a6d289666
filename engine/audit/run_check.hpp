// One run of a store checked: its rows against the digest that it was sealed with, its totals, and
// all of it made again from the files and the rules that the store holds. Belongs to one thread.
#pragma once

#include "audit/verification.hpp"

namespace tidemark {

// `run.record` is given; the rest is filled in. An error only where the store cannot be read.
[[nodiscard]] Status check_run(const Store& store, int threads, VerifiedRun& run);

}  // namespace tidemark
