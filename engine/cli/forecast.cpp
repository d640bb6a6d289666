// tidemark forecast: every clock that runs out between the as-at day and another day.
#include "audit/forecast.hpp"

#include <iostream>
#include <memory>
#include <string>

#include "base/file.hpp"
#include "cli/clock.hpp"
#include "cli/opening.hpp"
#include "cli/outcome.hpp"
#include "cli/situation_options.hpp"
#include "cli/verbs.hpp"
#include "report/forecast_report.hpp"
#include "report/formats.hpp"

namespace tidemark::cli {

namespace {

struct Options {
  SituationOptions situation;
  std::string until, out;
  std::string format = "text";
};

int run(const Options& options) {
  const Result<Day> until = day_named("--until", options.until);
  if (!until) return fail(until.error());
  OpenSituation open;
  if (const Status opened = open_situation(options.situation, open); !opened) {
    return fail(opened.error());
  }
  if (until.value() < open.held.situation.as_at) {
    return fail({ErrorKind::usage, "--until " + options.until + " lies before the as-at day " +
                                       iso(open.held.situation.as_at)});
  }
  const Forecast made = forecast(open.held, open.lives, until.value(), options.situation.threads);
  say_problems(*open.held.rulebook);
  if (const Status logged = log_situation(open, !options.out.empty(), "forecast"); !logged) {
    return fail(logged.error());
  }
  if (!options.out.empty()) {
    const std::string page = report::document_html(report::forecast_document(made, time_of_run()));
    if (const Status written = write_file(options.out, page); !written) {
      return fail(written.error());
    }
  }
  std::cout << (options.format == "csv" ? report::forecast_csv(made) : report::forecast_text(made));
  return k_done;
}

}  // namespace

void add_forecast(CommandLine& app, int& exit_code) {
  Verb* verb = app.add_subcommand(
      "forecast", "Say which clocks run out by a day, if nothing more is recorded.");
  auto options = std::make_shared<Options>();
  verb->add_option("--until", options->until, "The last day asked about")
      .required()
      .type_name("YYYY-MM-DD");
  add_situation_options(*verb, options->situation);
  verb->add_option("--format", options->format, "text or csv")
      .capture_default_str()
      .check(Allowed::among({"text", "csv"}))
      .type_name("FORM");
  verb->add_option("--out", options->out, "Also write a page with a chart").type_name("FILE.html");
  verb->footer(
      "Names children: not for publication. With a store, exemptions that end and actions due are "
      "in it too.\n\n"
      "Examples:\n"
      "  tidemark forecast --until 2021-12-31\n"
      "  tidemark forecast --until 2018-06-30 --snapshot exports/2018 --as-at 2018-03-31");
  verb->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace tidemark::cli
