// Workbook: what an .xlsx file says of its sheets before any is read: their names, the texts that
// cells share, which cell formats are dates, and from which year days count. Built once, then read
// by any thread; each reader of a sheet opens the zip file for itself.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "snapshot/sheet_number.hpp"
#include "snapshot/zip_file.hpp"

namespace tidemark {

struct Sheet {
  std::string name;
  std::string part;  // of the zip file
  bool hidden = false;
};

// Texts that cells name by their number.
class SharedTexts {
 public:
  void add(std::string_view text);
  [[nodiscard]] std::size_t size() const { return offset_.size() - 1; }
  [[nodiscard]] std::string_view text(std::size_t index) const {
    return std::string_view(text_).substr(offset_[index], offset_[index + 1] - offset_[index]);
  }
  [[nodiscard]] std::size_t bytes() const { return text_.size(); }

 private:
  std::string text_;
  std::vector<std::size_t> offset_{0};
};

struct Workbook {
  std::filesystem::path path;
  std::string shown;
  bool from_1904 = false;
  std::vector<Sheet> sheets;          // worksheets only, in the order of their tabs
  std::vector<NumberFormat> formats;  // by cell style
  SharedTexts texts;
};

// "" where `zip` is a workbook of sheets in XML; else what it is instead, and what to do.
[[nodiscard]] std::string why_no_workbook(const ZipFile& zip);
[[nodiscard]] Result<Workbook> open_workbook(const std::filesystem::path& path,
                                             const std::string& shown);

}  // namespace tidemark
