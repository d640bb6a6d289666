// Statement: one prepared statement. Bind, step, read; reset to run it again with other values.
// Belongs to its database and its thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "store/database.hpp"

namespace tidemark {

class Statement {
 public:
  Statement(Database& database, std::string_view sql);

  // Parameters count from 1. Text and bytes are not copied: they must live until the next step has
  // returned its last row.
  Statement& bind(int parameter, std::string_view text);
  Statement& bind(int parameter, std::int64_t value);
  Statement& bind_bytes(int parameter, std::string_view bytes);
  Statement& bind_null(int parameter);

  bool step();  // true: a row is there
  void run();   // steps a statement that answers nothing, then resets it
  void reset();

  // Columns count from 0; text and bytes live until the next step.
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] std::string_view bytes(int column) const;
  [[nodiscard]] std::int64_t number(int column) const;
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] int columns() const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  void check(int code);

  Database& database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

}  // namespace tidemark
