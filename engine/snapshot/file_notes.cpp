#include "snapshot/file_notes.hpp"

namespace tidemark {

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

void note_not_claimed(const ClaimedFile& file, NoteBook& book) {
  book.add(
      Note::file_not_claimed, 0, "", listed(file.heading.layout.headings),
      file.claim.why_not + (file.inside.empty() ? "; the file is not read" : "; it is not read"));
}

void note_how_it_is_written(const ClaimedFile& file, const SourceTable& table, NoteBook& book) {
  if (!file.claim.dropped.empty()) {
    book.add(Note::columns_dropped, file.heading.lines, "", listed(file.claim.dropped),
             "no rule needs them: these columns are left at the door");
  }
  for (const std::string& twice : file.claim.twice) {
    book.add(Note::heading_twice, file.heading.lines, twice, twice,
             "the first column of that name is read");
  }
  if (!file.claim.also.empty()) {
    book.add(Note::two_tables, 0, "", "",
             "its columns fit " + table.name + " and " + file.claim.also + "; it is read as " +
                 table.name);
  }
  if (file.hidden) {
    book.add(Note::hidden_sheet, 0, "", "", "the sheet is hidden in the workbook; it is read");
  }
  if (file.encoding != Encoding::utf8) {
    book.add(Note::text_encoding, 0, "", "", "the file is UTF-16 and was read as that");
  }
}

void note_second_file(const SourceFile& file, const std::vector<SourceFile>& others,
                      const SourceTable& table, NoteBook& book) {
  for (const SourceFile& other : others) {
    if (other.table != file.table || other.collection_year != file.collection_year) continue;
    const std::string year =
        file.collection_year == 0 ? "" : " of " + std::to_string(file.collection_year);
    book.add(Note::two_files, 0, "", "",
             other.path + " is " + table.name + year + " as well; both are read");
    return;
  }
}

}  // namespace tidemark
