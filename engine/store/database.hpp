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
  explicit StoreFailure(const std::string& says, int code = 0)
      : std::runtime_error(says), code_(code) {}
  [[nodiscard]] int code() const { return code_; }  // SQLite's primary one; 0: it was not SQLite

 private:
  int code_;
};

enum class Opening : std::uint8_t {
  to_write,          // makes the file, readable by its owner alone, when there is none
  to_read,           // writes nothing, neither in the file nor beside it
  to_read_unlocked,  // the same where no lock can be had: believes that nobody writes meanwhile
};

class Database {
 public:
  Database(const std::string& path, int busy_milliseconds, Opening opening = Opening::to_write);

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
  void open();
  void set_up(int busy_milliseconds);

  std::string path_;
  Opening opening_;
  std::unique_ptr<sqlite3, Close> handle_;
};

}  // namespace tidemark
