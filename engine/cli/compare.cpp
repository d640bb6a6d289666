// tidemark compare: two runs, or the rules in force and a draft, and why what they find differs.
#include <iostream>
#include <memory>
#include <optional>
#include <string>

#include "audit/comparison.hpp"
#include "base/file.hpp"
#include "cli/clock.hpp"
#include "cli/opening.hpp"
#include "cli/outcome.hpp"
#include "cli/stored.hpp"
#include "cli/verbs.hpp"
#include "report/comparison_report.hpp"
#include "report/formats.hpp"
#include "store/exception_table.hpp"
#include "store/run_facts.hpp"

namespace tidemark::cli {

namespace {

struct Options {
  std::string store, draft, snapshot, as_at, rules, out;
  std::string format = "text";
  std::vector<std::int64_t> runs;
  std::int64_t run = 0;
  std::vector<std::string> fail_on;
  int threads = 1;
};

// What is compared; the store, where there is one, outlives both sides.
struct Sides {
  std::unique_ptr<Store> store;
  std::string store_path;
  std::vector<ExceptionLife> lives;
  HeldSituation before, now;
};

Status open_from_store(const Options& options, Sides& sides) {
  const Result<std::string> path = existing_store(options.store);
  if (!path) return path.error();
  sides.store_path = path.value();
  Result<Store> store = Store::open(path.value());
  if (!store) return store.error();
  sides.store = std::make_unique<Store>(std::move(store).value());
  auto lives = ExceptionTable(*sides.store).lives();
  if (!lives) return lives.error();
  sides.lives = std::move(lives).value();
  return Done{};
}

Status take_into(Result<HeldSituation> held, HeldSituation& side) {
  if (!held) return held.error();
  side = std::move(held).value();
  return Done{};
}

Status two_runs(const Options& options, Sides& sides) {
  Status before =
      take_into(situation_of_run(*sides.store, options.runs[0], options.threads), sides.before);
  if (!before) return before;
  return take_into(situation_of_run(*sides.store, options.runs[1], options.threads), sides.now);
}

// The stored run's own rules, or those of --rules, against the draft, on the run's files.
Status run_and_draft(const Options& options, Sides& sides) {
  const Store& store = *sides.store;
  const auto record = options.run == 0 ? latest_run(store) : run_numbered(store, options.run);
  if (!record) return record.error();
  const std::int64_t number = record.value().number;
  Status before = take_into(options.rules.empty()
                                ? situation_of_run(store, number, options.threads)
                                : situation_under(store, number, options.rules, options.threads),
                            sides.before);
  if (!before) return before;
  return take_into(situation_under(store, number, options.draft, options.threads), sides.now);
}

Status files_and_draft(const Options& options, Sides& sides) {
  const Result<Day> as_at = day_named("--as-at", options.as_at);
  if (!as_at) return as_at.error();
  const Result<std::string> rules = rules_folder(options.rules);
  if (!rules) return rules.error();
  Status before =
      take_into(situation_of_files(options.snapshot, rules.value(), as_at.value(), options.threads),
                sides.before);
  if (!before) return before;
  return take_into(
      situation_of_files(options.snapshot, options.draft, as_at.value(), options.threads),
      sides.now);
}

Status open_sides(const Options& options, Sides& sides) {
  const auto usage = [](const char* message) { return Error{ErrorKind::usage, message}; };
  if (options.runs.empty() == options.draft.empty()) {
    return usage("compare needs either --runs A,B or --draft DIR");
  }
  if (!options.runs.empty() && options.runs.size() != 2) {
    return usage("--runs names two runs, for example --runs 3,4");
  }
  if (!options.snapshot.empty()) {
    if (!options.runs.empty() || !options.store.empty() || options.as_at.empty()) {
      return usage("--snapshot goes with --as-at and --draft, and without a store");
    }
    return files_and_draft(options, sides);
  }
  if (!options.as_at.empty()) return usage("--as-at goes with --snapshot; a stored run has a day");
  if (Status opened = open_from_store(options, sides); !opened) return opened;
  return options.runs.empty() ? run_and_draft(options, sides) : two_runs(options, sides);
}

int print(const Options& options, const Comparison& comparison) {
  if (!options.out.empty()) {
    const std::string page =
        report::document_html(report::comparison_document(comparison, time_of_run()));
    if (const Status written = write_file(options.out, page); !written) {
      return fail(written.error());
    }
  }
  if (options.format == "csv") {
    std::cout << report::comparison_csv(comparison);
  } else {
    std::cout << report::comparison_text(comparison);
  }
  return !comparison.moved.empty() && !options.fail_on.empty() ? k_found : k_done;
}

std::string about_of(const Sides& sides) {
  const std::string& then = sides.before.about;
  return then == sides.now.about ? then : then + ", " + sides.now.about;
}

int run(const Options& options) {
  Sides sides;
  if (const Status opened = open_sides(options, sides); !opened) return fail(opened.error());
  const Result<Comparison> made = compare(sides.before, sides.now, sides.lives, options.threads);
  if (!made) return fail(made.error());
  say_problems(*sides.now.rulebook);
  if (sides.store) {
    const Status logged =
        log_access(sides.store_path, options.out.empty() ? Access::viewed : Access::exported,
                   "compared", about_of(sides));
    if (!logged) return fail(logged.error());
  }
  return print(options, made.value());
}

void add_options(Verb& verb, Options& options) {
  verb.add_option("--store", options.store, "The store (default: as audit)").type_name("FILE");
  verb.add_option("--runs", options.runs, "Two stored runs, the earlier first")
      .delimiter(',')
      .type_name("A,B");
  verb.add_option("--draft", options.draft, "Folder of draft rules").type_name("DIR");
  verb.add_option("--run", options.run, "With --draft: the stored run (default: the latest)")
      .check(Allowed::positive())
      .type_name("N");
  verb.add_option("--snapshot", options.snapshot, "With --draft: files in place of a stored run")
      .type_name("PATH");
  verb.add_option("--as-at", options.as_at, "With --snapshot: the day asked about")
      .type_name("YYYY-MM-DD");
  verb.add_option("--rules", options.rules,
                  "With --draft: the rules in force (default: those of the run; of --snapshot, the "
                  "shipped rules)")
      .type_name("DIR");
  verb.add_option("--format", options.format, "text or csv")
      .capture_default_str()
      .check(Allowed::among({"text", "csv"}))
      .type_name("FORM");
  verb.add_option("--out", options.out, "Also write a page").type_name("FILE.html");
  verb.add_option("--fail-on", options.fail_on, "End with 1 when there is any: changed")
      .delimiter(',')
      .check(Allowed::among({"changed"}))
      .type_name("WHAT");
  verb.add_option("--threads", options.threads, "Threads; the result is the same for any number")
      .capture_default_str()
      .check(Allowed::between(1, 256))
      .type_name("N");
}

}  // namespace

void add_compare(CommandLine& app, int& exit_code) {
  Verb* verb = app.add_subcommand(
      "compare",
      "Say which exceptions two runs, or a draft of the rules, have otherwise, and why.");
  auto options = std::make_shared<Options>();
  add_options(*verb, *options);
  verb->footer(
      "Records nothing. Names children: not for publication.\n\n"
      "Examples:\n"
      "  tidemark compare --runs 3,4\n"
      "  tidemark compare --draft drafts/eight-months --out impact.html\n"
      "  tidemark compare --snapshot exports/2018 --as-at 2018-03-31 --draft drafts/eight-months");
  verb->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace tidemark::cli
