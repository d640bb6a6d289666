// tidemark measures: figures over all children for a period, with what each must carry.
#include "audit/measures.hpp"

#include <filesystem>
#include <iostream>
#include <string>

#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/opening.hpp"
#include "cli/outcome.hpp"
#include "cli/progress.hpp"
#include "cli/verbs.hpp"
#include "report/measures_report.hpp"

namespace tidemark::cli {

namespace {

struct Options {
  std::string snapshot, known_at, rules, out;
  std::string format = "text";
  std::vector<std::string> periods, measures;
  bool internal = false;
  bool list = false;
  int threads = 1;
};

Result<MeasureRequest> request_of(const Options& options) {
  MeasureRequest request;
  request.snapshot_path = options.snapshot;
  Result<std::string> rules = rules_folder(options.rules);
  if (!rules) return rules.error();
  request.rules_folder = rules.value();
  Result<std::vector<Period>> periods = periods_named(options.periods);
  if (!periods) return periods.error();
  request.periods = std::move(periods).value();
  if (!options.known_at.empty()) {
    const Result<Day> day = day_named("--known-at", options.known_at);
    if (!day) return day.error();
    request.known_at = day.value();
  }
  request.only = options.measures;
  request.is_internal = options.internal;
  request.threads = options.threads;
  return request;
}

int list_measures(const Options& options) {
  const Result<Rulebook> rulebook = open_rules(options.rules, FileKind::measure);
  if (!rulebook) return fail(rulebook.error());
  for (const Measure& measure : rulebook.value().measures) {
    std::cout << measure.id << "  " << measure.title << " (" << measure.unit << ", "
              << name_of(measure.kind) << (measure.is_public ? "" : ", never public") << ")\n";
  }
  say_problems(rulebook.value(), "measure");
  return k_done;
}

std::string printed(const MeasureRun& run, const std::string& format) {
  if (format == "json") return report::measures_json(run);
  return format == "csv" ? report::measures_csv(run) : report::measures_text(run);
}

int run(const Options& options) {
  if (options.list) return list_measures(options);
  if (options.snapshot.empty()) return fail({ErrorKind::usage, "--snapshot PATH is needed"});
  if (options.periods.empty())
    return fail({ErrorKind::usage, "--period is needed, for example --period 2021-Q2"});
  Result<MeasureRequest> request = request_of(options);
  if (!request) return fail(request.error());
  Progress progress;
  request.value().progress = [&progress](std::string_view stage, std::uint64_t done,
                                         std::uint64_t all) {
    progress.say(std::string(stage), done, all);
  };
  const Result<MeasureRun> made = run_measures(request.value());
  if (!made) return fail(made.error());
  progress.done();
  say_problems(*made.value().rulebook, "measure");
  const std::string text = printed(made.value(), options.format);
  if (options.out.empty()) {
    std::cout << text;
    return k_done;
  }
  if (const Status written = write_file(options.out, text); !written) return fail(written.error());
  return k_done;
}

void add_options(Verb& verb, Options& options) {
  verb.add_option("--snapshot", options.snapshot,
                  "Folder or file with the data, or a folder of folders named by date")
      .type_name("PATH");
  verb.add_option("--period", options.periods,
                  "2021-Q2, 2021-H1, 2021-22 (financial), 2021-11 (month), FROM..TO or a day; "
                  "several with commas")
      .delimiter(',')
      .type_name("PERIOD");
  verb.add_option("--known-at", options.known_at,
                  "The day of the extract; of dated snapshots, the latest up to that day is taken")
      .type_name("YYYY-MM-DD");
  verb.add_option("--measure", options.measures, "Only these; several with commas")
      .delimiter(',')
      .type_name("ID");
  verb.add_option("--format", options.format, "text, csv or json")
      .capture_default_str()
      .check(Allowed::among({"text", "csv", "json"}))
      .type_name("FORM");
  verb.add_option("--out", options.out, "File to write in place of the screen").type_name("FILE");
  verb.add_flag("--internal", options.internal, "Show small numbers; not for publication");
  verb.add_option("--rules", options.rules, "Folder of rules (default: the shipped rules)")
      .type_name("DIR");
  verb.add_option("--threads", options.threads, "Threads; the result is the same for any number")
      .capture_default_str()
      .check(Allowed::between(1, 256))
      .type_name("N");
  verb.add_flag("--list", options.list, "List the measures");
}

}  // namespace

void add_measures(CommandLine& app, int& exit_code) {
  Verb* verb = app.add_subcommand("measures", "Print figures over all children for a period.");
  auto options = std::make_shared<Options>();
  add_options(*verb, *options);
  verb->footer(
      "Figures from 1 to 5, and those that would give one back, are printed as c unless\n"
      "--internal asks for them.\n\n"
      "Examples:\n"
      "  tidemark measures --list\n"
      "  tidemark measures --snapshot exports/2021-12-01 --period 2021-Q2 --known-at 2021-12-01\n"
      "  tidemark measures --snapshot exports --period 2021-Q1,2021-Q2 --known-at 2021-12-01 \\\n"
      "    --format csv --out figures.csv");
  verb->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace tidemark::cli
