// DatabaseRows: the rows of one table of an SQLite file, as text like the rows of any other file.
#pragma once

#include "snapshot/database_file.hpp"
#include "snapshot/table_rows.hpp"

namespace tidemark {

class DatabaseRows : public TableRows {
 public:
  DatabaseRows(std::filesystem::path path, std::string shown, DatabaseTable table)
      : path_(std::move(path)), shown_(std::move(shown)), table_(std::move(table)) {}
  [[nodiscard]] Status give(NoteBook& notes, const RowSink& sink) const override;

 private:
  std::filesystem::path path_;
  std::string shown_;
  DatabaseTable table_;
};

}  // namespace tidemark
