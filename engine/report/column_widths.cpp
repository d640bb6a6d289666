// How wide a table's columns are: as their shares say, but no column narrower than its longest
// word.
#include <algorithm>
#include <cmath>
#include <string_view>

#include "report/document_parts.hpp"
#include "report/word_width.hpp"

namespace tidemark::report {

namespace {

constexpr double k_size = 8.5;
constexpr double k_gap = 8, k_after_number = 6;
constexpr double k_long_word = 75;         // what is longer is broken between letters
constexpr std::size_t k_longest_day = 11;  // "30 Sep 2021" stays on its line
constexpr std::size_t k_rows_asked = 200;  // so that a table of 80,000 rows costs no more

double longest_word(std::string_view words, bool bold) {
  double longest = 0;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find_first_of(" \n"), words.size());
    const double width = word_width(words.substr(0, end), k_size, bold);
    if (width <= k_long_word) longest = std::max(longest, width);
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return longest;
}

double least_width(const TableBlock& table, std::size_t column) {
  const TableColumn& about = table.columns[column];
  double least = longest_word(about.heading, true);
  const std::size_t rows = std::min(table.printed_rows(), k_rows_asked);
  for (std::size_t row = 0; row < rows; ++row) {
    const std::string& cell = cell_at(table.rows[row], column);
    const bool is_day = about.kind == TableColumn::Kind::date && cell.size() <= k_longest_day;
    const double width = is_day ? word_width(cell, k_size) : longest_word(cell, false);
    least = std::max(least, width);
  }
  return least + k_gap + (about.kind == TableColumn::Kind::number ? k_after_number : 0);
}

// Columns that are too narrow get what they need; the others share what is left.
void widen(std::vector<double>& widths, const std::vector<double>& least, double width) {
  const std::vector<double> wanted = widths;
  std::vector<bool> is_set(widths.size(), false);
  for (bool again = true; again;) {
    again = false;
    double left = width, shared = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      left -= is_set[i] ? least[i] : 0;
      shared += is_set[i] ? 0 : wanted[i];
    }
    for (std::size_t i = 0; i < widths.size(); ++i) {
      widths[i] = is_set[i] || shared <= 0 ? least[i] : wanted[i] / shared * std::max(left, 0.0);
      if (is_set[i] || widths[i] >= least[i]) continue;
      is_set[i] = again = true;
    }
  }
}

}  // namespace

std::vector<double> width_shares(const TableBlock& table, double width) {
  const std::vector<std::size_t> shown = printed_columns(table);
  std::vector<double> widths, least;
  double sum = 0;
  for (const std::size_t i : shown) sum += std::max(table.columns[i].share, 0.05);
  for (const std::size_t i : shown) {
    widths.push_back(std::max(table.columns[i].share, 0.05) / sum * width);
    least.push_back(least_width(table, i));
  }
  widen(widths, least, width);
  sum = 0;
  for (const double one : widths) sum += one;
  for (double& one : widths) one /= sum;
  return widths;
}

std::vector<int> width_percents(const TableBlock& table, double width) {
  std::vector<int> percents;
  for (const double share : width_shares(table, width)) {
    percents.push_back(std::max(1, static_cast<int>(std::lround(share * 100))));
  }
  return percents;
}

}  // namespace tidemark::report
