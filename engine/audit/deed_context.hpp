// What the answer to "may this be recorded?" depends on besides the exception: the scheme of
// delegation, the rule's severity and who works with the child, all as the latest run of the store
// had them.
#pragma once

#include "base/result.hpp"
#include "casework/deed.hpp"
#include "store/store.hpp"

namespace tidemark {

struct DeedContext {
  Delegation delegation;
  DeedCircumstances circumstances;
};

// Reads the stored snapshot only for an exemption, which alone asks who works with the child; where
// its rows were purged nobody is known to.
[[nodiscard]] Result<DeedContext> deed_context(const Store& store, const ExceptionLife& life,
                                               EventKind deed);

}  // namespace tidemark
