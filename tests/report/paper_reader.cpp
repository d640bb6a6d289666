#include "paper_reader.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>

#include "base/file.hpp"
#include "snapshot/sheet_reader.hpp"

namespace tidemark::made {

ScratchFile::ScratchFile(const std::string& name, const std::string& bytes)
    : path_((std::filesystem::temp_directory_path() /
             ("tidemark-" + std::to_string(getpid()) + "-" + name))
                .string()) {
  REQUIRE(write_file(path_, bytes).ok());
}

ScratchFile::~ScratchFile() {
  std::error_code gone_already;
  std::filesystem::remove(path_, gone_already);
}

std::string printed_by(const std::string& command, const std::string& pdf) {
  const ScratchFile file("paper.pdf", pdf);
  FILE* pipe = popen((command + " " + file.path() + " 2>&1").c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string out;
  char part[4096];
  for (std::size_t got = 0; (got = fread(part, 1, sizeof part, pipe)) > 0;) out.append(part, got);
  CHECK(pclose(pipe) == 0);
  return out;
}

std::vector<ReadSheet> sheets_of(const std::string& xlsx) {
  const ScratchFile file("book.xlsx", xlsx);
  const Result<Workbook> book = open_workbook(file.path(), "book.xlsx");
  REQUIRE(book.ok());
  Result<ZipFile> zip = ZipFile::open(file.path(), "book.xlsx");
  REQUIRE(zip.ok());
  std::vector<ReadSheet> sheets;
  for (const Sheet& sheet : book.value().sheets) {
    ReadSheet read{sheet.name, sheet.hidden, {}};
    const auto take = [&](const SheetRow& row) {
      read.rows.emplace_back();
      for (const SheetCell& cell : row.cells) {
        read.rows.back().resize(std::max<std::size_t>(read.rows.back().size(), cell.column + 1));
        read.rows.back()[cell.column] = cell.text;
      }
      return true;
    };
    REQUIRE(read_sheet(zip.value(), book.value(), sheet, 0, take).ok());
    sheets.push_back(read);
  }
  return sheets;
}

std::string part_of(const std::string& bytes, const std::string& part) {
  const ScratchFile file("parts.zip", bytes);
  Result<ZipFile> zip = ZipFile::open(file.path(), "parts.zip");
  REQUIRE(zip.ok());
  if (!zip.value().has(part)) return "";
  std::string out;
  REQUIRE(zip.value()
              .unpack(part,
                      [&](std::string_view piece) {
                        out += piece;
                        return true;
                      })
              .ok());
  return out;
}

}  // namespace tidemark::made
