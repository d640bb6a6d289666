// A store that must be there already: verbs that look into what was recorded make none by a slip of
// the pen.
#pragma once

#include <string>

#include "base/result.hpp"
#include "store/access_log.hpp"
#include "store/store.hpp"

namespace tidemark::cli {

// `named` is what --store said; "" means the default store.
[[nodiscard]] Result<std::string> existing_store(const std::string& named);
[[nodiscard]] Result<Store> open_existing_store(const std::string& named);

// Adds to the store's access log; what cannot be logged is not shown. `about`: "run 3, run 4". Who
// and when are the login name and the machine's clock, whatever the caller says; `for_whom`, where
// it is somebody else, is written behind the why.
[[nodiscard]] Status log_access(const std::string& store_path, Access what, const std::string& why,
                                const std::string& about, const std::string& for_whom = "");

// Notes the store's last seal in the access log, after something was recorded: what is cut off the
// end of the store later is seen by that. After and not before, so that a crash between the two
// leaves a store that is ahead of its log and never one that is behind. What was recorded stands
// also where this fails; that is said, and the next note covers it.
void note_seal(const std::string& store_path);

}  // namespace tidemark::cli
