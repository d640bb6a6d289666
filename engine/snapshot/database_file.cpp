#include "snapshot/database_file.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <system_error>

#include "base/text.hpp"
#include "snapshot/open_file.hpp"

namespace tidemark {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t k_most_tables = 1000;
constexpr int k_longest_value = 64 * 1024 * 1024;
constexpr int k_steps_at_a_time = 1000;

struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

// Nothing but SELECT of columns, whatever a schema makes of it.
int allow_reading_only(void* /*user*/, int action, const char* /*a*/, const char* /*b*/,
                       const char* /*c*/, const char* /*d*/) {
  return action == SQLITE_SELECT || action == SQLITE_READ ? SQLITE_OK : SQLITE_DENY;
}

// Every row takes some bytes of the file, so a file can keep the reader busy only so long; one that
// leads in circles runs out.
int count_steps(void* user) {
  auto& left = *static_cast<std::uint64_t*>(user);
  if (left == 0) return 1;
  --left;
  return 0;
}

std::string uri_of(const fs::path& path) {
  constexpr std::string_view k_hex = "0123456789ABCDEF";
  std::string uri = "file:";
  std::error_code failed;  // then the path as it is, which is not found either
  const fs::path absolute = fs::absolute(path, failed);
  for (const char c : (failed ? path : absolute).string()) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '/' || c == '.' || c == '-' || c == '_';
    const auto byte = static_cast<unsigned char>(c);
    if (plain) {
      uri += c;
    } else {
      uri += {'%', k_hex[byte >> 4U], k_hex[byte & 0xfU]};
    }
  }
  return uri + "?mode=ro&immutable=1";
}

std::string in_quotes(std::string_view name) {
  std::string text = "\"";
  for (const char c : name) text += c == '"' ? "\"\"" : std::string(1, c);
  return text + "\"";
}

// What the last writer has not yet put into the file itself lies beside it.
bool holds_changes(const fs::path& path, const char* suffix) {
  std::error_code none;
  const auto bytes = fs::file_size(path.string() + suffix, none);
  return !none && bytes > 0;
}

void hold_down(sqlite3* database) {
  sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
  sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
  sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_limit(database, SQLITE_LIMIT_LENGTH, k_longest_value);
  sqlite3_limit(database, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit(database, SQLITE_LIMIT_WORKER_THREADS, 0);
  sqlite3_set_authorizer(database, allow_reading_only, nullptr);
}

int open_on_disk(const fs::path& path, sqlite3** opened) {
  const int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX |
                    SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE;
  return sqlite3_open_v2(uri_of(path).c_str(), opened, flags, nullptr);
}

// A file of HeldFiles: SQLite follows such a link to a name under which nothing can be opened.
bool is_held(const fs::path& path) {
  return path.string().starts_with("/proc/self/fd/");
}

int open_held(const fs::path& path, const std::string& shown, sqlite3** opened) {
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX |
                    SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE;
  const int code = sqlite3_open_v2(":memory:", opened, flags, nullptr);
  if (code != SQLITE_OK) return code;
  const Result<OpenFile> file = OpenFile::open(path, shown);
  if (!file) return SQLITE_CANTOPEN;
  const auto bytes = file.value().size();
  auto* image = static_cast<unsigned char*>(sqlite3_malloc64(bytes + 1));
  if (image == nullptr) return SQLITE_NOMEM;
  if (file.value().read_at(0, reinterpret_cast<char*>(image), bytes) !=
      static_cast<std::int64_t>(bytes)) {
    sqlite3_free(image);
    return SQLITE_IOERR;
  }
  // The marks of a write-ahead log, which a file in memory cannot have: no changes lay beside it
  // when it was kept.
  constexpr std::size_t k_write_version = 18, k_read_version = 19;
  if (bytes > k_read_version) image[k_write_version] = image[k_read_version] = 1;
  return sqlite3_deserialize(*opened, "main", image, static_cast<sqlite3_int64>(bytes),
                             static_cast<sqlite3_int64>(bytes),
                             SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY);
}

Statement prepare(sqlite3* database, const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v2(database, sql.c_str(), static_cast<int>(sql.size()), &statement, nullptr);
  return Statement(statement);
}

std::string text_of(sqlite3_stmt* statement, int column) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
  const auto bytes = static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
  return text == nullptr ? "" : std::string(text, bytes);
}

// A column of the same name would hide it.
std::string row_id_of(const std::vector<std::string>& columns) {
  for (const char* name : {"rowid", "_rowid_", "oid"}) {
    const bool hidden = std::any_of(columns.begin(), columns.end(), [&](const std::string& column) {
      return lower(column) == name;
    });
    if (!hidden) return name;
  }
  return "";
}

}  // namespace

