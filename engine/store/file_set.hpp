// The files of a snapshot or of a rule set in the database, the bytes of each kept once whoever
// names them. Inside the caller's transaction; throws StoreFailure.
#pragma once

#include "store/database.hpp"
#include "store/kept_file.hpp"

namespace tidemark {

[[nodiscard]] bool holds_content(Database& database, std::string_view digest);
// The id of the file's content; its bytes are added where they are not there yet.
[[nodiscard]] std::int64_t keep_content(Database& database, const KeptFile& file);
// The id of the set; whatever of it is not there yet is added.
std::int64_t keep_files(Database& database, std::vector<KeptFile> files);
// By path, without their bytes; empty when there is no such set.
[[nodiscard]] std::vector<KeptFile> files_of(Database& database, std::string_view set_digest);
// Checked against its digest.
[[nodiscard]] std::string content_of(Database& database, std::string_view digest);

}  // namespace tidemark
