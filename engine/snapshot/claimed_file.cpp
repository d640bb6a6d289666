#include "snapshot/claimed_file.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "snapshot/collection_year.hpp"
#include "snapshot/content_kind.hpp"
#include "snapshot/file_rows.hpp"
#include "snapshot/tables_inside.hpp"

namespace tidemark {
namespace {

constexpr std::size_t k_look_bytes = 64 * 1024;

std::string look_text(std::string_view bytes, const EncodingFound& how) {
  bytes.remove_prefix(how.mark_bytes);
  if (how.encoding != Encoding::utf8) return from_utf16(bytes, how.encoding);
  const std::string_view heading = bytes.substr(0, bytes.find_first_of("\r\n"));
  return is_utf8(heading) ? std::string(bytes) : from_windows_1252(bytes);
}

std::string extension_of(const std::string& shown) {
  return std::filesystem::path(shown).extension().string();
}

// Would somebody who named a file so expect its lists to be read?
bool means_a_list(const FoundFile& found) {
  constexpr std::array<std::string_view, 5> k_lists{".csv", ".xls", ".xlsx", ".xlsm", ".xlsb"};
  return std::find(k_lists.begin(), k_lists.end(), lower(extension_of(found.shown))) !=
         k_lists.end();
}

std::string foreign_sentence(const std::string& shown, const KnownContent& known) {
  if (known.kind == ContentKind::old_xls) {
    return shown +
           " is an old Excel workbook (.xls) or one that is locked with a password: open it in "
           "Excel and save it as .xlsx without a password";
  }
  return shown + " is " + std::string(known.what) +
         ", not a list of values separated by commas: save it as CSV and load again";
}

// The year that a table's YEAR column, or else the names of sheet, file and folders, tell of.
int year_of(const ClaimedFile& file, const std::string& folder, int year_of_rows) {
  if (year_of_rows != 0) return year_of_rows;
  const std::size_t slash = folder.find_last_not_of('/');
  const std::string name = slash == std::string::npos ? "" : folder.substr(0, slash + 1);
  const std::size_t last = name.rfind('/');
  return year_in_path((last == std::string::npos ? name : name.substr(last + 1)) + "/" +
                      file.shown());
}

Status find_year_inside(ClaimedFile& file, const std::string& folder) {
  int year = 0;
  if (has_year_column(file.heading.layout.headings)) {
    NoteBook unused("");
    bool first = true;
    Status read = file.rows->give(unused, [&](const RowBlock& block) {
      if (first) year = year_in_block(block, file.heading.layout.headings);
      first = false;
    });
    if (!read.ok()) return read;
  }
  file.collection_year = year_of(file, folder, year);
  return Done{};
}

ClaimedFile look_at_list(const FoundFile& found, std::uint64_t size, std::string_view bytes,
                         const std::string& folder, const Sources& sources) {
  ClaimedFile file;
  file.found = found;
  file.bytes = size;
  const EncodingFound how = find_encoding(bytes);
  file.encoding = how.encoding;
  const std::string text = look_text(bytes, how);
  file.heading = read_heading(text, sources);
  if (trim(text).empty()) {
    file.claim.why_not = "it is empty";
  } else if (!file.heading.complete && file.bytes > k_look_bytes) {
    file.claim.why_not = "no heading row was found: its first row has no end within 64 KiB";
  } else {
    file.claim = claim(file.heading.layout.headings, sources);
  }
  if (file.claim.table < 0) return file;
  file.first_row = file.heading.bytes + (how.encoding == Encoding::utf8 ? how.mark_bytes : 0);
  const int year =
      year_in_rows(std::string_view(text).substr(file.heading.bytes), file.heading.layout);
  file.collection_year = year_of(file, folder, year);
  return file;
}

Result<ClaimedFiles> look_at_other(const FoundFile& found, const KnownContent& known,
                                   std::string_view bytes, const Sources& sources) {
  ClaimedFile file;
  file.found = found;
  if (known.kind == ContentKind::json) file.claim.refused = refused_json(bytes, sources);
  if (file.claim.refused.empty() && means_a_list(found)) {
    return Error{ErrorKind::input, foreign_sentence(found.shown, known)};
  }
  file.claim.why_not = "it is " + std::string(known.what);
  return ClaimedFiles{std::move(file)};
}

Result<ClaimedFiles> look_inside(const FoundFile& found, const KnownContent& known,
                                 std::string_view bytes, const Sources& sources) {
  switch (known.kind) {
    case ContentKind::zip:
      return look_into_workbook(found, sources);
    case ContentKind::xml:
      return look_into_xml(found, sources);
    case ContentKind::database:
      return look_into_database(found, sources);
    default:
      return look_at_other(found, known, bytes, sources);
  }
}

}  // namespace

Result<ClaimedFiles> look_at(const FoundFile& found, const std::string& folder,
                             const Sources& sources) {
  Result<OpenFile> opened = OpenFile::open(found.path, found.shown);
  if (!opened.ok()) return opened.error();
  std::string bytes(k_look_bytes, '\0');
  const std::int64_t got = opened.value().read_at(0, bytes.data(), bytes.size());
  if (got < 0) return opened.value().failed();
  bytes.resize(static_cast<std::size_t>(got));
  const KnownContent known = kind_of(bytes);
  if (known.kind != ContentKind::list && lower(extension_of(found.shown)) == ".txt") {
    return look_at_other(found, known, bytes, sources);  // a note to somebody, and no list at all
  }
  if (known.kind == ContentKind::list) {
    return ClaimedFiles{look_at_list(found, opened.value().size(), bytes, folder, sources)};
  }
  Result<ClaimedFiles> files = look_inside(found, known, bytes, sources);
  if (!files.ok()) return files;
  if (files.value().empty()) {  // a workbook of charts, a database without a table
    ClaimedFile nothing;
    nothing.found = found;
    nothing.claim.why_not = "there is no list in it";
    files.value().push_back(std::move(nothing));
  }
  for (ClaimedFile& file : files.value()) {
    if (file.claim.table < 0) continue;
    const Status year = find_year_inside(file, folder);
    if (!year.ok()) return year.error();
  }
  return files;
}

}  // namespace tidemark
