// Rules as a run had them, from the store: its rulebook, and its scheme of delegation.
#pragma once

#include <functional>
#include <string>

#include "base/result.hpp"
#include "casework/deed.hpp"
#include "rulebook/rulebook.hpp"
#include "store/store.hpp"

namespace tidemark {

// The files of a snapshot or of a rule set, each given to `take` with its bytes. ErrorKind::store
// when they do not give their digests. `whose`: for sentences.
[[nodiscard]] Status each_stored_file(
    const Store& store, const std::string& set_digest, const std::string& whose,
    const std::function<Status(const std::string& path, std::string bytes)>& take);

[[nodiscard]] Result<std::vector<RuleFile>> stored_rule_files(const Store& store,
                                                              const std::string& set_digest,
                                                              const std::string& whose);
// With its sources marked.
[[nodiscard]] Result<Rulebook> stored_rulebook(const Store& store, const std::string& set_digest,
                                               const std::string& whose);

// What rules/delegation.lua says, over what holds without it.
[[nodiscard]] Result<Delegation> delegation_of(const std::vector<RuleFile>& files);

}  // namespace tidemark
