#include "store/file_set.hpp"

#include <optional>

#include "base/digest.hpp"
#include "store/packing.hpp"
#include "store/statement.hpp"

namespace tidemark {

namespace {

std::optional<std::int64_t> id_of(Database& database, const char* sql, std::string_view digest) {
  Statement find(database, sql);
  find.bind(1, digest);
  return find.step() ? std::optional(find.number(0)) : std::nullopt;
}

std::optional<std::int64_t> content_id(Database& database, std::string_view digest) {
  return id_of(database, "SELECT id FROM content WHERE digest = ?", digest);
}

bool has_files(Database& database, std::int64_t set) {
  Statement find(database, "SELECT 1 FROM file WHERE file_set = ? LIMIT 1");
  return find.bind(1, set).step();
}

std::int64_t add_set(Database& database, const std::string& digest) {
  Statement add(database, "INSERT INTO file_set (digest) VALUES (?)");
  add.bind(1, digest).run();
  return sqlite3_last_insert_rowid(database.handle());
}

void add_file(Database& database, std::int64_t set, const KeptFile& file) {
  Statement add(database, "INSERT INTO file (file_set, path, content) VALUES (?, ?, ?)");
  add.bind(1, set).bind(2, file.path).bind(3, keep_content(database, file)).run();
}

}  // namespace

std::int64_t keep_content(Database& database, const KeptFile& file) {
  if (const auto id = content_id(database, file.digest)) return *id;
  // Only an earlier look at the store lets a caller leave the bytes out; they may be purged since.
  if (file.packed.empty()) throw StoreFailure("the bytes of " + file.path + " are not at hand");
  Statement add(database, "INSERT INTO content (digest, size, packed) VALUES (?, ?, ?)");
  add.bind(1, file.digest).bind(2, static_cast<std::int64_t>(file.size));
  add.bind_bytes(3, file.packed).run();
  return sqlite3_last_insert_rowid(database.handle());
}

bool holds_content(Database& database, std::string_view digest) {
  return content_id(database, digest).has_value();
}

std::int64_t keep_files(Database& database, std::vector<KeptFile> files) {
  const std::string digest = digest_of(files);
  const auto known = id_of(database, "SELECT id FROM file_set WHERE digest = ?", digest);
  // One whose files were purged comes back whole.
  if (known && has_files(database, *known)) return *known;
  const std::int64_t set = known ? *known : add_set(database, digest);
  for (const KeptFile& file : files) add_file(database, set, file);
  return set;
}

std::vector<KeptFile> files_of(Database& database, std::string_view set_digest) {
  Statement list(database,
                 "SELECT f.path, c.digest, c.size FROM file f JOIN file_set s ON s.id = f.file_set "
                 "JOIN content c ON c.id = f.content WHERE s.digest = ? ORDER BY f.path");
  list.bind(1, set_digest);
  std::vector<KeptFile> files;
  while (list.step()) {
    files.push_back({std::string(list.text(0)), std::string(list.text(1)),
                     static_cast<std::uint64_t>(list.number(2)), ""});
  }
  return files;
}

std::string content_of(Database& database, std::string_view digest) {
  Statement find(database, "SELECT packed, size FROM content WHERE digest = ?");
  find.bind(1, digest);
  if (!find.step()) throw StoreFailure("the store holds no file " + std::string(digest));
  std::string bytes = unpack(find.bytes(0), static_cast<std::uint64_t>(find.number(1)));
  if (sha256_hex(bytes) != digest) {
    throw StoreFailure("the file " + std::string(digest) + " in the store has been altered");
  }
  return bytes;
}

}  // namespace tidemark
