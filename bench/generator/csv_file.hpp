// CsvFile: one file of the reference data, written row by row; with `shuffled`, its rows come out
// in a random order. One owner, one thread.
#pragma once

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/day.hpp"

namespace tidemark::bench {

class CsvFile {
 public:
  // Ends the program with a message when the file cannot be written.
  CsvFile(const std::string& path, const char* heading, bool shuffled);
  CsvFile(const CsvFile&) = delete;
  CsvFile& operator=(const CsvFile&) = delete;

  void begin_row(std::string_view child);
  CsvFile& cell(std::string_view text);  // each cell is written with the comma before it
  CsvFile& cell(char letter) { return cell(std::string_view(&letter, 1)); }
  CsvFile& date(Day day);
  void end_row();
  void close(std::uint64_t seed);  // of the shuffling

 private:
  void write(std::string_view text);

  std::string path_;
  std::FILE* file_;
  std::string text_;
  bool shuffled_;
  std::vector<std::size_t> row_starts_;
};

}  // namespace tidemark::bench
