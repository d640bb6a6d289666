// tidemark template [NAME]: the CSV heading of a list, for a council to fill in.
#include <iostream>
#include <map>
#include <string>

#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/opening.hpp"
#include "cli/outcome.hpp"
#include "cli/verbs.hpp"
#include "report/report.hpp"

namespace tidemark::cli {

namespace {

struct Request {
  std::string name, out, rules;
  bool columns = false;
};

// The child first, as the council's own lists have it.
std::vector<const SourceColumn*> columns_of(const SourceTable& table) {
  std::vector<const SourceColumn*> out;
  const auto child = static_cast<std::size_t>(table.child_column);
  out.push_back(&table.columns[child]);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (i != child) out.push_back(&table.columns[i]);
  }
  return out;
}

std::string heading_of(const SourceTable& table) {
  std::string line;
  for (const SourceColumn* column : columns_of(table)) {
    line += (line.empty() ? "" : ",") + csv_cell(column->name);
  }
  return line + "\r\n";
}

const char* words_of(FieldKind kind) {
  switch (kind) {
    case FieldKind::date:
      return "a date; blank: the day is not known";
    case FieldKind::milestone:
      return "a date; blank: it has not happened";
    case FieldKind::booking:
      return "a date, may lie ahead; blank: nothing is booked";
    case FieldKind::code:
      return "one of";
    case FieldKind::code_set:
      return "any of, with + between them; blank: none";
    case FieldKind::text:
      return "text";
    case FieldKind::number:
      return "a number";
    case FieldKind::flag:
      return "yes or no; blank: not known";
    case FieldKind::id:
      return "an id";
  }
  return "";
}

void print_columns(const SourceTable& table) {
  for (const SourceColumn* column : columns_of(table)) {
    std::cout << column->name << ": " << words_of(column->kind) << "\n";
    if (column->kind != FieldKind::code && column->kind != FieldKind::code_set) continue;
    for (const Code& code : column->codes) {
      std::cout << "    " << code.value << "  " << code.meaning << "\n";
    }
  }
}

void list_tables(const Sources& sources) {
  std::map<std::string, std::vector<std::string>> by_dataset;
  for (const SourceTable& table : sources.tables) {
    if (table.name.starts_with("tidemark_")) continue;  // Tidemark writes it itself
    by_dataset[table.dataset].push_back(table.name);
  }
  for (const auto& [dataset, names] : by_dataset) {
    std::cout << dataset << ":";
    for (const std::string& name : names) std::cout << " " << name;
    std::cout << "\n";
  }
}

int write(const SourceTable& table, const std::string& folder) {
  if (Status made = report::make_folder(folder); !made) return fail(made.error());
  const std::string path = folder + "/" + table.name + ".csv";
  if (Status written = write_file(path, heading_of(table)); !written) return fail(written.error());
  std::cout << "wrote " << path << "\n";
  return k_done;
}

int run(const Request& request) {
  const Result<Rulebook> rulebook = open_rules(request.rules);
  if (!rulebook) return fail(rulebook.error());
  const Sources& sources = rulebook.value().sources;
  if (request.name.empty()) {
    list_tables(sources);
    return k_done;
  }
  std::vector<std::string> names;
  for (const SourceTable& table : sources.tables) {
    names.push_back(table.name);
    if (lower(table.name) != lower(request.name)) continue;
    if (request.columns) {
      print_columns(table);
      return k_done;
    }
    if (!request.out.empty()) return write(table, request.out);
    std::cout << heading_of(table);
    return k_done;
  }
  const std::string meant = nearest(request.name, names);
  return fail({ErrorKind::usage, "there is no list " + request.name +
                                     (meant.empty() ? "" : "; did you mean " + meant + "?") +
                                     " (tidemark template lists them)"});
}

}  // namespace

void add_template(CommandLine& app, int& exit_code) {
  Verb* verb =
      app.add_subcommand("template", "Write the CSV heading of a list that Tidemark can read.");
  auto request = std::make_shared<Request>();
  verb->add_option("name", request->name, "The list, such as x_court; without it they are listed")
      .type_name("NAME");
  verb->add_option("--out", request->out, "Write DIR/NAME.csv (default: print the heading)")
      .type_name("DIR");
  verb->add_flag("--columns", request->columns, "Say instead what each column may hold");
  verb->add_option("--rules", request->rules, "Folder of rules (default: the shipped rules)")
      .type_name("DIR");
  verb->footer(
      "Examples:\n  tidemark template\n  tidemark template x_court --out lists\n"
      "  tidemark template x_court --columns");
  verb->callback([request, &exit_code] { exit_code = run(*request); });
}

}  // namespace tidemark::cli
