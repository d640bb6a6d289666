// RowBlock: a few thousand rows of a file, split into cells. Both readers (PlainRows for files
// without quotes, GeneralRows for everything else) hand over rows in this one form. A view: valid
// until the reader that made it goes on.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tidemark {

// Stands for a cell that is not there or could not be read and has its note already. No cell of a
// file can be this: NUL bytes never get through the readers.
constexpr std::string_view k_unread_cell{"\0", 1};

// Of one file: how its rows are split.
struct RowLayout {
  char separator = ',';
  std::vector<std::string> headings;
  [[nodiscard]] std::size_t columns() const { return headings.size(); }
};

struct RowBlock {
  const char* text = nullptr;           // 16 bytes beyond the last cell may be read
  const std::uint32_t* ends = nullptr;  // of cell k of row r: ends[r * columns + k]; ends[-1] is
                                        // there and one less than where the first cell begins
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::uint32_t line_end = 0;            // bytes between the last cell of a row and its ends[]
  const std::uint32_t* lines = nullptr;  // by row; nullptr: one line a row from first_line on
  std::uint32_t first_line = 0;

  [[nodiscard]] std::uint32_t line(std::size_t row) const {
    return lines != nullptr ? lines[row] : first_line + static_cast<std::uint32_t>(row);
  }
  [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const {
    const std::uint32_t* end = ends + (row * columns + column);
    const std::uint32_t begin = end[-1] + 1;
    const std::uint32_t tail = column + 1 == columns ? line_end : 0;
    return {text + begin, *end - tail - begin};
  }
};

// Walks down one column of a block: the loop over a column is where loading spends its time.
class ColumnWalk {
 public:
  ColumnWalk(const RowBlock& block, std::size_t column)
      : text_(block.text),
        end_(block.ends + column),
        step_(block.columns),
        line_end_(column + 1 == block.columns ? block.line_end : 0) {}
  [[nodiscard]] std::string_view next() {
    const std::uint32_t begin = end_[-1] + 1;
    const std::string_view cell(text_ + begin, *end_ - line_end_ - begin);
    end_ += step_;
    return cell;
  }

 private:
  const char* text_;
  const std::uint32_t* end_;
  std::size_t step_;
  std::uint32_t line_end_;
};

using RowSink = std::function<void(const RowBlock&)>;

}  // namespace tidemark
