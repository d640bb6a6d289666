// PackTable: papers that were issued: numbered without gaps, frozen, given out again byte for byte.
// A view on a Store that must outlive it; belongs to its thread.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "store/store.hpp"

namespace tidemark {

struct PackRecord {
  std::int64_t number = 0;
  std::string kind;     // "panel"
  std::string held_on;  // the day of the meeting: "2021-10-14"
  std::int64_t run = 0;
  std::string issued_at, issued_by;
  std::string digest;          // SHA-256 of its listing of files, as `sha256sum` prints it by path
  bool identified = false;     // with ids and full days; so too where nobody can tell any more
  std::string purged_at = {};  // the moment of the purge that took its files; "" they are there
};

struct PackFile {
  std::string path;  // within the pack: "panel-pack-12.pdf"
  std::string bytes;
};

class PackTable {
 public:
  explicit PackTable(const Store& store) : database_(store.database()) {}

  [[nodiscard]] Result<std::vector<PackRecord>> packs() const;  // by number
  // ErrorKind::store, with the numbers that there are, when there is none.
  [[nodiscard]] Result<PackRecord> pack(std::int64_t number) const;
  // By path, each checked against its digest, and all of them against the pack's. ErrorKind::store
  // with the day when they were purged.
  [[nodiscard]] Result<std::vector<PackFile>> files(std::int64_t number) const;

  // Asks `make` for the files that bear the next number, without any lock; then takes the lock,
  // looks that the number is still the next, does `before` and keeps the files: all of it or
  // nothing. Where another pack was issued meanwhile, `make` is asked again, with the number that
  // is the next then; after three times behind the lock. So no number is ever given up. `pack`'s
  // number and digest are filled in. What either refuses is refused.
  using Make = std::function<Result<std::vector<PackFile>>(std::int64_t number)>;
  using Before = std::function<Status(std::int64_t number)>;
  [[nodiscard]] Result<PackRecord> issue(PackRecord pack, const Make& make,
                                         const Before& before = nullptr);

 private:
  Database& database_;
};

}  // namespace tidemark
