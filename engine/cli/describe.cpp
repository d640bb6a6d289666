// tidemark describe [RULE]: a rule in plain English, as it runs.
#include "rulebook/describe.hpp"

#include <iostream>
#include <string>

#include "cli/opening.hpp"
#include "cli/outcome.hpp"
#include "cli/verbs.hpp"

namespace tidemark::cli {

namespace {

struct Request {
  std::string rule, rules;
};

void list_rules(const Rulebook& rulebook) {
  for (const Rule& rule : rulebook.rules) {
    std::cout << rule.id << "  " << rule.title << " (" << name_of(rule.standing) << ", "
              << name_of(rule.maturity) << ")\n";
  }
}

void print(const Rulebook& rulebook, const Rule& rule) {
  std::cout << rule.id << "  " << rule.title << "\n";
  for (const Passage& passage : describe_rule(rulebook, rule)) {
    std::cout << "\n" << passage.heading << "\n";
    for (const std::string& line : passage.lines) std::cout << "  " << line << "\n";
  }
}

std::string ids_of(const Rulebook& rulebook) {
  std::string ids;
  for (const Rule& rule : rulebook.rules) ids += (ids.empty() ? "" : ", ") + rule.id;
  return ids;
}

int run(const Request& request) {
  const Result<Rulebook> rulebook = open_rules(request.rules);
  if (!rulebook) return fail(rulebook.error());
  if (request.rule.empty()) {
    list_rules(rulebook.value());
    return k_done;
  }
  bool found = false;
  for (const Rule& rule : rulebook.value().rules) {
    if (rule.id != request.rule) continue;
    if (found) std::cout << "\n";
    print(rulebook.value(), rule);
    found = true;
  }
  if (found) return k_done;
  say_problems(rulebook.value());
  return fail({ErrorKind::usage,
               "there is no rule " + request.rule + "; the rules are " + ids_of(rulebook.value())});
}

}  // namespace

void add_describe(CommandLine& app, int& exit_code) {
  Verb* verb = app.add_subcommand("describe", "Say what a rule means, in plain English.");
  auto request = std::make_shared<Request>();
  verb->add_option("rule", request->rule, "The rule's id; without it the rules are listed")
      .type_name("RULE");
  verb->add_option("--rules", request->rules, "Folder of rules (default: the shipped rules)")
      .type_name("DIR");
  verb->footer(
      "Examples:\n  tidemark describe\n  tidemark describe PO-9M\n"
      "  tidemark describe PO-9M --rules our-rules");
  verb->callback([request, &exit_code] { exit_code = run(*request); });
}

}  // namespace tidemark::cli
