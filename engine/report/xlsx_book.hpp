// Book: a workbook being written with libxlsxwriter: its formats and what is the same on every
// sheet. Everything said is written as text, so that no cell runs as a formula. The library's own
// files for rows are nameless and in memory where the machine has /dev/shm. One thread an object.
#pragma once

#include <xlsxwriter.h>

#include <string>

#include "report/document.hpp"
#include "report/sheet_names.hpp"

namespace tidemark::report {

struct BookFormats {
  lxw_format *title, *strong, *words, *plain, *date, *number, *head, *fill_in;
};

class Book {
 public:
  Book(const std::string& path, const Document& document);
  ~Book();
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

  // With the running head and foot, on A4.
  lxw_worksheet* add_sheet(const std::string& name);
  // At most as much as a cell can hold.
  static void write_words(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column,
                          const std::string& words, lxw_format* format);

  [[nodiscard]] const BookFormats& formats() const { return formats_; }
  [[nodiscard]] SheetNames& names() { return names_; }
  [[nodiscard]] lxw_workbook* workbook() { return book_; }
  // "" when the file is written; else what the library says.
  [[nodiscard]] std::string close();

 private:
  const Document& document_;
  lxw_workbook* book_;
  BookFormats formats_{};
  SheetNames names_;
};

}  // namespace tidemark::report
