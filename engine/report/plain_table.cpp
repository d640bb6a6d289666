#include "report/plain_table.hpp"

#include <algorithm>

namespace tidemark::report {

namespace {

// Characters, not bytes: a continuation byte of UTF-8 takes no room.
std::size_t width_of(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

std::string line_of(const std::vector<std::string>& row, const std::vector<std::size_t>& widths) {
  std::string line;
  for (std::size_t i = 0; i < row.size(); ++i) {
    line += row[i] + std::string(widths[i] - width_of(row[i]) + 2, ' ');
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

}  // namespace

std::string plain_table(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const std::vector<std::string>& row : rows) {
    widths.resize(std::max(widths.size(), row.size()), 0);
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
  }
  std::string text;
  for (const std::vector<std::string>& row : rows) {
    text += line_of(row, widths);
    if (&row != &rows.front()) continue;
    std::vector<std::string> under;
    for (std::size_t i = 0; i < row.size(); ++i) under.emplace_back(widths[i], '-');
    text += line_of(under, widths);
  }
  return text;
}

std::string plain_table(const TableBlock& table, std::size_t columns) {
  if (table.rows.empty()) return table.when_empty + "\n";
  std::vector<std::vector<std::string>> rows(1);
  for (std::size_t i = 0; i < columns; ++i) rows[0].push_back(table.columns[i].heading);
  for (const auto& row : table.rows) {
    rows.emplace_back(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(columns));
  }
  return plain_table(rows);
}

}  // namespace tidemark::report
