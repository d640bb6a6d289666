// Reads one file into rows grouped by child, with one or more threads, each taking a stretch of
// the file. Rows may come in any order; those grouped as header.csv is are not moved.
#pragma once

#include <cstring>
#include <optional>

#include "csv.hpp"
#include "tables.hpp"
#include "threads.hpp"

namespace limit {

// The rows of one stretch of a file, in the order of the file. Arrays that are not cleared first.
template <class Row>
class RowPart {
 public:
  void reserve(std::size_t capacity) {
    capacity_ = capacity;
    child_.reset(new std::uint32_t[capacity]);
    rows_.reset(new Row[capacity]);
  }
  void add(std::uint32_t child, const Row& row) {
    if (size_ == capacity_) grow();
    child_[size_] = child;
    rows_[size_++] = row;
  }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::uint32_t child(std::size_t i) const { return child_[i]; }
  [[nodiscard]] const Row& row(std::size_t i) const { return rows_[i]; }
  std::unique_ptr<Row[]> take_rows() { return std::move(rows_); }

 private:
  void grow() {
    RowPart larger;
    larger.reserve(capacity_ * 2);
    std::copy_n(child_.get(), size_, larger.child_.get());
    std::copy_n(rows_.get(), size_, larger.rows_.get());
    larger.size_ = size_;
    *this = std::move(larger);
  }

  std::unique_ptr<std::uint32_t[]> child_;
  std::unique_ptr<Row[]> rows_;
  std::size_t size_ = 0, capacity_ = 0;
};

// Where each thread's stretch begins, at line starts; the last entry is the end.
inline std::vector<const char*> cut_lines(const MappedFile& file, int threads) {
  std::vector<const char*> cuts{file.body()};
  const std::ptrdiff_t size = file.end() - file.body();
  for (int i = 1; i < threads; ++i) {
    const char* p = file.body() + size / threads * i;
    if (p > cuts.back()) p = std::find(p - 1, file.end(), '\n') + 1;
    cuts.push_back(std::max(p, cuts.back()));
  }
  cuts.push_back(file.end());
  return cuts;
}

// Sets first[] of `into` and says whether the rows are grouped as they stand.
template <class Row>
bool count_rows(const std::vector<RowPart<Row>>& parts, std::size_t children, ByChild<Row>& into) {
  bool grouped = true;
  std::uint32_t before = 0;
  into.first.assign(children + 1, 0);
  for (const RowPart<Row>& part : parts) {
    for (std::size_t i = 0; i < part.size(); ++i) {
      const std::uint32_t child = part.child(i);
      grouped &= child >= before;
      before = child;
      ++into.first[child + 1];
    }
  }
  for (std::size_t i = 0; i < children; ++i) into.first[i + 1] += into.first[i];
  return grouped;
}

// Parts that are grouped as they stand are only put one behind the other.
template <class Row>
void append_parts(const std::vector<RowPart<Row>>& parts, Row* to) {
  std::vector<Row*> starts;
  for (const RowPart<Row>& part : parts) {
    starts.push_back(to);
    to += part.size();
  }
  in_threads(static_cast<int>(parts.size()), [&](int thread) {
    const std::size_t t = static_cast<std::size_t>(thread);
    std::copy_n(&parts[t].row(0), parts[t].size(), starts[t]);
  });
}

template <class Row>
void gather(std::vector<RowPart<Row>>& parts, std::size_t children, ByChild<Row>& into) {
  const bool grouped = count_rows(parts, children, into);
  if (grouped && parts.size() == 1) {
    into.rows = parts[0].take_rows();
    return;
  }
  into.rows.reset(new Row[into.first[children]]);
  if (grouped) {
    append_parts(parts, into.rows.get());
    return;
  }
  std::vector<std::uint32_t> next(into.first.begin(), into.first.end() - 1);
  for (const RowPart<Row>& part : parts) {
    for (std::size_t i = 0; i < part.size(); ++i) into.rows[next[part.child(i)]++] = part.row(i);
  }
}

// The rows of the file in one part for each thread. make(text, columns, row) fills a row; false:
// there is nothing to keep.
template <class Row, class Make>
std::vector<RowPart<Row>> read_parts(const MappedFile& file, const ChildKeys& children, int threads,
                                     const std::vector<const char*>& headings, Make make) {
  std::vector<std::size_t> columns;
  for (const char* heading : headings) columns.push_back(file.column(heading));
  const std::size_t child_column = file.column("CHILD");
  const std::vector<const char*> cuts = cut_lines(file, threads);
  const auto first_line = std::find(file.body(), file.end(), '\n') - file.body() + 1;
  const std::size_t line_length = std::max<std::size_t>(8, static_cast<std::size_t>(first_line));
  std::vector<RowPart<Row>> parts(static_cast<std::size_t>(threads));
  in_threads(threads, [&](int thread) {
    const std::size_t t = static_cast<std::size_t>(thread);
    const std::size_t bytes = static_cast<std::size_t>(cuts[t + 1] - cuts[t]);
    parts[t].reserve(bytes / line_length * 5 / 4 + 1024);
    ChildFinder find(children);
    for_each_row(cuts[t], cuts[t + 1], file.columns(), [&](const RowText& text) {
      const std::uint32_t child = find(key_of(text.field(child_column), file.end()));
      Row row;
      if (make(text, columns, row)) parts[t].add(child, row);
    });
  });
  return parts;
}

// The file is let go before the rows are gathered: its pages count in the peak.
template <class Row, class Make>
void read_rows(const std::string& path, const ChildKeys& children, int threads,
               const std::vector<const char*>& headings, ByChild<Row>& into, Make make) {
  std::optional<MappedFile> file(path);
  std::vector<RowPart<Row>> parts = read_parts<Row>(*file, children, threads, headings, make);
  file.reset();
  gather(parts, children.size(), into);
}

}  // namespace limit
