// tidemark check: loads the rules, runs their examples and the edge cases that the engine finds.
#include "evaluate/check.hpp"

#include <algorithm>
#include <iostream>
#include <string>

#include "cli/opening.hpp"
#include "cli/outcome.hpp"
#include "cli/verbs.hpp"

namespace tidemark::cli {

namespace {

struct Request {
  std::string rules;
  bool verbose = false;
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

int run(const Request& request) {
  const Result<Rulebook> opened = open_rules(request.rules);
  if (!opened) return fail(opened.error());
  const Rulebook& rulebook = opened.value();
  const std::size_t broken = print_problems(rulebook, true);
  const std::size_t warnings = print_problems(rulebook, false);
  const std::vector<CheckResult> examples = run_examples(rulebook);
  const std::vector<CheckResult> edges = run_edge_cases(rulebook);
  const std::size_t bad_examples = print_all(examples, request.verbose);
  const std::size_t bad_edges = print_all(edges, request.verbose);
  std::cout << rulebook.rules.size() << " rules loaded, " << broken << " problems, " << warnings
            << " warnings; " << as_expected(examples.size(), bad_examples, "examples") << "; "
            << as_expected(edges.size(), bad_edges, "edge cases") << ".\n";
  return broken + bad_examples + bad_edges == 0 ? k_done : k_bad_rules;
}

}  // namespace

void add_check(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand(
      "check", "Load the rules and run their examples and the edge cases of their limits.");
  auto request = std::make_shared<Request>();
  verb->add_option("--rules", request->rules, "Folder of rules (default: the shipped rules)")
      ->type_name("DIR");
  verb->add_flag("--verbose,-v", request->verbose, "Print every case, also those as expected");
  verb->footer(
      "Ends with 4 when a rule does not load or a case is not as expected.\n\n"
      "Examples:\n  tidemark check\n  tidemark check --rules our-rules --verbose");
  verb->callback([request, &exit_code] { exit_code = run(*request); });
}

}  // namespace tidemark::cli
