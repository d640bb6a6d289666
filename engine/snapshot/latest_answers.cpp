#include "snapshot/latest_answers.hpp"

#include <algorithm>

namespace tidemark {
namespace {

// Rows of one child, in order of date.
struct Span {
  std::uint32_t begin, end;
};

bool all_alike(const std::vector<Cell>& cells, Span span) {
  for (std::uint32_t row = span.begin + 1; row < span.end; ++row) {
    if (cells[row] != cells[span.begin]) return false;
  }
  return true;
}

}  // namespace

void forget_unfilled(const SourceTable& source, RecordTable& table, std::vector<NoteBook>& books) {
  for (std::size_t c = 0; c < source.columns.size(); ++c) {
    std::vector<Cell>& cells = table.columns[c];
    if (!source.columns[c].unfilled || cells.empty()) continue;
    const auto is_blank = [](Cell cell) { return cell == k_cell_unknown || cell == k_cell_absent; };
    if (!std::all_of(cells.begin(), cells.end(), is_blank)) continue;
    cells.clear();
    table.column_supplied[c] = false;
    books[table.file[0]].add(Note::not_filled, 0, source.columns[c].name, "",
                             "blank on every row: it counts as not supplied, because some systems "
                             "never fill it");
  }
}

void forget_repeated_answers(const SourceTable& source, RecordTable& table,
                             std::vector<NoteBook>& books) {
  for (const int column : source.latest_repeated) {
    std::vector<Cell>& cells = table.columns[static_cast<std::size_t>(column)];
    if (cells.empty()) continue;
    std::vector<Span> several;
    bool repeats = true;
    for (std::size_t child = 0; child + 1 < table.first_row.size() && repeats; ++child) {
      const Span span{table.first_row[child], table.first_row[child + 1]};
      if (span.end - span.begin < 2) continue;
      repeats = all_alike(cells, span);
      several.push_back(span);
    }
    if (!repeats || several.empty()) continue;
    for (const Span& span : several) {
      for (std::uint32_t row = span.begin; row + 1 < span.end; ++row) cells[row] = k_cell_unknown;
    }
    books[table.file[several[0].begin]].add(
        Note::latest_repeated, 0, source.columns[static_cast<std::size_t>(column)].name, "",
        "not one of the " + std::to_string(several.size()) +
            " children with several rows has two different answers: the export repeats the latest "
            "answers on every row, so earlier ones count as unknown");
  }
}

}  // namespace tidemark
