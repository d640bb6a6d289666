#include "store/store.hpp"

#include <filesystem>

#include "store/file_set.hpp"
#include "store/finding_table.hpp"
#include "store/guarded.hpp"
#include "store/run_table.hpp"
#include "store/schema.hpp"

namespace tidemark {

Store::Store(std::unique_ptr<Database> database) : database_(std::move(database)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

Result<Store> Store::open(const std::string& path, int busy_milliseconds) {
  return guarded([&] {
    auto database = std::make_unique<Database>(path, busy_milliseconds);
    migrate(*database);
    return Store(std::move(database));
  });
}

namespace {

// Nothing of a write, under way or cut off, lies beside the file.
bool is_at_rest(const std::string& path) {
  for (const char* ending : {"-journal", "-wal"}) {
    std::error_code none;
    const auto size = std::filesystem::file_size(path + ending, none);
    if (!none && size > 0) return false;
  }
  return true;
}

// What SQLite says of a file that it could read were there no other to be locked or made beside it.
bool wants_a_lock(int code) {
  return code == SQLITE_CANTOPEN || code == SQLITE_IOERR || code == SQLITE_READONLY;
}

std::unique_ptr<Database> opened_to_read(const std::string& path, int busy_milliseconds,
                                         Opening opening) {
  auto database = std::make_unique<Database>(path, busy_milliseconds, opening);
  refuse_strangers(*database);  // the first time that anything is read
  if (database->number("PRAGMA user_version") < schema_version()) {
    throw StoreFailure("the store " + path +
                       " was written by an earlier Tidemark and must first be brought up to "
                       "today's; copy it to where it may be written");
  }
  return database;
}

}  // namespace

Result<Store> Store::open_to_read(const std::string& path, int busy_milliseconds) {
  return guarded([&] {
    try {
      return Store(opened_to_read(path, busy_milliseconds, Opening::to_read));
    } catch (const StoreFailure& failure) {
      if (failure.code() == SQLITE_BUSY) throw;
      if (auto written = open(path, busy_milliseconds)) return std::move(written).value();
      if (!wants_a_lock(failure.code()) || !is_at_rest(path)) throw;
      Store store(opened_to_read(path, busy_milliseconds, Opening::to_read_unlocked));
      store.is_unlocked_ = true;
      return store;
    }
  });
}

Result<std::vector<RunRecord>> Store::runs() const {
  return guarded([&] { return read_runs(*database_); });
}

Status Store::each_finding(std::int64_t run,
                           const std::function<void(const FindingRow&)>& take) const {
  return guarded([&] {
    tidemark::each_finding(*database_, run, take);
    return Done{};
  });
}

Result<std::vector<CellRow>> Store::evidence(std::int64_t run, std::int64_t finding) const {
  return guarded([&] { return evidence_of(*database_, run, finding); });
}

Result<std::vector<KeptFile>> Store::files(std::string_view set_digest) const {
  return guarded([&] { return files_of(*database_, set_digest); });
}

Result<bool> Store::holds(std::string_view content_digest) const {
  return guarded([&] { return holds_content(*database_, content_digest); });
}

Result<std::string> Store::content(std::string_view content_digest) const {
  return guarded([&] { return content_of(*database_, content_digest); });
}

}  // namespace tidemark
