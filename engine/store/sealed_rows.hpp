// What is sealed of each thing that a store records: the rows that say it, in a form of bytes that
// does not change. Inside the caller's transaction; throws StoreFailure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "store/database.hpp"

namespace tidemark {

enum class Sealed : std::uint8_t {
  run,      // its seal, its label, its totals
  deed,     // number and seal of its last event
  pack,     // its row, with the digest of its files
  outcome,  // its row, and what it looked at
  purge,    // its row, the runs, and what is left of the exceptions and events
};
[[nodiscard]] const char* name_of(Sealed what);  // "pack"
[[nodiscard]] std::optional<Sealed> sealed_named(std::string_view name);

// SHA-256 over "tidemark pack 1" and its rows as they are now, each under the name of its table, a
// value a line with its length before it, NULL as "-". Nothing when there is no such record.
[[nodiscard]] std::optional<std::string> digest_of_rows(Database& database, Sealed what,
                                                        std::int64_t record);

}  // namespace tidemark
