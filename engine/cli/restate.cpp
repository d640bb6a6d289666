// tidemark restate: one period in two snapshots, and why the figures differ, row by row.
#include <algorithm>
#include <iostream>
#include <string>

#include "audit/restatement.hpp"
#include "base/file.hpp"
#include "cli/opening.hpp"
#include "cli/outcome.hpp"
#include "cli/verbs.hpp"
#include "report/restatement_report.hpp"

namespace tidemark::cli {

namespace {

struct Options {
  std::string before, after, rules, out;
  std::string format = "text";
  std::vector<std::string> periods, measures, fail_on;
  int threads = 1;
};

Result<RestateRequest> request_of(const Options& options) {
  RestateRequest request;
  request.before_path = options.before;
  request.after_path = options.after;
  Result<std::string> rules = rules_folder(options.rules);
  if (!rules) return rules.error();
  request.rules_folder = rules.value();
  Result<std::vector<Period>> periods = periods_named(options.periods);
  if (!periods) return periods.error();
  request.periods = std::move(periods).value();
  request.only = options.measures;
  request.threads = options.threads;
  return request;
}

int run(const Options& options) {
  const Result<RestateRequest> request = request_of(options);
  if (!request) return fail(request.error());
  const Result<RestateRun> made = run_restatement(request.value());
  if (!made) return fail(made.error());
  const RestateRun& restated = made.value();
  say_problems(*restated.rulebook, "measure");
  const std::string text = options.format == "csv" ? report::restatement_csv(restated)
                                                   : report::restatement_text(restated);
  if (options.out.empty()) {
    std::cout << text;
  } else if (const Status written = write_file(options.out, text); !written) {
    return fail(written.error());
  }
  const bool changed = std::any_of(restated.results.begin(), restated.results.end(),
                                   [](const Restated& result) { return result.changed(); });
  return changed && !options.fail_on.empty() ? k_found : k_done;
}

void add_options(Verb& verb, Options& options) {
  verb.add_option("--before", options.before, "The earlier snapshot").required().type_name("PATH");
  verb.add_option("--after", options.after, "The later snapshot").required().type_name("PATH");
  verb.add_option("--period", options.periods, "As in measures; several with commas")
      .required()
      .delimiter(',')
      .type_name("PERIOD");
  verb.add_option("--measure", options.measures, "Only these; several with commas")
      .delimiter(',')
      .type_name("ID");
  verb.add_option("--format", options.format, "text or csv")
      .capture_default_str()
      .check(Allowed::among({"text", "csv"}))
      .type_name("FORM");
  verb.add_option("--out", options.out, "File to write in place of the screen").type_name("FILE");
  verb.add_option("--fail-on", options.fail_on, "End with 1 when there is any: changed")
      .delimiter(',')
      .check(Allowed::among({"changed"}))
      .type_name("WHAT");
  verb.add_option("--rules", options.rules, "Folder of rules (default: the shipped rules)")
      .type_name("DIR");
  verb.add_option("--threads", options.threads, "Threads; the result is the same for any number")
      .capture_default_str()
      .check(Allowed::between(1, 256))
      .type_name("N");
}

}  // namespace

void add_restate(CommandLine& app, int& exit_code) {
  Verb* verb = app.add_subcommand(
      "restate", "Compare one period in two snapshots and say why the figures differ.");
  auto options = std::make_shared<Options>();
  add_options(*verb, *options);
  verb->footer(
      "Names children: not for publication.\n\n"
      "Example:\n"
      "  tidemark restate --before exports/2021-07-15 --after exports/2021-12-01 "
      "--period 2021-Q1");
  verb->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace tidemark::cli
