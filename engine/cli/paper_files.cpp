#include "cli/paper_files.hpp"

#include <filesystem>
#include <system_error>

#include "base/file.hpp"
#include "report/formats.hpp"

namespace tidemark::cli {

namespace {

Status add_format(const report::Document& paper, const std::string& name, const std::string& format,
                  std::vector<PackFile>& files) {
  if (format == "html") {
    files.push_back({name + ".html", report::document_html(paper)});
  } else if (format == "json") {
    files.push_back({name + ".json", report::document_json(paper)});
  } else if (format == "csv") {
    for (auto& [file, bytes] : report::document_csvs(paper))
      files.push_back({name + "/" + file, std::move(bytes)});
  } else {
    auto bytes = format == "pdf"    ? report::document_pdf(paper)
                 : format == "docx" ? report::document_docx(paper)
                                    : report::document_xlsx(paper);
    if (!bytes) return bytes.error();
    files.push_back({name + "." + format, std::move(bytes).value()});
  }
  return Done{};
}

}  // namespace

Result<std::vector<PackFile>> paper_files(const report::Document& paper, const std::string& name,
                                          const std::vector<std::string>& formats) {
  std::vector<PackFile> files;
  for (const std::string& format : formats) {
    if (const Status added = add_format(paper, name, format, files); !added) return added.error();
  }
  return files;
}

Status write_paper_files(const std::vector<PackFile>& files, const std::string& folder) {
  namespace fs = std::filesystem;
  for (const PackFile& file : files) {
    const fs::path path = fs::path(folder) / file.path;
    std::error_code failed;
    fs::create_directories(path.parent_path(), failed);
    if (failed) {
      return Error{ErrorKind::input, "the folder " + path.parent_path().string() +
                                         " cannot be made: " + failed.message() +
                                         "; name another with --out"};
    }
    if (Status written = write_file(path, file.bytes); !written) return written;
  }
  return Done{};
}

}  // namespace tidemark::cli
