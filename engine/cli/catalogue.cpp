// tidemark catalogue and tidemark dictionary: what the rule files say, for people to read. One
// file, because they are the same verb over two halves of a rulebook.
#include "report/catalogue.hpp"

#include <iostream>
#include <string>

#include "cli/opening.hpp"
#include "cli/outcome.hpp"
#include "cli/verbs.hpp"

namespace tidemark::cli {

namespace {

struct Request {
  std::string rules;
  std::string format = "md";
};

using Print = std::string (*)(const Rulebook& rules, const Rulebook& measures);

int run(const Request& request, Print markdown, Print csv) {
  const Result<Rulebook> rulebook = open_rules(request.rules, FileKind::tracker);
  if (!rulebook) return fail(rulebook.error());
  const Result<Rulebook> measures = open_rules(request.rules, FileKind::measure);
  if (!measures) return fail(measures.error());
  say_problems(rulebook.value());
  say_problems(measures.value());
  std::cout << (request.format == "csv" ? csv : markdown)(rulebook.value(), measures.value());
  return k_done;
}

void add(CommandLine& app, int& exit_code, const char* name, const char* what, Print markdown,
         Print csv) {
  Verb* verb = app.add_subcommand(name, what);
  auto request = std::make_shared<Request>();
  verb->add_option("--rules", request->rules, "Folder of rules (default: the shipped rules)")
      .type_name("DIR");
  verb->add_option("--format", request->format, "md or csv")
      .check(Allowed::among({"md", "csv"}))
      .capture_default_str()
      .type_name("FORMAT");
  verb->footer("Examples:\n  tidemark " + std::string(name) + "\n  tidemark " + name +
               " --rules our-rules --format csv");
  verb->callback([=, &exit_code] { exit_code = run(*request, markdown, csv); });
}

}  // namespace

void add_catalogue(CommandLine& app, int& exit_code) {
  add(app, exit_code, "catalogue", "Print every rule, tracker and measure, as the files say them.",
      report::catalogue_md, report::catalogue_csv);
}

void add_dictionary(CommandLine& app, int& exit_code) {
  add(app, exit_code, "dictionary", "Print every case table, its fields and what feeds them.",
      report::dictionary_md, report::dictionary_csv);
}

}  // namespace tidemark::cli
