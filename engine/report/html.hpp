// Markup: HTML that is already safe to print. Plain text becomes markup only through text(), which
// escapes it, so a child id or a cell with "<script>" in it stays words. Values only; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tidemark::report {

struct Markup {
  std::string html;
};

// Escaped for element content and for double-quoted attributes. Bytes that are not UTF-8 and
// control characters, which no HTML page may hold, become U+FFFD.
[[nodiscard]] Markup text(std::string_view plain);
[[nodiscard]] Markup element(std::string_view tag, const Markup& inside,
                             std::string_view css_class = {});
[[nodiscard]] Markup element(std::string_view tag, std::string_view plain,
                             std::string_view css_class = {});
[[nodiscard]] Markup link_to(std::string_view id, std::string_view plain);
[[nodiscard]] Markup operator+(Markup a, const Markup& b);

// A name that can stand in id="..." and #...: letters, digits and hyphens of `name`, after
// `prefix`.
[[nodiscard]] std::string anchor(std::string_view prefix, std::string_view name);

void paragraph(std::string& page, const Markup& inside, std::string_view css_class = {});
void paragraph(std::string& page, std::string_view plain, std::string_view css_class = {});
void heading(std::string& page, int level, std::string_view id, std::string_view plain);

struct Column {
  std::string heading;
  std::string css_class;  // "number", "date", "" ...
  int percent = 0;        // of the table's width; 0 leaves it to the reader
};

// A table under construction on a page: head on making, foot when it goes.
class Table {
 public:
  Table(std::string& page, std::string_view caption, std::vector<Column> columns,
        std::string_view css_class = "");
  ~Table();
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  // One cell for each column; the first heads the row.
  void row(const std::vector<Markup>& cells);

 private:
  std::string& page_;
  std::vector<Column> columns_;
};

}  // namespace tidemark::report
