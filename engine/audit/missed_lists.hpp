// Which of the two lists that Tidemark keeps as well (x_action, x_exemption) the council used to
// send and does not send this time. What Tidemark knows itself is then not all that there is. Where
// the council never sent one, Tidemark's list is the list.
#pragma once

#include "audit/own_lists.hpp"
#include "base/result.hpp"
#include "snapshot/snapshot.hpp"
#include "store/store.hpp"

namespace tidemark {

// Of the lists of which `now` has rows of Tidemark's own and none of the council's. The runs are
// looked at from the latest back, as far as the last that had to decide the same; those whose files
// were purged say nothing. ErrorKind::store.
[[nodiscard]] Result<CouncilLists> missed_lists(const Store& store, const Snapshot& now,
                                                const Sources& sources);

}  // namespace tidemark
