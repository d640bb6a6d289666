// Database: one open SQLite file, set up so that a crash loses nothing and a stranger's file does
// no harm. Inside store/ failures are thrown as StoreFailure; the Store turns them into errors.
// Belongs to one thread at a time.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>

namespace tidemark {

// Carries the one sentence that the user reads.
class StoreFailure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class Database {
 public:
  // Makes the file, readable by its owner alone, when there is none.
  Database(const std::string& path, int busy_milliseconds);

  void run(const char* sql);  // one or more statements without parameters or answers
  [[nodiscard]] std::int64_t number(const char* sql);  // the first column of the first row
  [[nodiscard]] sqlite3* handle() const { return handle_.get(); }
  [[nodiscard]] const std::string& path() const { return path_; }

  // Throws what SQLite's last answer means for whoever runs Tidemark.
  [[noreturn]] void fail(int code) const;

 private:
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  void set_up(int busy_milliseconds);

  std::string path_;
  std::unique_ptr<sqlite3, Close> handle_;
};

}  // namespace tidemark
