// A file for each table of a document; columns that are only for filling in stay out.
#include "base/text.hpp"
#include "report/document_parts.hpp"
#include "report/formats.hpp"
#include "report/utf8.hpp"

namespace tidemark::report {

namespace {

std::string csv_of(const TableBlock& table) {
  std::string out;
  const std::vector<std::size_t> shown = printed_columns(table);
  const auto add = [&](std::size_t place, const std::string& cell) {
    if (place > 0) out += ',';
    out += csv_cell(printable_utf8(cell));
  };
  for (std::size_t i = 0; i < shown.size(); ++i) add(i, table.columns[shown[i]].heading);
  out += '\n';
  for (const std::vector<std::string>& row : table.rows) {
    for (std::size_t i = 0; i < shown.size(); ++i) add(i, cell_at(row, shown[i]));
    out += '\n';
  }
  return out;
}

}  // namespace

std::map<std::string, std::string> document_csvs(const Document& document) {
  std::map<std::string, std::string> files;
  for (const Block& block : document.blocks) {
    if (const auto* table = std::get_if<TableBlock>(&block)) {
      files[file_name(table->id) + ".csv"] = csv_of(*table);
    }
  }
  return files;
}

}  // namespace tidemark::report
