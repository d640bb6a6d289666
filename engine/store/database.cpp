#include "store/database.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "store/statement.hpp"

namespace tidemark {

namespace {

// SQLite would make the file with the rights of any other; a store holds children's records.
void make_private(const std::string& path) {
  if (path == ":memory:") return;
  const int made = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (made >= 0) {
    ::close(made);
  } else if (errno != EEXIST) {
    throw StoreFailure("the store " + path + " cannot be made: " + std::strerror(errno) +
                       "; name another place with --store");
  }
}

// As a URI, in which only letters, digits and a few signs stand for themselves.
std::string unlocked_name(const std::string& path) {
  constexpr std::string_view k_plain = "/-_.~";
  constexpr std::string_view k_hex = "0123456789ABCDEF";
  std::string name = "file:";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_letter = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= 'a' && byte <= 'z');
    if (is_letter || k_plain.find(c) != std::string_view::npos) {
      name += c;
    } else {
      name += '%';
      name += k_hex[byte >> 4U];
      name += k_hex[byte & 15U];
    }
  }
  return name + "?mode=ro&immutable=1";
}

std::string meaning_of(int code, int system_error, const std::string& said) {
  switch (code) {
    case SQLITE_FULL:
      return "cannot be written: the disk is full; make room and run again";
    case SQLITE_IOERR:
      return "cannot be read or written (" + said + "); look whether its disk is full or failing";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "is in use by another program; run again when that has finished";
    case SQLITE_READONLY:
      return "cannot be written: the file or its folder is read-only";
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN:
      return "cannot be opened for writing" +
             (system_error == 0 ? std::string() : std::string(": ") + std::strerror(system_error)) +
             "; the folder must exist and be writable";
    case SQLITE_NOTADB:
      return "is not a Tidemark store, nor any other SQLite file; it was left as it is";
    case SQLITE_CORRUPT:
      return "is damaged (" + said + "); go back to a copy of it";
    default:
      return "failed: " + said;
  }
}

}  // namespace

Database::Database(const std::string& path, int busy_milliseconds, Opening opening)
    : path_(path), opening_(opening) {
  // An empty name would be a database that SQLite deletes on closing.
  if (path.empty()) throw StoreFailure("the store has no name; name a file with --store");
  if (opening == Opening::to_write) make_private(path);
  open();
  set_up(busy_milliseconds);
}

void Database::open() {
  const bool to_write = opening_ == Opening::to_write;
  int flags = SQLITE_OPEN_NOMUTEX;
  flags |= to_write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
  std::string name = path_;
  if (opening_ == Opening::to_read_unlocked) {
    flags |= SQLITE_OPEN_URI;
    name = unlocked_name(path_);
  }
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(name.c_str(), &opened, flags, nullptr);
  handle_.reset(opened);
  if (code != SQLITE_OK) fail(code);
  // SQLite opens a file that it may not write for reading only, without a word.
  if (to_write && sqlite3_db_readonly(opened, "main") == 1) fail(SQLITE_READONLY);
}

void Database::set_up(int busy_milliseconds) {
  sqlite3_extended_result_codes(handle_.get(), 1);
  sqlite3_busy_timeout(handle_.get(), busy_milliseconds);
  sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  // docs/store.md says why a rollback journal and not a write-ahead log.
  if (opening_ == Opening::to_write) run("PRAGMA journal_mode = DELETE");
  run("PRAGMA synchronous = FULL");
  run("PRAGMA foreign_keys = ON");
  run("PRAGMA temp_store = MEMORY");
  run("PRAGMA secure_delete = ON");
}

void Database::run(const char* sql) {
  const int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

std::int64_t Database::number(const char* sql) {
  Statement statement(*this, sql);
  return statement.step() ? statement.number(0) : 0;
}

void Database::fail(int code) const {
  const int system_error = handle_ ? sqlite3_system_errno(handle_.get()) : 0;
  const std::string said = handle_ ? sqlite3_errmsg(handle_.get()) : sqlite3_errstr(code);
  std::string meaning = meaning_of(code & 0xff, system_error, said);
  if (code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY) {
    meaning =
        "has a write in it that was cut off and must first be taken back; open it where it may be "
        "written, or copy it there together with its journal";
  } else if ((code & 0xff) == SQLITE_CANTOPEN && opening_ != Opening::to_write) {
    meaning = "cannot be read" +
              (system_error == 0 ? std::string() : std::string(": ") + std::strerror(system_error));
  }
  throw StoreFailure("the store " + path_ + " " + meaning, code & 0xff);
}

}  // namespace tidemark
