#include "snapshot/tables_inside.hpp"

#include "base/text.hpp"
#include "snapshot/database_rows.hpp"
#include "snapshot/sheet_table.hpp"
#include "snapshot/xml_tables.hpp"

namespace tidemark {
namespace {

// A name that is shown between brackets after a path: nothing in it may look like either.
std::string name_inside(std::string_view name) {
  std::string plain = shorten(name, 80);
  for (char& c : plain) {
    if (static_cast<unsigned char>(c) < 0x20 || c == '/' || c == '[' || c == ']') c = ' ';
  }
  return plain;
}

}  // namespace

Result<ClaimedFiles> look_into_workbook(const FoundFile& found, const Sources& sources) {
  Result<Workbook> opened = open_workbook(found.path, found.shown);
  if (!opened.ok()) return opened.error();
  const auto book = std::make_shared<const Workbook>(std::move(opened).value());
  Result<ZipFile> zip = ZipFile::open(found.path, found.shown);
  if (!zip.ok()) return zip.error();
  ClaimedFiles files;
  for (std::size_t i = 0; i < book->sheets.size(); ++i) {
    const Sheet& sheet = book->sheets[i];
    Result<SheetHeading> heading = find_sheet_heading(zip.value(), *book, sheet, sources);
    if (!heading.ok()) return heading.error();
    ClaimedFile file;
    file.found = found;
    file.inside = name_inside(sheet.name);
    file.bytes = zip.value().unpacked_size(sheet.part);
    file.hidden = sheet.hidden;
    file.heading.layout.headings = heading.value().headings;
    file.heading.lines = heading.value().row;
    if (heading.value().row == 0) {
      file.claim.why_not = "the sheet is empty";
    } else {
      file.claim = claim(heading.value().headings, sources);
    }
    if (book->from_1904) file.claim.serial_days = k_1904_days;
    file.rows = std::make_shared<SheetRows>(book, i, std::move(heading).value());
    files.push_back(std::move(file));
  }
  return files;
}

Result<ClaimedFiles> look_into_database(const FoundFile& found, const Sources& sources) {
  Result<DatabaseFile> opened = DatabaseFile::open(found.path, found.shown);
  if (!opened.ok()) return opened.error();
  Result<std::vector<DatabaseTable>> tables = opened.value().tables();
  if (!tables.ok()) return tables.error();
  std::error_code unknown;
  const std::uint64_t bytes = std::filesystem::file_size(found.path, unknown);
  ClaimedFiles files;
  for (DatabaseTable& table : tables.value()) {
    ClaimedFile file;
    file.found = found;
    file.inside = name_inside(table.name);
    file.bytes = unknown ? 0 : bytes / tables.value().size();
    file.heading.layout.headings = table.columns;
    file.claim = claim(table.columns, sources);
    file.rows = std::make_shared<DatabaseRows>(found.path, found.shown, std::move(table));
    files.push_back(std::move(file));
  }
  return files;
}

Result<ClaimedFiles> look_into_xml(const FoundFile& found, const Sources& sources) {
  Result<OpenFile> opened = OpenFile::open(found.path, found.shown);
  if (!opened.ok()) return opened.error();
  Result<XmlTables> read = read_xml_tables(opened.value(), found.shown, sources);
  if (!read.ok()) return read.error();
  ClaimedFile file;
  file.found = found;
  ClaimedFiles files;
  if (!read.value().refused.empty() || read.value().tables.empty()) {
    file.bytes = opened.value().size();
    file.claim.refused = read.value().refused;
    file.claim.why_not = read.value().why_not;
    files.push_back(std::move(file));
    return files;
  }
  for (XmlTable& table : read.value().tables) {
    file.heading.layout.headings = std::move(table.headings);
    file.claim = std::move(table.claim);
    file.rows = std::move(table.rows);
    file.bytes = opened.value().size() / read.value().tables.size();
    files.push_back(file);
  }
  std::vector<std::string>& dropped = files.front().claim.dropped;
  dropped.insert(dropped.end(), read.value().not_read.begin(), read.value().not_read.end());
  return files;
}

}  // namespace tidemark
