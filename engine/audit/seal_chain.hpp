// The chain of seals of the runs of a store: what was removed, altered or put in another order.
// Pure.
#pragma once

#include <string>
#include <vector>

#include "audit/verification.hpp"

namespace tidemark {

// `runs` by number; `missing`: numbers that other tables name; `known_seal` as in VerifyRequest.
[[nodiscard]] std::vector<Flaw> flaws_of_chain(const std::vector<RunRecord>& runs,
                                               const std::vector<std::int64_t>& missing,
                                               const std::string& known_seal);

}  // namespace tidemark
