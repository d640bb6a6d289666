// tidemark check: loads the rules, runs their examples and the edge cases that the engine finds,
// and says which outcomes of each rule were seen.
#include "evaluate/check.hpp"

#include <algorithm>
#include <iostream>
#include <string>

#include "cli/opening.hpp"
#include "cli/outcome.hpp"
#include "cli/verbs.hpp"
#include "report/rule_coverage_table.hpp"

namespace tidemark::cli {

namespace {

struct Checked {
  std::vector<CheckResult> examples, edges;
  std::vector<CoverageCell> cells;
};

struct Request {
  std::string rules;
  std::string format = "text";
  std::vector<std::string> fail_on;
  bool verbose = false;
  bool coverage = false;
};

void print(const CheckResult& result) {
  std::cout << result.file << ":" << result.line << ": " << result.rule << ", "
            << (result.automatic ? "edge case" : "example") << " \"" << result.name << "\": ";
  if (result.passed) {
    std::cout << "as expected, " << result.got << "\n";
  } else {
    std::cout << "expected " << result.expected << "; got " << result.got << "\n";
  }
}

std::size_t print_all(const std::vector<CheckResult>& results, bool verbose) {
  std::size_t failed = 0;
  for (const CheckResult& result : results) {
    failed += result.passed ? 0 : 1;
    if (verbose || !result.passed) print(result);
  }
  return failed;
}

std::size_t print_problems(const Rulebook& rulebook, bool fatal) {
  std::size_t count = 0;
  for (const RuleProblem& problem : rulebook.problems) {
    if (problem.fatal != fatal) continue;
    std::cout << (fatal ? "" : "warning: ") << problem.message << "\n";
    ++count;
  }
  return count;
}

std::string as_expected(std::size_t all, std::size_t failed, const std::string& what) {
  return std::to_string(all) + " " + what + ", " + std::to_string(failed) + " not as expected";
}

// What was wrong, and one line on how much was looked at.
void print_cases(const Rulebook& rulebook, const std::vector<CheckResult>& examples,
                 const std::vector<CheckResult>& edges, bool verbose) {
  const std::size_t broken = print_problems(rulebook, true);
  const std::size_t warnings = print_problems(rulebook, false);
  const std::size_t bad_examples = print_all(examples, verbose);
  const std::size_t bad_edges = print_all(edges, verbose);
  std::cout << rulebook.rules.size() << " rules loaded, " << broken << " problems, " << warnings
            << " warnings; " << as_expected(examples.size(), bad_examples, "examples") << "; "
            << as_expected(edges.size(), bad_edges, "edge cases") << ".\n";
}

// Measures have no examples; that they load, and rest on measures that do, is what can be checked.
bool measures_are_well(const Rulebook& measures, bool is_said) {
  const bool well = measures.problems.empty();
  if (!is_said) {
    say_problems(measures, "measure");
  } else if (!measures.measures.empty() || !well) {
    const std::size_t broken = print_problems(measures, true);
    std::cout << measures.measures.size() << " measures loaded, " << broken << " problems.\n";
  }
  return well;
}

bool all_well(const Rulebook& rulebook, const std::vector<CheckResult>& results) {
  return std::all_of(results.begin(), results.end(), [](const auto& r) { return r.passed; }) &&
         std::none_of(rulebook.problems.begin(), rulebook.problems.end(),
                      [](const auto& problem) { return problem.fatal; });
}

// Edge cases hold for any number that a council may choose.
void add_edge_cases(const Rulebook& rulebook, std::vector<CheckResult>& edges) {
  for (CheckResult& result : run_edge_cases(rulebook)) edges.push_back(std::move(result));
}

void print(const Request& request, const Rulebook& chosen, const Rulebook& rulebook,
           const Checked& checked) {
  if (request.format == "csv") {
    std::cout << report::coverage_csv(rulebook, checked.cells);
    say_problems(chosen);
    return;
  }
  print_cases(chosen, checked.examples, checked.edges, request.verbose);
  const bool gaps_matter = !request.fail_on.empty();
  if (request.coverage) std::cout << "\n" << report::coverage_text(rulebook, checked.cells) << "\n";
  if (request.coverage || gaps_matter) std::cout << report::gaps_text(rulebook, checked.cells);
  std::cout << report::sentence_of(report::sum_of(rulebook, checked.cells)) << "\n";
}

// An example says what the rule file promises, with the file's own numbers: a council that chooses
// others in settings.lua has not broken it. The edge cases run with both.
int run(const Request& request) {
  const Result<Rulebook> chosen = open_rules(request.rules, FileKind::tracker);
  if (!chosen) return fail(chosen.error());
  const Result<Rulebook> written = open_rules_as_written(request.rules);
  if (!written) return fail(written.error());
  const Result<Rulebook> measures = open_rules(request.rules, FileKind::measure);
  if (!measures) return fail(measures.error());
  Checked checked;
  checked.examples = run_examples(written.value());
  checked.edges = run_edge_cases(written.value());
  checked.cells = rule_coverage(written.value(), checked.examples, checked.edges);
  if (chosen.value().files.size() != written.value().files.size()) {
    add_edge_cases(chosen.value(), checked.edges);
  }
  const bool measured = measures_are_well(measures.value(), request.format != "csv");
  print(request, chosen.value(), written.value(), checked);
  const bool well =
      all_well(chosen.value(), checked.examples) && all_well(written.value(), checked.edges);
  if (!well || !measured) return k_bad_rules;
  const bool gaps = report::sum_of(written.value(), checked.cells).rules_with_gaps > 0;
  return !request.fail_on.empty() && gaps ? k_found : k_done;
}

}  // namespace

void add_check(CommandLine& app, int& exit_code) {
  Verb* verb = app.add_subcommand(
      "check", "Load the rules and run their examples and the edge cases of their limits.");
  auto request = std::make_shared<Request>();
  verb->add_option("--rules", request->rules, "Folder of rules (default: the shipped rules)")
      .type_name("DIR");
  verb->add_flag("--verbose,-v", request->verbose, "Print every case, also those as expected");
  verb->add_flag("--coverage", request->coverage,
                 "Print which outcomes of each rule were seen, and what was not");
  verb->add_option("--format", request->format, "Of the coverage: text, or csv and nothing else")
      .check(Allowed::among({"text", "csv"}))
      .type_name("FORMAT");
  verb->add_option("--fail-on", request->fail_on,
                   "End with 1 when there is any: coverage (a live rule with an outcome not seen)")
      .delimiter(',')
      .check(Allowed::among({"coverage"}))
      .type_name("WHAT");
  verb->footer(
      "Ends with 4 when a rule does not load or a case is not as expected.\n\n"
      "Examples:\n  tidemark check\n  tidemark check --rules our-rules --verbose\n"
      "  tidemark check --coverage --fail-on coverage");
  verb->callback([request, &exit_code] { exit_code = run(*request); });
}

}  // namespace tidemark::cli
