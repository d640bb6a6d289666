// What other programs read in the files that the report writes: poppler's of a PDF, the engine's
// own reader's of a workbook.
#pragma once

#include <string>
#include <vector>

namespace tidemark::made {

// A file that goes when this does.
class ScratchFile {
 public:
  ScratchFile(const std::string& name, const std::string& bytes);
  ~ScratchFile();
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// What `command` prints with the file's path after it; tools/setup installs poppler-utils.
[[nodiscard]] std::string printed_by(const std::string& command, const std::string& pdf);
// What qpdf complains of; "" nothing.
[[nodiscard]] std::string qpdf_complaint(const std::string& pdf);

struct ReadSheet {
  std::string name;
  bool hidden = false;
  std::vector<std::vector<std::string>> rows;  // as text, from column A
};
[[nodiscard]] std::vector<ReadSheet> sheets_of(const std::string& xlsx);
// A part of a zip file; "" where it has none of that name.
[[nodiscard]] std::string part_of(const std::string& zip, const std::string& part);

}  // namespace tidemark::made
