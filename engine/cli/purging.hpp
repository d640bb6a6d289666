// A purge from end to end, for the verb and for the scheduled audits: the policy counted back from
// a day, the keys of old packs, the lines in the access log, and the room given back.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "cli/served_config.hpp"
#include "store/purge.hpp"

namespace tidemark::cli {

struct AskedPurge {
  PurgePolicy policy;
  std::string words;  // "keep_months = 24, as on 2026-11-22"
};
[[nodiscard]] AskedPurge purge_of(const Retention& retention, Day as_on);

struct PurgeFound {
  PurgePlan plan;
  std::vector<std::string> keys;  // files of packs for meetings before the day
};

// What would go; changes nothing.
[[nodiscard]] Result<PurgeFound> look_what_would_go(const Store& store, const std::string& path,
                                                    const AskedPurge& asked);
// Logged before it is done. What fails after the rows have gone says that they have.
[[nodiscard]] Result<PurgeFound> take_what_goes(const Store& store, const std::string& path,
                                                const AskedPurge& asked, const std::string& by,
                                                const std::string& why);

}  // namespace tidemark::cli
