// Store: the one SQLite file in which runs are kept, with the snapshot files and the rule files
// that they rest on. Every failure comes back as one sentence with ErrorKind::store. Reads no
// clock. Belongs to one thread; several processes may have the same file open.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "store/kept_file.hpp"
#include "store/run_record.hpp"

namespace tidemark {

class Database;

class Store {
 public:
  // ":memory:" is gone when it closes. A file that does not exist is made; its folder must exist.
  [[nodiscard]] static Result<Store> open(const std::string& path, int busy_milliseconds = 10000);

  // A store that is there already, without writing anything where that can be: also one that may
  // not be written, or in a folder that may not. One of an earlier version, or in which a write was
  // cut off, is first opened to write after all. `is_unlocked` of the result: read where no lock
  // could be had, so that nobody must write meanwhile.
  [[nodiscard]] static Result<Store> open_to_read(const std::string& path,
                                                  int busy_milliseconds = 10000);
  [[nodiscard]] bool is_unlocked() const { return is_unlocked_; }

  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  [[nodiscard]] Result<std::vector<RunRecord>> runs() const;
  // In the order of findings.csv, without their evidence.
  [[nodiscard]] Status each_finding(std::int64_t run,
                                    const std::function<void(const FindingRow&)>& take) const;
  [[nodiscard]] Result<std::vector<CellRow>> evidence(std::int64_t run, std::int64_t finding) const;

  // The files of a snapshot or rule set, and the bytes of one, both by digest.
  [[nodiscard]] Result<std::vector<KeptFile>> files(std::string_view set_digest) const;
  [[nodiscard]] Result<bool> holds(std::string_view content_digest) const;
  [[nodiscard]] Result<std::string> content(std::string_view content_digest) const;

  // For the other classes of store/, one for each idea (ExceptionTable, PackTable ...).
  [[nodiscard]] Database& database() const { return *database_; }

 private:
  explicit Store(std::unique_ptr<Database> database);
  std::unique_ptr<Database> database_;
  bool is_unlocked_ = false;
};

}  // namespace tidemark
