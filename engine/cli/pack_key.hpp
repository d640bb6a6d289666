// The key of a pseudonymised pack: which child and which exception each reference stands for. Kept
// apart from the packs and from the store's own file, in "<store>.keys/", for its owner's eyes
// alone.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "report/papers/pseudonyms.hpp"

namespace tidemark::cli {

// "<store>.keys/pack-12.csv"
[[nodiscard]] std::string key_path(const std::string& store, std::int64_t pack);
// The folder is made with mode 0700, the file with 0600, whole or not at all.
[[nodiscard]] Status write_key(const std::string& store, std::int64_t pack, const std::string& csv);
// ErrorKind::store, with what to do, when it is not there.
[[nodiscard]] Result<std::string> read_key(const std::string& store, std::int64_t pack);

}  // namespace tidemark::cli
