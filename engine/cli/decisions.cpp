// tidemark decisions: takes the decision workbook of a panel back: each row that was filled in
// becomes what is recorded of its exception.
#include <iostream>

#include "cli/clock.hpp"
#include "cli/outcome.hpp"
#include "cli/stored.hpp"
#include "cli/taken_decisions.hpp"
#include "cli/verbs.hpp"
#include "store/access_log.hpp"

namespace tidemark::cli {

namespace {

struct Options {
  std::string file, store, by;
  bool dry_run = false, partial = false;
};

// Before anything is recorded: what cannot be logged is not done.
Status log_all(const std::string& path, const Options& options, const TakenDecisions& taking,
               bool will_record) {
  std::string about;
  for (const auto& [number, pack] : taking.packs()) {
    about += (about.empty() ? "" : ", ") + std::string("pack ") + std::to_string(number);
  }
  Status opened = log_access(path, Access::key_opened, "decisions taken back", about, options.by);
  if (!opened || options.dry_run) return opened;
  if (!taking.problems().empty()) {
    opened = log_access(
        path, Access::refused,
        "decisions of a workbook, rows refused: " + std::to_string(taking.problems().size()), about,
        options.by);
    if (!opened) return opened;
  }
  if (!will_record) return Done{};
  for (const ReadyDeed& ready : taking.ready()) {
    about += ", exception " + std::to_string(ready.exception);
  }
  return log_access(path, Access::decided, "decisions of a workbook", about, options.by);
}

void say_unchecked(const TakenDecisions& taking, const Options& options) {
  for (const ReadyDeed& ready : taking.ready()) {
    if (ready.context.unchecked.empty()) continue;
    std::cerr << "tidemark: " << options.file << ", " << ready.place << ": "
              << ready.context.unchecked << "\n";
  }
}

void say(const TakenDecisions& taking, const Options& options, bool recorded,
         std::size_t recorded_meanwhile) {
  for (const std::string& problem : taking.problems()) {
    std::cerr << "tidemark: " << options.file << ", " << problem << "\n";
  }
  if (recorded || options.dry_run) say_unchecked(taking, options);
  const std::size_t n =
      recorded || options.dry_run ? taking.ready().size() - recorded_meanwhile : 0;
  std::cout << (options.dry_run ? "Would record " : "Recorded ") << n << ", already recorded "
            << taking.recorded_before + recorded_meanwhile << ", no change " << taking.unchanged
            << ", not filled in " << taking.blank << ", refused " << taking.problems().size()
            << "\n";
  if (!recorded && !options.dry_run && !taking.problems().empty() && !taking.ready().empty()) {
    std::cout << "Nothing was recorded: put those rows right and run again, or record the other "
              << taking.ready().size() << " with --partial.\n";
  }
}

int run(const Options& options) {
  const auto path = existing_store(options.store);
  if (!path) return fail(path.error());
  const auto store = Store::open(path.value());
  if (!store) return fail(store.error());
  const auto rows = report::read_filled_decisions(options.file);
  if (!rows) return fail(rows.error());
  TakenDecisions taking(store.value(), path.value(), time_of_run());
  if (const Status taken = taking.take_all(rows.value()); !taken) return fail(taken.error());
  const bool may_record = taking.problems().empty() || options.partial;
  const bool recorded = may_record && !options.dry_run;
  const bool will_record = recorded && !taking.ready().empty();
  if (!taking.packs().empty()) {
    if (const Status logged = log_all(path.value(), options, taking, will_record); !logged)
      return fail(logged.error());
  }
  std::size_t recorded_meanwhile = 0;
  if (will_record) {
    ExceptionTable table(store.value());
    const Status done = table.record_all(changes_of(taking.ready(), recorded_meanwhile));
    if (!done) return fail(done.error());
    note_seal(path.value());
  }
  say(taking, options, recorded, recorded_meanwhile);
  return taking.problems().empty() ? k_done : k_bad_input;
}

}  // namespace

void add_decisions(CommandLine& app, int& exit_code) {
  Verb* verb = app.add_subcommand(
      "decisions", "Take a panel's decision workbook back and record what it decided.");
  auto options = std::make_shared<Options>();
  verb->add_option("file", options->file, "The workbook of a panel pack, filled in")
      .required()
      .type_name("FILE.xlsx");
  verb->add_option("--store", options->store, "The store (default: as audit)").type_name("FILE");
  verb->add_option("--by", options->by, "Who takes it back").required().type_name("NAME");
  verb->add_flag("--dry-run", options->dry_run,
                 "Only say what would be recorded and what is wrong");
  verb->add_flag("--partial", options->partial,
                 "Record the rows that are right; without it one wrong row stops all of them");
  verb->footer(
      "Each row that is refused is named with sheet, row and column. Taking the same "
      "workbook back\n"
      "again records nothing twice.\n\n"
      "Examples:\n"
      "  tidemark decisions panel-pack-12.xlsx --by a.smith --dry-run\n"
      "  tidemark decisions panel-pack-12.xlsx --by a.smith");
  verb->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace tidemark::cli
