// The options by which a verb is told what to look at: a stored run, or files with a day and rules;
// and the situation that they name.
#pragma once

#include <optional>
#include <string>

#include "audit/situations.hpp"
#include "cli/verb.hpp"
#include "store/exception_table.hpp"

namespace tidemark::cli {

struct SituationOptions {
  std::string store, snapshot, as_at, rules;
  std::int64_t run = 0;
  int threads = 1;
};
void add_situation_options(Verb& verb, SituationOptions& options);

// The store, where there is one, outlives the situation.
struct OpenSituation {
  std::optional<Store> store;
  std::string store_path;
  std::vector<ExceptionLife> lives;  // of the store
  HeldSituation held;
};
[[nodiscard]] Status open_situation(const SituationOptions& options, OpenSituation& open);
// That the situation's run was looked at or taken out; nothing where no store is involved.
[[nodiscard]] Status log_situation(const OpenSituation& open, bool exported,
                                   const std::string& why);

}  // namespace tidemark::cli
