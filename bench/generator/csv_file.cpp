#include "csv_file.hpp"

#include <cstdlib>
#include <numeric>
#include <utility>

#include "random.hpp"

namespace tidemark::bench {
namespace {

constexpr std::size_t k_flush_at = std::size_t{1} << 21;

[[noreturn]] void give_up(const std::string& path) {
  std::perror(path.c_str());
  std::exit(2);
}

std::vector<std::size_t> shuffled_order(std::size_t count, std::uint64_t seed) {
  Random random(seed);
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t i = count; i > 1; --i) std::swap(order[i - 1], order[random.next() % i]);
  return order;
}

}  // namespace

CsvFile::CsvFile(const std::string& path, const char* heading, bool shuffled)
    : path_(path), file_(std::fopen(path.c_str(), "wb")), shuffled_(shuffled) {
  if (file_ == nullptr) give_up(path_);
  write(heading);
  write("\n");
}

void CsvFile::begin_row(std::string_view child) {
  if (shuffled_) row_starts_.push_back(text_.size());
  text_ += child;
}

CsvFile& CsvFile::cell(std::string_view text) {
  text_ += ',';
  text_ += text;
  return *this;
}

CsvFile& CsvFile::date(Day day) {
  const Civil c = civil_of(day);
  char text[40];
  std::snprintf(text, sizeof text, "%02d/%02d/%04d", c.day, c.month, c.year);
  return cell(text);
}

void CsvFile::end_row() {
  text_ += '\n';
  if (shuffled_ || text_.size() < k_flush_at) return;
  write(text_);
  text_.clear();
}

void CsvFile::close(std::uint64_t seed) {
  if (shuffled_) {
    const std::vector<std::size_t> order = shuffled_order(row_starts_.size(), seed);
    row_starts_.push_back(text_.size());
    for (const std::size_t row : order) {
      const std::size_t start = row_starts_[row];
      write(std::string_view(text_).substr(start, row_starts_[row + 1] - start));
    }
  } else {
    write(text_);
  }
  if (std::fclose(file_) != 0) give_up(path_);
}

void CsvFile::write(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), file_) != text.size()) give_up(path_);
}

}  // namespace tidemark::bench
