// DatabaseFile: an SQLite file that somebody else wrote, opened so that it can do nothing: read
// only, without locks, side files, triggers, views, extensions or functions, and only to select the
// columns of plain tables. One thread; open it again for another.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace tidemark {

struct DatabaseTable {
  std::string name;
  std::vector<std::string> columns;
  std::string row_id;  // the name by which rows have a number; "": they have none
};

class DatabaseFile {
 public:
  [[nodiscard]] static Result<DatabaseFile> open(const std::filesystem::path& path,
                                                 const std::string& shown);
  // Plain tables, in the order of their names.
  [[nodiscard]] Result<std::vector<DatabaseTable>> tables();
  // The row's number (counted where the table gives none) and the statement that stands on it, its
  // columns from 1 on.
  using Take = std::function<void(std::uint32_t, sqlite3_stmt*)>;
  [[nodiscard]] Status each_row(const DatabaseTable& table, const Take& take);

 private:
  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
  };
  DatabaseFile(sqlite3* database, std::string shown);
  [[nodiscard]] Error failed() const;
  [[nodiscard]] Result<std::vector<std::string>> table_names();
  std::unique_ptr<sqlite3, Close> database_;
  std::unique_ptr<std::uint64_t> steps_left_;  // in thousands; the handler holds its address
  std::string shown_;
};

}  // namespace tidemark
