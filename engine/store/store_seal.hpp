// The chain of seals over everything that a store records: each run, deed, pack, outcome and purge
// adds one, in the transaction that records it, over its rows, the last event of the exceptions'
// history as it stood, and the seal before. docs/how-a-run-is-verified.md has the bytes. The first
// follows from the table `unsealed`: what an older Tidemark had written before there were seals.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "store/sealed_rows.hpp"
#include "store/store.hpp"

namespace tidemark {

struct StoreSeal {
  std::int64_t number = 0;  // 1, 2, 3 ... within one store
  std::string what;         // as name_of(Sealed)
  std::int64_t record = 0;
  std::string digest;
  std::int64_t event = 0;
  std::string event_seal;
  std::string seal;
};

[[nodiscard]] std::string seal_of(const StoreSeal& sealed, std::string_view previous_seal);

// Both inside the caller's transaction, at its end; they throw StoreFailure.
void add_seal(Database& database, Sealed what, std::int64_t record);
void add_seal_of_deed(Database& database);  // of the events since the last one, if there are any

[[nodiscard]] std::vector<StoreSeal> read_seals(Database& database);  // by number
// What the first seal follows from.
[[nodiscard]] std::string seal_of_beginning(Database& database);

// The last seal; number 0 where nothing has been recorded since there are seals.
[[nodiscard]] Result<StoreSeal> last_seal(const Store& store);

}  // namespace tidemark
