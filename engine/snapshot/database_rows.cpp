#include "snapshot/database_rows.hpp"

#include "snapshot/block_builder.hpp"
#include "snapshot/encoding.hpp"
#include "snapshot/sheet_number.hpp"

namespace tidemark {
namespace {

// One row after another of one table.
class RowsOfTable {
 public:
  RowsOfTable(const DatabaseTable& table, NoteBook& notes, const RowSink& sink)
      : table_(table), notes_(notes), block_(table.columns, notes, sink) {}

  void take(std::uint32_t number, sqlite3_stmt* row) {
    block_.begin_row(number);
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      const int column = static_cast<int>(i) + 1;
      const int type = sqlite3_column_type(row, column);
      if (type == SQLITE_BLOB) {
        notes_.add(Note::error_cell, number, table_.columns[i], "",
                   "the cell holds bytes, not a value; it counts as unknown");
        block_.add_unread();
        continue;
      }
      const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
      const auto size = static_cast<std::size_t>(sqlite3_column_bytes(row, column));
      add(type, text == nullptr ? "" : std::string_view(text, size));
    }
    block_.end_row();
  }

  void finish() {
    block_.flush();
    if (!windows_1252_) return;
    notes_.add(Note::text_encoding, 0, "", "",
               "some texts are not UTF-8 and were read as Windows-1252");
  }

 private:
  void add(int type, std::string_view text) {
    if (type == SQLITE_FLOAT) {
      return block_.add(sheet_number_text(text, NumberFormat::plain, false));
    }
    if (is_utf8(text)) return block_.add(text);
    windows_1252_ = true;  // it came in from elsewhere unconverted: as in a list
    block_.add(from_windows_1252(text));
  }

  const DatabaseTable& table_;
  NoteBook& notes_;
  BlockBuilder block_;
  bool windows_1252_ = false;
};

}  // namespace

Status DatabaseRows::give(NoteBook& notes, const RowSink& sink) const {
  Result<DatabaseFile> file = DatabaseFile::open(path_, shown_);
  if (!file.ok()) return file.error();
  RowsOfTable rows(table_, notes, sink);
  Status read = file.value().each_row(
      table_, [&rows](std::uint32_t number, sqlite3_stmt* row) { rows.take(number, row); });
  if (!read.ok()) return read;
  rows.finish();
  return Done{};
}

}  // namespace tidemark
