// The access log of a store against the store: each seal that the log noted must be there still, so
// that what was cut off the end of the store is seen. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/verification.hpp"
#include "store/access_log.hpp"
#include "store/seal_check.hpp"

namespace tidemark {

struct LogCheck {
  std::vector<std::string> faults, notes;  // sentences without a full stop
};
[[nodiscard]] LogCheck check_log(const std::optional<AccessChain>& log,
                                 const std::string& why_no_log,
                                 const std::vector<StoreSeal>& seals);

}  // namespace tidemark
