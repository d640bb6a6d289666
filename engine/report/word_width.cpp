#include "report/word_width.hpp"

namespace tidemark::report {

namespace {

// Thousandths of the size, of " " to "~".
constexpr int k_widths[] = {
    278,  278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,  // space to /
    556,  556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,  // 0 to ?
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,  // @ to O
    667,  778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,  // P to _
    333,  556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,  // ` to o
    556,  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584};      // p to ~
constexpr int k_other = 600;  // of letters that the list lacks
constexpr double k_bold = 1.08;
constexpr double k_apart = 6;

bool continues(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

int width_of(char c) {
  if (continues(c)) return 0;
  const auto letter = static_cast<unsigned char>(c);
  return letter >= 0x20 && letter < 0x7F ? k_widths[letter - 0x20] : k_other;
}

}  // namespace

double word_width(std::string_view words, double size, bool bold) {
  int thousandths = 0;
  for (const char c : words) thousandths += width_of(c);
  return thousandths * size / 1000 * (bold ? k_bold : 1);
}

std::string fitted(const std::string& words, double size, double room) {
  if (word_width(words, size) <= room) return words;
  const double left = room - word_width("…", size);
  double width = 0;
  std::size_t letters = 0, end = 0;
  while (end < words.size()) {
    std::size_t next = end + 1;
    while (next < words.size() && continues(words[next])) ++next;
    width += width_of(words[end]) * size / 1000;
    if (width > left) break;
    end = next;
    ++letters;
  }
  if (letters < 3) return "";
  while (end > 0 && words[end - 1] == ' ') --end;
  return words.substr(0, end) + "…";
}

std::size_t LabelRows::take(double left, double right, std::size_t most) {
  for (std::size_t row = 0; row < most; ++row) {
    if (row == ends_.size()) ends_.push_back(-1e9);
    if (ends_[row] + k_apart > left) continue;
    ends_[row] = right;
    return row;
  }
  return most;
}

}  // namespace tidemark::report
