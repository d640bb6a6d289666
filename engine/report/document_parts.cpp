#include "report/document_parts.hpp"

#include <algorithm>

namespace tidemark::report {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

std::vector<std::size_t> printed_columns(const TableBlock& table) {
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (!table.columns[i].only_in_workbook) shown.push_back(i);
  }
  return shown;
}

TableBlock in_workbook(TableBlock table) {
  for (std::size_t i = table.columns.size(); i > 0; --i) {
    if (!table.columns[i - 1].only_printed) continue;
    const auto at = static_cast<std::ptrdiff_t>(i - 1);
    table.columns.erase(table.columns.begin() + at);
    for (std::vector<std::string>& row : table.rows) {
      if (row.size() >= i) row.erase(row.begin() + at);
    }
  }
  return table;
}

std::vector<double> width_shares(const TableBlock& table) {
  std::vector<double> shares;
  double sum = 0;
  for (const std::size_t i : printed_columns(table)) {
    shares.push_back(std::max(table.columns[i].share, 0.05));
    sum += shares.back();
  }
  for (double& share : shares) share /= sum;
  return shares;
}

const char* name_of(Paragraph::Style style) {
  switch (style) {
    case Paragraph::Style::lead:
      return "lead";
    case Paragraph::Style::small:
      return "small";
    case Paragraph::Style::warning:
      return "warning";
    case Paragraph::Style::plain:
      break;
  }
  return "plain";
}

const char* name_of(TableColumn::Kind kind) {
  switch (kind) {
    case TableColumn::Kind::date:
      return "date";
    case TableColumn::Kind::number:
      return "number";
    case TableColumn::Kind::choice:
      return "choice";
    case TableColumn::Kind::words:
      break;
  }
  return "words";
}

std::string words_when_empty(const TableBlock& table) {
  return table.when_empty.empty() ? "None." : table.when_empty;
}

std::vector<std::string> column_notes(const TableBlock& table) {
  std::vector<std::string> notes;
  for (const std::size_t i : printed_columns(table)) {
    const TableColumn& column = table.columns[i];
    if (!column.note.empty()) notes.push_back(column.heading + ": " + column.note);
  }
  return notes;
}

const std::string& cell_at(const std::vector<std::string>& row, std::size_t column) {
  static const std::string k_none;
  return column < row.size() ? row[column] : k_none;
}

std::string file_name(std::string_view id) {
  std::string name;
  for (const char c : id) {
    const bool plain =
        is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
    name += plain ? c : '-';
  }
  return name.empty() ? "table" : name;
}

bool is_plain_number(std::string_view cell) {
  if (!cell.empty() && cell.front() == '-') cell.remove_prefix(1);
  if (cell.empty() || cell.size() > 15 || !is_digit(cell.front())) return false;
  if (cell.size() > 1 && cell[0] == '0' && cell[1] != '.') return false;
  bool point = false;
  for (const char c : cell) {
    if (c == '.' && !point) {
      point = true;
    } else if (!is_digit(c)) {
      return false;
    }
  }
  return cell.back() != '.';
}

std::string colour_of(const House& house) {
  const std::string& colour = house.colour;
  const bool is_colour = colour.size() == 7 && colour[0] == '#' &&
                         colour.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
  return is_colour ? colour : "#000000";
}

std::string title_line(const Document& document) {
  std::string out;
  const auto add = [&](const std::string& words) {
    if (words.empty()) return;
    out += (out.empty() ? "" : " · ") + words;
  };
  add(document.number);
  add(document.house.council);
  if (!document.made_at.empty()) add("made " + document.made_at.substr(0, 10));
  return out;
}

std::string running_head(const Document& document) {
  if (document.number.empty()) return document.title;
  return document.number + " · " + document.title;
}

}  // namespace tidemark::report
