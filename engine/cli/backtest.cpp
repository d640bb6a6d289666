// tidemark backtest: what the rules find at a row of dates.
#include "audit/backtest.hpp"

#include <iostream>
#include <memory>
#include <string>

#include "base/file.hpp"
#include "cli/clock.hpp"
#include "cli/opening.hpp"
#include "cli/outcome.hpp"
#include "cli/progress.hpp"
#include "cli/situation_options.hpp"
#include "cli/stored.hpp"
#include "cli/verbs.hpp"
#include "report/backtest_report.hpp"
#include "report/formats.hpp"

namespace tidemark::cli {

namespace {

struct Options {
  SituationOptions situation;
  std::string from, to, out;
  std::string every = "month", known = "now", format = "text";
};

Every every_named(const std::string& name) {
  if (name == "week") return Every::week;
  return name == "month" ? Every::month : Every::quarter;
}

Result<std::vector<Day>> dates_of(const Options& options) {
  const Result<Day> from = day_named("--from", options.from);
  if (!from) return from.error();
  const Result<Day> to = day_named("--to", options.to);
  if (!to) return to.error();
  std::vector<Day> dates = dates_between(from.value(), to.value(), every_named(options.every));
  if (!dates.empty()) return dates;
  return Error{ErrorKind::usage, "there is no end of a " + options.every + " from " + options.from +
                                     " to " + options.to};
}

Result<Backtest> as_known_then(const Options& options, const std::vector<Day>& dates,
                               const BacktestProgress& progress) {
  const SituationOptions& chosen = options.situation;
  if (!chosen.snapshot.empty() || chosen.run != 0 || !chosen.rules.empty()) {
    return Error{ErrorKind::usage,
                 "--known then looks at every stored run with its own rules: it goes without "
                 "--snapshot, --run and --rules"};
  }
  const Result<Store> store = open_existing_store(chosen.store);
  if (!store) return store.error();
  return backtest_as_known_then(store.value(), dates, chosen.threads, progress);
}

Result<Backtest> as_known_now(const Options& options, const std::vector<Day>& dates,
                              const BacktestProgress& progress) {
  OpenSituation open;
  SituationOptions chosen = options.situation;
  // The files are seen as at each of the dates; a day of their own is not needed.
  if (!chosen.snapshot.empty() && chosen.as_at.empty()) chosen.as_at = iso(dates.back());
  if (const Status opened = open_situation(chosen, open); !opened) return opened.error();
  say_problems(*open.held.rulebook);
  return backtest_as_known_now(open.held, dates, chosen.threads, progress);
}

int run(const Options& options) {
  const auto dates = dates_of(options);
  if (!dates) return fail(dates.error());
  Progress progress;
  const BacktestProgress say = [&progress](std::uint64_t done, std::uint64_t all) {
    progress.say("judging", done, all);
  };
  const Result<Backtest> made = options.known == "then" ? as_known_then(options, dates.value(), say)
                                                        : as_known_now(options, dates.value(), say);
  progress.done();
  if (!made) return fail(made.error());
  if (!options.out.empty()) {
    const std::string page =
        report::document_html(report::backtest_document(made.value(), time_of_run()));
    if (const Status written = write_file(options.out, page); !written) {
      return fail(written.error());
    }
  }
  std::cout << (options.format == "csv" ? report::backtest_csv(made.value())
                                        : report::backtest_text(made.value()));
  return k_done;
}

void add_options(Verb& verb, Options& options) {
  verb.add_option("--from", options.from, "The first day").required().type_name("YYYY-MM-DD");
  verb.add_option("--to", options.to, "The last day").required().type_name("YYYY-MM-DD");
  verb.add_option("--every", options.every,
                  "week (each seventh day from the first), month, quarter")
      .capture_default_str()
      .check(Allowed::among({"week", "month", "quarter"}))
      .type_name("STEP");
  verb.add_option("--known", options.known,
                  "now: one snapshot seen as at each date; then: at each date the latest run's")
      .capture_default_str()
      .check(Allowed::among({"now", "then"}))
      .type_name("WHEN");
  add_situation_options(verb, options.situation);
  verb.add_option("--format", options.format, "text or csv")
      .capture_default_str()
      .check(Allowed::among({"text", "csv"}))
      .type_name("FORM");
  verb.add_option("--out", options.out, "Also write a page with a chart").type_name("FILE.html");
}

}  // namespace

void add_backtest(CommandLine& app, int& exit_code) {
  Verb* verb = app.add_subcommand(
      "backtest", "Say what the rules find at a row of dates, as known now or as known then.");
  auto options = std::make_shared<Options>();
  add_options(*verb, *options);
  verb->footer(
      "Records nothing and names no child.\n\n"
      "Examples:\n"
      "  tidemark backtest --from 2021-04-01 --to 2022-03-31\n"
      "  tidemark backtest --from 2021-04-01 --to 2022-03-31 --every quarter --known then");
  verb->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace tidemark::cli
