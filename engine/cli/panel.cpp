// tidemark panel: the pack of the permanence panel. tidemark paper: every other paper.
#include <memory>

#include "cli/issue_paper.hpp"
#include "cli/verbs.hpp"

namespace tidemark::cli {

void add_panel(CommandLine& app, int& exit_code) {
  Verb* verb = app.add_subcommand(
      "panel", "Issue the panel's pack of a run: numbered, frozen, pseudonymised.");
  auto options = std::make_shared<PaperOptions>();
  add_paper_options(*verb, *options);
  verb->footer(
      "The ten points of the agenda, then a page for each child whose breach is new and severe.\n"
      "References stand in place of children's ids; their key is kept apart (tidemark key).\n\n"
      "Examples:\n"
      "  tidemark panel --date 2021-10-14 --next 2021-11-11 --out october-panel\n"
      "  tidemark panel --date 2021-10-14 --draft --formats pdf\n"
      "  tidemark panel --date 2021-10-14 --period 2021-Q2 --house council.toml");
  verb->callback([options, &exit_code] { exit_code = issue_paper(*options); });
}

void add_paper(CommandLine& app, int& exit_code) {
  Verb* verb = app.add_subcommand("paper", "Issue another paper of a run.");
  auto options = std::make_shared<PaperOptions>();
  verb->add_option("kind", options->kind,
                   "exemptions (every three months), team (weekly), head (of service), members "
                   "(aggregate only), quality (of data)")
      .required()
      .check(Allowed::among({"exemptions", "team", "head", "members", "quality"}))
      .type_name("KIND");
  add_paper_options(*verb, *options);
  verb->footer(
      "Examples:\n"
      "  tidemark paper team --date 2021-10-04\n"
      "  tidemark paper members --date 2021-12-01 --period 2021-Q2 --formats pdf,docx\n"
      "  tidemark paper quality --date 2021-10-07 --identified --formats xlsx");
  verb->callback([options, &exit_code] { exit_code = issue_paper(*options); });
}

}  // namespace tidemark::cli
