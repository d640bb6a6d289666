// The purge that the scheduled audits make by themselves where their file says so. What it takes is
// announced once before the first time that a policy is followed; nothing goes where no run has
// been made for long, as then the clock may be wrong.
#pragma once

#include "cli/served_config.hpp"
#include "cli/served_run.hpp"

namespace tidemark::cli {

// By which a policy is known again: "keep_months = 24".
[[nodiscard]] std::string name_of_policy(const Retention& retention);
// Says what would go from `first` on, and takes nothing.
[[nodiscard]] RunEnd announce_purge(const ServedConfig& config, const Retention& retention,
                                    Day today, const std::string& first);
// What would go is in the log before it goes.
[[nodiscard]] RunEnd automatic_purge(const ServedConfig& config, const Retention& retention,
                                     Day today);

}  // namespace tidemark::cli
