// Section 1: what was read, and what could not be.
#include <algorithm>
#include <map>

#include "report/causes.hpp"
#include "report/rows.hpp"
#include "report/sections.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

constexpr std::size_t k_notes_shown = 10;

std::string year_words(int collection_year) {
  if (collection_year == 0) return {};
  return std::to_string(collection_year - 1) + "/" + std::to_string(collection_year).substr(2);
}

std::string read_as(const Pack& pack, const SourceFile& file) {
  if (file.table < 0) return "not read: no known table has these columns";
  const SourceTable& table = pack.rulebook().sources.tables[static_cast<std::size_t>(file.table)];
  return table.name + " (" + table.dataset + ")";
}

void write_files(std::string& page, const Pack& pack) {
  Table table(page, "Files",
              {{"File", "file"},
               {"Read as", "file"},
               {"Rows", "number"},
               {"Collection year", ""},
               {"Columns left at the door", ""}});
  for (const SourceFile& file : pack.run().snapshot->files) {
    std::string dropped;
    for (const std::string& name : file.dropped) dropped += (dropped.empty() ? "" : ", ") + name;
    table.row({text(file.path), text(read_as(pack, file)), text(number(file.rows)),
               text(year_words(file.collection_year)), text(dropped.empty() ? "none" : dropped)});
  }
}

std::string days_covered(const RecordTable& table) {
  if (table.covers_from == k_earliest && table.covers_to == k_latest) return "everything";
  if (table.covers_from == k_earliest) return "up to " + in_words(table.covers_to);
  if (table.covers_to == k_latest) return "from " + in_words(table.covers_from);
  return in_words(table.covers_from) + " to " + in_words(table.covers_to);
}

void write_tables(std::string& page, const Pack& pack) {
  const Snapshot& snapshot = *pack.run().snapshot;
  std::map<std::string, std::string> missing;  // by dataset
  {
    Table table(page, "Tables",
                {{"Table", ""}, {"Of", ""}, {"Rows", "number"}, {"Days covered", ""}});
    for (std::size_t i = 0; i < snapshot.tables.size(); ++i) {
      const SourceTable& source = pack.rulebook().sources.tables[i];
      const RecordTable& rows = snapshot.tables[i];
      if (rows.supplied) {
        const bool wanted = std::any_of(source.columns.begin(), source.columns.end(),
                                        [](const SourceColumn& c) { return c.wanted; });
        table.row({text(source.name), text(source.dataset),
                   text(wanted ? number(rows.rows()) : "not needed by any rule"),
                   text(days_covered(rows))});
      } else if (!source.name.starts_with("tidemark_")) {  // no list that a council sends
        std::string& names = missing[source.dataset];
        names += (names.empty() ? "" : ", ") + source.name;
      }
    }
  }
  for (const auto& [dataset, names] : missing) {
    paragraph(page, element("strong", "Not supplied, " + dataset + ": ") + text(names) + text("."));
  }
}

// Rule by rule they stand once, in section 6.
void write_consequences(std::string& page, const Pack& pack) {
  const std::vector<MissingTable> missing = pack.run().undecided.missing_tables();
  if (missing.empty()) return;
  std::string causes;
  for (const MissingTable& cause : missing) causes += (causes.empty() ? "" : "; ") + cause.words;
  paragraph(page, element("strong", "What that leaves undecided: ") +
                      link_to("undecided-tables", "rule by rule, in section 6") +
                      text(" (" + causes + ")."));
}

struct NotesOfKind {
  std::uint64_t count = 0;
  std::vector<const LoadNote*> first;
};

void write_note_rows(std::string& page, const std::string& kind, const NotesOfKind& notes) {
  page += "<details open=\"\"><summary>" +
          text(kind + ": " + counted(notes.count, "note", "notes")).html + "</summary>\n";
  {
    Table table(page, "",
                {{"Where", ""}, {"Column", ""}, {"As it stood", ""}, {"What was done", ""}});
    for (const LoadNote* note : notes.first) {
      const std::string line = note->line == 0 ? "" : ":" + std::to_string(note->line);
      table.row({text(note->file + line), text(note->column), text(note->text),
                 text(note->what_was_done)});
    }
  }
  if (notes.count > notes.first.size()) {
    paragraph(page,
              "The other " + number(notes.count - notes.first.size()) +
                  " of this kind are in load-notes.csv.",
              "left-off");
  }
  page += "</details>\n";
}

void write_notes(std::string& page, const Pack& pack) {
  const std::vector<LoadNote>& all = pack.run().snapshot->notes;
  heading(page, 3, "notes", "What was not read as it stood");
  if (all.empty()) {
    paragraph(page, "Every value of every file was read as it stood.");
    return;
  }
  std::map<std::string, NotesOfKind> by_kind;
  for (const LoadNote& note : all) {
    NotesOfKind& notes = by_kind[note.kind];
    ++notes.count;
    if (notes.first.size() < k_notes_shown) notes.first.push_back(&note);
  }
  paragraph(page, counted(all.size(), "note", "notes") + " of " +
                      counted(by_kind.size(), "kind", "kinds") +
                      ". Every one is in load-notes.csv; the first " + number(k_notes_shown) +
                      " of each kind are here.");
  for (const auto& [kind, notes] : by_kind) write_note_rows(page, kind, notes);
}

}  // namespace

void write_inputs(std::string& page, const Pack& pack) {
  write_files(page, pack);
  write_tables(page, pack);
  write_consequences(page, pack);
  write_notes(page, pack);
}

}  // namespace tidemark::report
