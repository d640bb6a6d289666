#include "snapshot/part_join.hpp"

#include <numeric>

#include "snapshot/large_pages.hpp"

namespace tidemark {
namespace {

template <class T>
void append_to(std::vector<T>& to, std::vector<T>& from, std::size_t rows_to_come) {
  if (to.empty() && from.size() >= rows_to_come) {
    to = std::move(from);
    return;
  }
  to.reserve(rows_to_come);
  to.insert(to.end(), from.begin(), from.end());
  from = {};
}

}  // namespace

PartJoin::PartJoin(Snapshot& snapshot, const Sources& sources, std::vector<NoteBook>& books)
    : snapshot_(snapshot), sources_(sources), books_(books), child_(sources.tables.size()) {}

void PartJoin::append(ReadFile&& read, std::size_t rows_to_come, bool note_orphans) {
  orphans_.clear();
  std::uint64_t lines_before = read.heading_lines;
  for (std::size_t p = 0; p < read.parts.size(); ++p) {
    RowPart& part = *read.parts[p];
    const std::vector<std::uint32_t> numbers = number_strangers(part, note_orphans);
    if (!numbers.empty()) {
      for (std::uint32_t& c : part.child) {
        if ((c & RowPart::k_stranger) != 0) c = numbers[c & ~RowPart::k_stranger];
      }
    }
    snapshot_.files[read.file].rows += part.rows;
    append_part(part, read.file, rows_to_come, lines_before);
    books_[read.file].append(std::move(part.notes), lines_before);
    lines_before += read.lines[p];
    read.parts[p].reset();
  }
}

std::vector<std::uint32_t> PartJoin::number_strangers(RowPart& part, bool note_orphans) {
  std::vector<std::uint32_t> numbers;
  if (snapshot_.children.size() == 0) {  // the first list of children numbers them as it does
    snapshot_.children = std::move(part.strangers);
    numbers.resize(snapshot_.children.size());
    std::iota(numbers.begin(), numbers.end(), 0U);
    return numbers;
  }
  for (std::uint32_t s = 0; s < part.strangers.size(); ++s) {
    numbers.push_back(snapshot_.children.add(part.strangers.id(s)));
    if (!note_orphans || !orphans_.insert(numbers.back()).second) continue;
    part.notes.add(Note::orphan_child, part.stranger_line[s], "", part.strangers.id(s),
                   "the child is in no list of children; the row is kept, with nothing known of "
                   "the child");
  }
  part.notes.end_of_block();
  return numbers;
}

void PartJoin::move_pools(RowPart& part, const SourceTable& source) {
  std::vector<Cell> texts(part.pools.texts.size());
  if (snapshot_.pools.texts.size() == 0) {
    std::iota(texts.begin(), texts.end(), 0);
    snapshot_.pools.texts = std::move(part.pools.texts);
    part.pools.texts = {};
  }
  for (std::size_t i = 0; i < part.pools.texts.size(); ++i) {
    texts[i] = snapshot_.pools.texts.intern(part.pools.texts.text(static_cast<Cell>(i)));
  }
  const auto dates = static_cast<Cell>(snapshot_.pools.dates.size());
  snapshot_.pools.dates.insert(snapshot_.pools.dates.end(), part.pools.dates.begin(),
                               part.pools.dates.end());
  for (std::size_t i = 0; i < part.columns.size(); ++i) {
    const FieldKind kind = source.columns[i].kind;
    if (kind == FieldKind::text || kind == FieldKind::id) {
      for (Cell& cell : part.columns[i]) {
        if (is_plain(cell)) cell = texts[static_cast<std::size_t>(cell)];
      }
    } else if (is_date(kind) && dates > 0 && !part.pools.dates.empty()) {
      for (Cell& cell : part.columns[i]) cell += is_side(cell) ? dates : 0;
    }
  }
}

void PartJoin::append_part(RowPart& part, std::size_t file, std::size_t rows_to_come,
                           std::uint64_t lines_before) {
  const auto t = static_cast<std::size_t>(snapshot_.files[file].table);
  RecordTable& table = snapshot_.tables[t];
  for (std::uint32_t& line : part.line) line += static_cast<std::uint32_t>(lines_before);
  move_pools(part, sources_.tables[t]);
  const std::size_t before = table.rows();
  const std::size_t added = part.line.size();
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    std::vector<Cell>& to = table.columns[i];
    // A column that one file has and another has not: nobody knows what would have stood there.
    if (part.columns[i].empty() && to.empty()) continue;
    if (part.columns[i].empty()) part.columns[i].assign(added, k_cell_unknown);
    if (to.empty() && before > 0) to.assign(before, k_cell_unknown);
    append_to(to, part.columns[i], rows_to_come);
  }
  if (before == 0) reserve_large(table.file, rows_to_come);
  table.file.insert(table.file.end(), added, static_cast<std::uint16_t>(file));
  append_to(child_[t], part.child, rows_to_come);
  append_to(table.line, part.line, rows_to_come);
}

}  // namespace tidemark
