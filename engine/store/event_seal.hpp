// The seal of an event: SHA-256 over the event, its exception's key and the seal of the event
// before it in the store, so that one that is altered or taken out breaks every later one. Pure
// function.
#pragma once

#include <string>

#include "casework/event.hpp"
#include "casework/exception.hpp"

namespace tidemark {

// `salt` is the exception's: 32 hex digits that nobody can guess, purged with the child, so that
// the seal stays and tells nobody who it was. "" for exceptions of before there were salts.
[[nodiscard]] std::string seal_of(const Event& event, const ExceptionKey& key,
                                  const std::string& salt, const std::string& previous_seal);

}  // namespace tidemark
