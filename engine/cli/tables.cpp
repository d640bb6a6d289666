// tidemark tables: what a folder was read as, and what was not read as it stood.
#include <iostream>
#include <map>
#include <string>

#include "cli/opening.hpp"
#include "cli/outcome.hpp"
#include "cli/verbs.hpp"
#include "report/case_tables_csv.hpp"

namespace tidemark::cli {

namespace {

struct Request {
  std::string snapshot, rules, as_at;
};

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out.empty() ? "none" : out;
}

std::string days_covered(const RecordTable& table) {
  if (table.covers_from == k_earliest && table.covers_to == k_latest) return "all days";
  const std::string from = table.covers_from == k_earliest ? "" : iso(table.covers_from);
  return from + ".." + (table.covers_to == k_latest ? "" : iso(table.covers_to));
}

void print_files(const Snapshot& snapshot, const Sources& sources) {
  std::cout << "Files\n";
  for (const SourceFile& file : snapshot.files) {
    std::cout << "  " << file.path << ": ";
    if (file.table < 0) {
      std::cout << "not read, no known table has these columns\n";
      continue;
    }
    const SourceTable& table = sources.tables[static_cast<std::size_t>(file.table)];
    std::cout << table.name << " (" << table.dataset << "), " << file.rows << " rows";
    if (file.collection_year != 0) std::cout << ", year to 31 March " << file.collection_year;
    std::cout << "\n    columns left at the door: " << joined(file.dropped) << "\n";
  }
}

void print_tables(const Snapshot& snapshot, const Sources& sources) {
  std::vector<std::string> missing;
  std::cout << "\nTables\n";
  for (std::size_t i = 0; i < snapshot.tables.size(); ++i) {
    const RecordTable& rows = snapshot.tables[i];
    const SourceTable& table = sources.tables[i];
    if (!rows.supplied) {
      missing.push_back(table.name);
      continue;
    }
    std::vector<std::string> used;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      if (rows.column_supplied[c] && table.columns[c].wanted) used.push_back(table.columns[c].name);
    }
    std::cout << "  " << table.name << ": " << rows.rows() << " rows, covers " << days_covered(rows)
              << "\n    columns used: " << joined(used) << "\n";
  }
  std::cout << "  not supplied: " << joined(missing) << "\n";
}

void print_notes(const Snapshot& snapshot) {
  std::map<std::string, std::uint64_t> by_kind;
  for (const LoadNote& note : snapshot.notes) ++by_kind[note.kind];
  std::cout << "\nNotes: " << snapshot.notes.size() << "\n";
  for (const auto& [kind, count] : by_kind) std::cout << "  " << kind << ": " << count << "\n";
}

// The case tables cell by cell, whether a rule asks for them or not.
int print_cells(const Request& request, Rulebook& rulebook) {
  const Result<Day> as_at = day_named("--as-at", request.as_at);
  if (!as_at) return fail(as_at.error());
  const Result<Snapshot> snapshot =
      open_snapshot(request.snapshot, rulebook, 1, report::every_field(rulebook.model));
  if (!snapshot) return fail(snapshot.error());
  std::cout << report::case_tables_csv(rulebook, snapshot.value(), as_at.value());
  return k_done;
}

int run(const Request& request) {
  Result<Rulebook> rulebook = open_rules(request.rules);
  if (!rulebook) return fail(rulebook.error());
  if (!request.as_at.empty()) return print_cells(request, rulebook.value());
  const Result<Snapshot> snapshot = open_snapshot(request.snapshot, rulebook.value(), 1);
  if (!snapshot) return fail(snapshot.error());
  std::cout << request.snapshot << ": " << snapshot.value().children.size() << " children\n\n";
  print_files(snapshot.value(), rulebook.value().sources);
  print_tables(snapshot.value(), rulebook.value().sources);
  print_notes(snapshot.value());
  return k_done;
}

}  // namespace

void add_tables(CommandLine& app, int& exit_code) {
  Verb* verb = app.add_subcommand("tables",
                                  "Say what a snapshot was read as, file by file or cell by cell.");
  auto request = std::make_shared<Request>();
  verb->add_option("--snapshot", request->snapshot, "Folder or file with the data")
      .required()
      .type_name("PATH");
  verb->add_option("--rules", request->rules, "Folder of rules (default: the shipped rules)")
      .type_name("DIR");
  verb->add_option("--as-at", request->as_at,
                   "Print the case tables as they stand on that day instead, cell by cell, as CSV")
      .type_name("YYYY-MM-DD");
  verb->footer(
      "Examples:\n  tidemark tables --snapshot exports/2018\n"
      "  tidemark tables --snapshot exports/2018 --as-at 2018-03-31 > cells.csv");
  verb->callback([request, &exit_code] { exit_code = run(*request); });
}

}  // namespace tidemark::cli
