// tidemark audit: the main job. Reads, judges, records, writes the report.
#include <iostream>
#include <set>
#include <string>

#include "audit/run.hpp"
#include "cli/clock.hpp"
#include "cli/opening.hpp"
#include "cli/outcome.hpp"
#include "cli/places.hpp"
#include "cli/progress.hpp"
#include "cli/stored.hpp"
#include "cli/verbs.hpp"
#include "report/report.hpp"

namespace tidemark::cli {

namespace {

struct Options {
  std::string snapshot, as_at, rules, store, panel_date;
  std::string out = "tidemark-report";
  int threads = 1;
  std::vector<std::string> fail_on;
};

Result<AuditRequest> request_of(const Options& options) {
  AuditRequest request;
  request.snapshot_path = options.snapshot;
  const Result<Day> as_at = day_named("--as-at", options.as_at);
  if (!as_at) return as_at.error();
  if (Status come = day_has_come("--as-at", as_at.value()); !come) return come.error();
  request.as_at = as_at.value();
  if (!options.panel_date.empty()) {
    const Result<Day> panel = day_named("--panel-date", options.panel_date);
    if (!panel) return panel.error();
    request.panel_date = panel.value();
  }
  Result<std::string> rules = rules_folder(options.rules);
  if (!rules) return rules.error();
  request.rules_folder = rules.value();
  Result<std::string> store = options.store.empty() ? default_store() : Result(options.store);
  if (!store) return store.error();
  request.store_path = store.value();
  request.threads = options.threads;
  request.made_at = time_of_run();
  request.engine_version = TIDEMARK_VERSION;
  return request;
}

Counts totals_of(const AuditRun& run) {
  Counts sum;
  for (const Counts& counts : run.judgements.counts) add(counts, sum);
  return sum;
}

std::uint64_t undecided(const Counts& counts) {
  return counts.cannot_decide + counts.population_undecided;
}

bool has_fatal_problem(const Rulebook& rulebook) {
  for (const RuleProblem& problem : rulebook.problems) {
    if (problem.fatal) return true;
  }
  return false;
}

void print_summary(const AuditRun& run, const Options& options, const std::string& store) {
  const Counts sum = totals_of(run);
  std::cout << "Run " << run.record.number << ": " << run.snapshot->children.size() << " children, "
            << run.rulebook->rules.size() << " rules, as at " << in_words(run.as_at) << "\n"
            << "  breach " << sum.breach << ", explained " << sum.explained << ", due soon "
            << sum.due_soon << ", cannot be decided " << undecided(sum) << ", done late "
            << sum.met_late << ", error " << sum.error << "\n";
  if (run.exempted_breaches + run.exempted_explained > 0) {
    std::cout << "  of these exempted until a date: breach " << run.exempted_breaches
              << ", explained " << run.exempted_explained << "\n";
  }
  if (run.compared_with) {
    std::cout << "  since run " << run.compared_with->number << ": " << run.since_last.raised
              << " new, "
              << (run.since_last.reopened > 0
                      ? std::to_string(run.since_last.reopened) + " reopened, "
                      : std::string())
              << run.since_last.resolved << " resolved, " << run.since_last.parked << " parked\n";
  }
  if (!run.moved_lives) {
    std::cout << "  a run for a later day is kept already: this one is history and moves no "
                 "exception\n";
  }
  if (!run.snapshot->notes.empty()) {
    std::cout << "  " << run.snapshot->notes.size()
              << " notes on what was not read as it stood (load-notes.csv)\n";
  }
  std::cout << "Report: " << options.out << "/report.html\nStore: " << store << "\n";
}

bool found(const AuditRun& run, const std::set<std::string>& asked) {
  const Counts sum = totals_of(run);
  return (asked.contains("breach") && sum.breach > 0) ||
         (asked.contains("cannot_decide") && undecided(sum) > 0) ||
         (asked.contains("error") && sum.error > 0) ||
         (asked.contains("rules") && has_fatal_problem(*run.rulebook));
}

int run(const Options& options) {
  Result<AuditRequest> request = request_of(options);
  if (!request) return fail(request.error());
  Progress progress;
  request.value().progress = [&progress](std::string_view stage, std::uint64_t done,
                                         std::uint64_t all) {
    progress.say(std::string(stage), done, all);
  };
  const std::string store = request.value().store_path;
  // What cannot be logged is not done: neither the run nor its files.
  request.value().before_commit = [&store](const Store&, const AuditRun& audit) {
    return log_access(store, Access::exported, "report",
                      "run " + std::to_string(audit.record.number));
  };
  const Result<AuditRun> made = report::audit_into(request.value(), options.out);
  if (!made) return fail(made.error());
  const AuditRun& audit = made.value();
  progress.done();
  note_seal(store);
  say_problems(*audit.rulebook);
  if (!audit.coverage.warning.empty()) std::cerr << "tidemark: " << audit.coverage.warning << "\n";
  print_summary(audit, options, store);
  const std::set<std::string> asked(options.fail_on.begin(), options.fail_on.end());
  return found(audit, asked) ? k_found : k_done;
}

void add_options(Verb& verb, Options& options) {
  verb.add_option("--snapshot", options.snapshot, "Folder or file with the data")
      .required()
      .type_name("PATH");
  verb.add_option("--as-at", options.as_at, "The day asked about; nothing later is seen")
      .required()
      .type_name("YYYY-MM-DD");
  verb.add_option("--rules", options.rules, "Folder of rules (default: the shipped rules)")
      .type_name("DIR");
  verb.add_option("--store", options.store,
                  "Where runs are kept (default: tidemark/tidemark.db in the user's data folder; "
                  ":memory: keeps nothing)")
      .type_name("FILE");
  verb.add_option("--out", options.out, "Folder for the report")
      .capture_default_str()
      .type_name("DIR");
  verb.add_option("--panel-date", options.panel_date, "Also list what falls due by this day")
      .type_name("YYYY-MM-DD");
  verb.add_option("--threads", options.threads, "Threads; the result is the same for any number")
      .capture_default_str()
      .check(Allowed::between(1, 256))
      .type_name("N");
  verb.add_option("--fail-on", options.fail_on,
                  "End with 1 when there is any: breach, cannot_decide, error, rules (a rule that "
                  "did not load); several with commas")
      .delimiter(',')
      .check(Allowed::among({"breach", "cannot_decide", "error", "rules"}))
      .type_name("WHAT");
}

}  // namespace

void add_audit(CommandLine& app, int& exit_code) {
  Verb* verb =
      app.add_subcommand("audit", "Judge every rule for every child and write the report.");
  auto options = std::make_shared<Options>();
  add_options(*verb, *options);
  verb->footer(
      "Writes report.html, findings.csv, findings.json, load-notes.csv and summary.csv.\n\n"
      "Examples:\n"
      "  tidemark audit --snapshot exports/2018 --as-at 2018-03-31\n"
      "  tidemark audit --snapshot exports/2018 --as-at 2018-03-31 --panel-date 2018-04-26 \\\n"
      "    --out april-panel\n"
      "  tidemark audit --snapshot exports/2018 --as-at 2018-03-31 --store :memory: "
      "--fail-on breach,error");
  verb->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace tidemark::cli
