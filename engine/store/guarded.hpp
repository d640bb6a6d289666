// guarded: the face of store/. What is thrown behind it comes out as an error.
#pragma once

#include "base/result.hpp"
#include "store/database.hpp"

namespace tidemark {

template <class Work>
auto guarded(const Work& work) -> Result<decltype(work())> {
  try {
    return work();
  } catch (const StoreFailure& failure) {
    return Error{ErrorKind::store, failure.what()};
  }
}

}  // namespace tidemark
