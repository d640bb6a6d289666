// Whether a store is as its chain of seals says: no seal altered, taken out or put in; every row
// that was sealed as it was; none that should be sealed without a seal; and the schema, with its
// triggers, as the program made it. Reads only. Belongs to the Store's thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "store/store_seal.hpp"

namespace tidemark {

struct UnsealedRows {
  std::string what;       // "pack"
  std::int64_t last = 0;  // those up to this number were written before there were seals over them
};

struct SealCheck {
  std::vector<std::string> faults;     // sentences without a full stop
  std::vector<StoreSeal> seals;        // by number
  std::vector<UnsealedRows> unsealed;  // without those of which there are none
};
[[nodiscard]] Result<SealCheck> check_seals(const Store& store);

// What is missing from the schema, altered in it or added to it.
[[nodiscard]] Result<std::vector<std::string>> faults_of_schema(const Store& store);

}  // namespace tidemark
