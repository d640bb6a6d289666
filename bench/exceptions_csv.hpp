// The exceptions of a run in the format of rules.md. Writes one file; owns nothing after that.
#pragma once

#include <string>

#include "base/result.hpp"
#include "evaluate/judge.hpp"

namespace tidemark::bench {

// Every breach, explained breach and late stop, in the order of `judgements` (rule, then child).
[[nodiscard]] Status write_exceptions(const std::string& path, const Rulebook& rulebook,
                                      const Snapshot& snapshot,
                                      const std::vector<Judgement>& judgements);

}  // namespace tidemark::bench
