#include "snapshot/found_files.hpp"

#include <algorithm>
#include <array>
#include <system_error>

#include "base/text.hpp"

namespace tidemark {
namespace {

namespace fs = std::filesystem;

bool is_list(const fs::path& path) {
  const std::string extension = lower(path.extension().string());
  constexpr std::array<std::string_view, 12> k_read{".csv", ".txt",  ".xlsx",   ".xlsm",
                                                    ".xls", ".xlsb", ".xml",    ".json",
                                                    ".db",  ".db3",  ".sqlite", ".sqlite3"};
  return std::find(k_read.begin(), k_read.end(), extension) != k_read.end();
}

bool is_hidden(const fs::path& path) {
  // "~$annex-a.xlsx" is what Excel leaves beside a workbook that somebody has open.
  const std::string name = path.filename().string();
  return name.starts_with('.') || name.starts_with("~$");
}

Error cannot_read(const std::string& what, const std::error_code& why) {
  return {ErrorKind::input, what + " cannot be read: " + why.message()};
}

Result<FoundFiles> find_in_folder(const std::string& named) {
  FoundFiles found{named, {}, {}};
  std::error_code failed;
  fs::recursive_directory_iterator at(named, failed);
  const fs::recursive_directory_iterator end;
  while (!failed && at != end) {
    const fs::path path = at->path();
    std::error_code broken_link;
    if (is_hidden(path)) {
      at.disable_recursion_pending();
    } else if (!at->is_directory(broken_link)) {
      std::string shown = path.lexically_relative(named).generic_string();
      if (is_list(path)) {
        found.files.push_back({path, std::move(shown)});
      } else {
        found.passed_over.push_back(std::move(shown));
      }
    }
    at.increment(failed);
  }
  if (failed) return cannot_read("the folder " + named, failed);
  std::sort(found.files.begin(), found.files.end(),
            [](const FoundFile& a, const FoundFile& b) { return a.shown < b.shown; });
  std::sort(found.passed_over.begin(), found.passed_over.end());
  return found;
}

Error nothing_to_read(const FoundFiles& found) {
  std::string message = "the folder " + found.name;
  if (found.passed_over.empty()) {
    message +=
        " is empty: it should hold the files of the return or the lists (.csv, .xlsx, .xml, "
        ".sqlite)";
  } else {
    message += " holds no file that is read: .csv, .txt, .xlsx, .xml or .sqlite (found " +
               found.passed_over.front();
    const std::size_t others = found.passed_over.size() - 1;
    if (others > 0) message += " and " + std::to_string(others) + " more";
    message += "): save the lists as one of these first";
  }
  return {ErrorKind::input, message};
}

}  // namespace

Result<FoundFiles> find_files(const std::string& path) {
  std::error_code failed;
  const fs::file_status status = fs::status(path, failed);
  if (status.type() == fs::file_type::not_found) {
    return Error{ErrorKind::input, "there is no file or folder " + path};
  }
  if (failed) return cannot_read(path, failed);
  if (!fs::is_directory(status)) {
    const fs::path file(path);
    return FoundFiles{path, {{file, file.filename().string()}}, {}};
  }
  Result<FoundFiles> found = find_in_folder(path);
  if (found.ok() && found.value().files.empty()) return nothing_to_read(found.value());
  return found;
}

}  // namespace tidemark
