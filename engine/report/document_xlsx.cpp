// A paper as a workbook: a first sheet with its words and the list of tables, then a sheet for each
// table. The steps are in xlsx_*.hpp.
#include "report/document_parts.hpp"
#include "report/formats.hpp"
#include "report/memory_file.hpp"
#include "report/utf8.hpp"
#include "report/words.hpp"
#include "report/xlsx_table.hpp"

namespace tidemark::report {

namespace {

using TableSheets = std::vector<std::pair<std::string, const TableBlock*>>;

// The sheet of everything that is not a row of a table.
class FirstSheet {
 public:
  FirstSheet(Book& book, lxw_worksheet* sheet, const TableSheets& tables)
      : book_(book), sheet_(sheet), tables_(tables) {}

  void write(const Document& document) {
    worksheet_set_column(sheet_, 0, 0, 110, nullptr);
    worksheet_set_row(sheet_, 0, 24, nullptr);
    add(document.title, book_.formats().title);
    for (const std::string& line :
         {document.subtitle, title_line(document), document.running_foot, document.house.marking}) {
      if (!line.empty()) add(line, book_.formats().words);
    }
    for (const Block& block : document.blocks) std::visit(*this, block);
  }

  void operator()(const Heading& heading) {
    ++row_;
    add(heading.text, book_.formats().strong);
  }
  void operator()(const Paragraph& paragraph) { add(paragraph.text, book_.formats().words); }
  void operator()(const Bullets& bullets) {
    for (const std::string& item : bullets.items) add("• " + item, book_.formats().words);
  }
  void operator()(const TableBlock& table) {
    const std::string& name = tables_[next_table_++].first;
    const std::string rows =
        table.rows.empty() ? words_when_empty(table) : counted(table.rows.size(), "row", "rows");
    add(table.caption + " (sheet “" + name + "”): " + rows, book_.formats().words);
    if (!table.says_left_off.empty()) add(table.says_left_off, book_.formats().words);
    for (const std::string& note : column_notes(table)) add(note, book_.formats().words);
  }
  void operator()(const Picture& picture) {
    add(picture.title, book_.formats().strong);
    add(picture.description, book_.formats().words);
  }
  void operator()(const PageBreak&) {}

 private:
  void add(const std::string& words, lxw_format* format) {
    Book::write_words(sheet_, row_++, 0, words, format);
  }

  Book& book_;
  lxw_worksheet* sheet_;
  const TableSheets& tables_;
  std::size_t next_table_ = 0;
  lxw_row_t row_ = 0;
};

TableSheets named_tables(Book& book, const Document& document) {
  TableSheets tables;
  for (const Block& block : document.blocks) {
    if (const auto* table = std::get_if<TableBlock>(&block))
      tables.emplace_back(book.names().name_for(table->id), table);
  }
  return tables;
}

}  // namespace

Result<std::string> document_xlsx(const Document& document) {
  const Result<MemoryFile> file = MemoryFile::make();
  if (!file) return file.error();
  Book book(file.value().path(), document);
  const std::string about = book.names().name_for("About");
  lxw_worksheet* first = book.add_sheet(about);
  const TableSheets tables = named_tables(book, document);
  FirstSheet(book, first, tables).write(document);
  for (const auto& [name, table] : tables) write_table_sheet(book, name, in_workbook(*table));
  const std::string failure = book.close();
  if (!failure.empty())
    return Error{ErrorKind::input, "the workbook could not be written: " + failure};
  return file.value().read();
}

}  // namespace tidemark::report
