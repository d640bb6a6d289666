#include "snapshot/claimed_file.hpp"

#include "base/text.hpp"
#include "snapshot/collection_year.hpp"
#include "snapshot/file_rows.hpp"

namespace tidemark {
namespace {

constexpr std::size_t k_look_bytes = 64 * 1024;

std::string look_text(std::string_view bytes, const EncodingFound& how) {
  bytes.remove_prefix(how.mark_bytes);
  if (how.encoding != Encoding::utf8) return from_utf16(bytes, how.encoding);
  const std::string_view heading = bytes.substr(0, bytes.find_first_of("\r\n"));
  return is_utf8(heading) ? std::string(bytes) : from_windows_1252(bytes);
}

std::string foreign_sentence(const std::string& shown, std::string_view what) {
  return shown + " is " + std::string(what) +
         ", not a list of values separated by commas: save it as CSV and load again";
}

void look_at_rows(ClaimedFile& file, std::string_view text, const EncodingFound& how,
                  const std::string& folder) {
  file.first_row = file.heading.bytes + (how.encoding == Encoding::utf8 ? how.mark_bytes : 0);
  file.collection_year = year_in_rows(text.substr(file.heading.bytes), file.heading.layout);
  if (file.collection_year == 0) {
    const std::size_t slash = folder.find_last_not_of('/');
    const std::string name = slash == std::string::npos ? "" : folder.substr(0, slash + 1);
    const std::size_t last = name.rfind('/');
    file.collection_year = year_in_path((last == std::string::npos ? name : name.substr(last + 1)) +
                                        "/" + file.found.shown);
  }
}

}  // namespace

Result<ClaimedFile> look_at(const FoundFile& found, const std::string& folder,
                            const Sources& sources) {
  Result<OpenFile> opened = OpenFile::open(found.path, found.shown);
  if (!opened.ok()) return opened.error();
  ClaimedFile file;
  file.found = found;
  file.bytes = opened.value().size();
  std::string bytes(k_look_bytes, '\0');
  const std::int64_t got = opened.value().read_at(0, bytes.data(), bytes.size());
  if (got < 0) return opened.value().failed();
  bytes.resize(static_cast<std::size_t>(got));
  const bool note_only = lower(found.path.extension().string()) == ".txt";
  const std::string_view foreign = foreign_content(bytes);
  if (!foreign.empty()) {
    if (!note_only) return Error{ErrorKind::input, foreign_sentence(found.shown, foreign)};
    file.claim.why_not = "it is " + std::string(foreign);
    return file;
  }
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
  if (file.claim.table >= 0) look_at_rows(file, text, how, folder);
  return file;
}

}  // namespace tidemark
