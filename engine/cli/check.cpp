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

bool all_well(const Rulebook& rulebook, const std::vector<CheckResult>& results) {
  return std::all_of(results.begin(), results.end(), [](const auto& r) { return r.passed; }) &&
         std::none_of(rulebook.problems.begin(), rulebook.problems.end(),
                      [](const auto& problem) { return problem.fatal; });
}

int run(const Request& request) {
  const Result<Rulebook> opened = open_rules(request.rules);
  if (!opened) return fail(opened.error());
  const Rulebook& rulebook = opened.value();
  const std::vector<CheckResult> examples = run_examples(rulebook);
  const std::vector<CheckResult> edges = run_edge_cases(rulebook);
  const std::vector<CoverageCell> cells = rule_coverage(rulebook, examples, edges);
  const report::CoverageSum sum = report::sum_of(rulebook, cells);
  if (request.format == "csv") {
    std::cout << report::coverage_csv(rulebook, cells);
    say_problems(rulebook);
  } else {
    print_cases(rulebook, examples, edges, request.verbose);
    const bool gaps_matter = !request.fail_on.empty();
    if (request.coverage) std::cout << "\n" << report::coverage_text(rulebook, cells) << "\n";
    if (request.coverage || gaps_matter) std::cout << report::gaps_text(rulebook, cells);
    std::cout << report::sentence_of(sum) << "\n";
  }
  if (!all_well(rulebook, examples) || !all_well(rulebook, edges)) return k_bad_rules;
  return !request.fail_on.empty() && sum.rules_with_gaps > 0 ? k_found : k_done;
}

}  // namespace

void add_check(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand(
      "check", "Load the rules and run their examples and the edge cases of their limits.");
  auto request = std::make_shared<Request>();
  verb->add_option("--rules", request->rules, "Folder of rules (default: the shipped rules)")
      ->type_name("DIR");
  verb->add_flag("--verbose,-v", request->verbose, "Print every case, also those as expected");
  verb->add_flag("--coverage", request->coverage,
                 "Print which outcomes of each rule were seen, and what was not");
  verb->add_option("--format", request->format, "Of the coverage: text, or csv and nothing else")
      ->check(CLI::IsMember({"text", "csv"}))
      ->type_name("FORMAT");
  verb->add_option("--fail-on", request->fail_on,
                   "End with 1 when there is any: coverage (a live rule with an outcome not seen)")
      ->delimiter(',')
      ->check(CLI::IsMember({"coverage"}))
      ->type_name("WHAT");
  verb->footer(
      "Ends with 4 when a rule does not load or a case is not as expected.\n\n"
      "Examples:\n  tidemark check\n  tidemark check --rules our-rules --verbose\n"
      "  tidemark check --coverage --fail-on coverage");
  verb->callback([request, &exit_code] { exit_code = run(*request); });
}

}  // namespace tidemark::cli
