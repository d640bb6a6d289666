// Several reads of a store that are of one moment, whatever is recorded meanwhile. Somebody else's
// commit waits for them, so nothing else belongs in there. On the Store's thread.
#pragma once

#include <functional>

#include "base/result.hpp"
#include "store/store.hpp"

namespace tidemark {

// What `read` answers; ErrorKind::store where reading cannot begin.
[[nodiscard]] Status read_at_one_moment(const Store& store, const std::function<Status()>& read);

}  // namespace tidemark