DatabaseFile::DatabaseFile(sqlite3* database, std::string shown)
    : database_(database), shown_(std::move(shown)) {}

Error DatabaseFile::failed() const {
  return {ErrorKind::input, shown_ + " cannot be read as a database (" +
                                sqlite3_errmsg(database_.get()) +
                                "): it is damaged or was cut short; copy or export it again"};
}

Result<DatabaseFile> DatabaseFile::open(const fs::path& path, const std::string& shown) {
  for (const char* suffix : {"-wal", "-journal"}) {
    if (!holds_changes(path, suffix)) continue;
    return Error{ErrorKind::input,
                 shown + " is still being written: changes lie in " + shown + suffix +
                     "; close the program that writes it, or copy the tables to a new file"};
  }
  sqlite3* opened = nullptr;
  const int code = is_held(path) ? open_held(path, shown, &opened) : open_on_disk(path, &opened);
  DatabaseFile file(opened, shown);
  if (code != SQLITE_OK) return file.failed();
  hold_down(opened);
  std::error_code unknown;
  const std::uint64_t bytes = fs::file_size(path, unknown);
  const std::uint64_t steps = unknown ? 0 : bytes * 64 / k_steps_at_a_time + 10000;
  file.steps_left_ = std::make_unique<std::uint64_t>(steps);
  sqlite3_progress_handler(opened, k_steps_at_a_time, count_steps, file.steps_left_.get());
  return file;
}

Result<std::vector<std::string>> DatabaseFile::table_names() {
  std::vector<std::string> names;
  const Statement list = prepare(
      database_.get(), "SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  if (list == nullptr) return failed();
  int step = sqlite3_step(list.get());
  for (; step == SQLITE_ROW; step = sqlite3_step(list.get())) {
    std::string name = text_of(list.get(), 0);
    const bool is_virtual = lower(text_of(list.get(), 1)).starts_with("create virtual");
    if (is_virtual || name.starts_with("sqlite_")) continue;
    names.push_back(std::move(name));
    if (names.size() > k_most_tables) {
      return Error{ErrorKind::input, shown_ + " holds more than 1,000 tables"};
    }
  }
  if (step != SQLITE_DONE) return failed();
  return names;
}

Result<std::vector<DatabaseTable>> DatabaseFile::tables() {
  const Result<std::vector<std::string>> names = table_names();
  if (!names.ok()) return names.error();
  std::vector<DatabaseTable> tables;
  for (const std::string& name : names.value()) {
    DatabaseTable table;
    table.name = name;
    const Statement all = prepare(database_.get(), "SELECT * FROM " + in_quotes(name));
    if (all == nullptr) return failed();
    for (int i = 0; i < sqlite3_column_count(all.get()); ++i) {
      table.columns.emplace_back(sqlite3_column_name(all.get(), i));
    }
    table.row_id = row_id_of(table.columns);
    if (!table.row_id.empty() && prepare(database_.get(), "SELECT " + table.row_id + " FROM " +
                                                              in_quotes(name)) == nullptr) {
      table.row_id.clear();  // WITHOUT ROWID
    }
    tables.push_back(std::move(table));
  }
  return tables;
}

Status DatabaseFile::each_row(const DatabaseTable& table, const Take& take) {
  std::string sql = "SELECT " + (table.row_id.empty() ? "NULL" : table.row_id);
  for (const std::string& column : table.columns) sql += ", " + in_quotes(column);
  const Statement rows = prepare(database_.get(), sql + " FROM " + in_quotes(table.name));
  if (rows == nullptr) return failed();
  std::uint32_t counted = 0;
  sqlite3_int64 before = std::numeric_limits<sqlite3_int64>::min();
  int step = sqlite3_step(rows.get());
  for (; step == SQLITE_ROW; step = sqlite3_step(rows.get())) {
    ++counted;
    const sqlite3_int64 id = sqlite3_column_int64(rows.get(), 0);
    if (!table.row_id.empty() && counted > 1 && id <= before) {
      return Error{ErrorKind::input,
                   shown_ + " cannot be read as a database: the rows of " +
                       shorten(table.name, 80) +
                       " are out of order; it is damaged, copy or export it again"};
    }
    before = id;
    const bool fits = !table.row_id.empty() && id > 0 &&
                      id <= static_cast<sqlite3_int64>(std::numeric_limits<std::uint32_t>::max());
    take(fits ? static_cast<std::uint32_t>(id) : counted, rows.get());
  }
  if (step != SQLITE_DONE) return failed();
  return Done{};
}

}  // namespace tidemark
