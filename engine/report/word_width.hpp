// How wide words are in Arial and Liberation Sans, which share their widths, for pictures that must
// know it before anything is drawn. Near enough to keep labels apart. Pure functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tidemark::report {

// In the units of `size`.
[[nodiscard]] double word_width(std::string_view words, double size, bool bold = false);
// As much of the words as fits, with "…" after a cut; "" where fewer than three letters would fit.
[[nodiscard]] std::string fitted(const std::string& words, double size, double room);

// Rows in which labels are put side by side without touching.
class LabelRows {
 public:
  // The row, from 0 on, in which a label from `left` to `right` is free; it is taken. Labels must
  // come in the order of their left ends. `most` where every row is full there.
  [[nodiscard]] std::size_t take(double left, double right, std::size_t most);
  [[nodiscard]] std::size_t rows() const { return ends_.size(); }

 private:
  std::vector<double> ends_;
};

}  // namespace tidemark::report
