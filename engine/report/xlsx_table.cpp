#include "report/xlsx_table.hpp"

#include <algorithm>
#include <cstdlib>

#include "calendar/day.hpp"
#include "report/document_parts.hpp"
#include "report/utf8.hpp"

namespace tidemark::report {

namespace {

constexpr double k_letters = 120;       // that a printed page is wide
constexpr double k_fill_in_width = 22;  // of a column that is only in the workbook
constexpr std::size_t k_most_in_list = 255;

lxw_col_t column_number(std::size_t column) {
  return static_cast<lxw_col_t>(column);
}

void set_widths(lxw_worksheet* sheet, const TableBlock& table) {
  const std::vector<double> shares = width_shares(table);
  std::size_t printed = 0;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const double width = table.columns[i].only_in_workbook
                             ? k_fill_in_width
                             : std::clamp(shares[printed++] * k_letters, 9.0, 60.0);
    worksheet_set_column(sheet, column_number(i), column_number(i), width, nullptr);
  }
}

void write_date(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, Day day,
                lxw_format* format) {
  const Civil civil = civil_of(day);
  lxw_datetime date{};
  date.year = civil.year;
  date.month = civil.month;
  date.day = civil.day;
  worksheet_write_datetime(sheet, row, column, &date, format);
}

void write_cell(lxw_worksheet* sheet, const BookFormats& formats, lxw_row_t row, lxw_col_t column,
                const TableColumn& about, const std::string& cell) {
  using Kind = TableColumn::Kind;
  const auto day = about.kind == Kind::date ? parse_iso(cell) : std::nullopt;
  if (about.kind == Kind::number && is_plain_number(cell)) {
    worksheet_write_number(sheet, row, column, std::strtod(cell.c_str(), nullptr), formats.number);
  } else if (day) {
    write_date(sheet, row, column, *day, formats.date);
  } else {
    const bool fill_in = about.only_in_workbook || about.kind == Kind::choice;
    Book::write_words(sheet, row, column, cell, fill_in ? formats.fill_in : formats.words);
  }
}

// A list that the validation itself cannot hold, too long or with commas, stands on a hidden sheet.
std::string choices_elsewhere(Book& book, const std::vector<std::string>& choices) {
  const std::string name = book.names().name_for("choices");
  lxw_worksheet* sheet = book.add_sheet(name);
  for (std::size_t i = 0; i < choices.size(); ++i) {
    Book::write_words(sheet, static_cast<lxw_row_t>(i), 0, choices[i], book.formats().plain);
  }
  worksheet_hide(sheet);
  return "='" + name + "'!$A$1:$A$" + std::to_string(choices.size());
}

void offer_choices(Book& book, lxw_worksheet* sheet, std::size_t column, const TableColumn& about,
                   lxw_row_t last_row) {
  std::vector<std::string> choices;
  std::vector<char*> list;
  std::size_t letters = 0;
  bool inline_list = true;
  for (const std::string& choice : about.choices) {
    choices.push_back(printable_utf8(choice));
    letters += choice.size() + 1;
    if (choice.find_first_of(",\"") != std::string::npos) inline_list = false;
  }
  for (std::string& choice : choices) list.push_back(choice.data());
  list.push_back(nullptr);
  std::string elsewhere;
  lxw_data_validation validation{};
  if (inline_list && letters <= k_most_in_list) {
    validation.validate = LXW_VALIDATION_TYPE_LIST;
    validation.value_list = list.data();
  } else {
    elsewhere = choices_elsewhere(book, choices);
    validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    validation.value_formula = elsewhere.data();
  }
  std::string title = "Choose from the list";
  std::string message = "This cell takes one of the listed choices, or nothing.";
  validation.error_title = title.data();
  validation.error_message = message.data();
  worksheet_data_validation_range(sheet, 1, column_number(column), last_row, column_number(column),
                                  &validation);
}

}  // namespace

void write_table_sheet(Book& book, const std::string& name, const TableBlock& table) {
  lxw_worksheet* sheet = book.add_sheet(name);
  set_widths(sheet, table);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    Book::write_words(sheet, 0, column_number(i), table.columns[i].heading, book.formats().head);
  }
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      write_cell(sheet, book.formats(), static_cast<lxw_row_t>(r + 1), column_number(i),
                 table.columns[i], cell_at(table.rows[r], i));
    }
  }
  worksheet_freeze_panes(sheet, 1, 1);
  worksheet_repeat_rows(sheet, 0, 0);
  const auto last_row = static_cast<lxw_row_t>(table.rows.size());
  if (table.columns.empty()) return;
  worksheet_autofilter(sheet, 0, 0, last_row, column_number(table.columns.size() - 1));
  for (std::size_t i = 0; i < table.columns.size() && last_row > 0; ++i) {
    if (!table.columns[i].choices.empty())
      offer_choices(book, sheet, i, table.columns[i], last_row);
  }
}

}  // namespace tidemark::report
