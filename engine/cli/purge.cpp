// tidemark purge: takes out of a store what the retention policy says, or says what it would take.
#include "store/purge.hpp"

#include <iostream>
#include <string>

#include "cli/clock.hpp"
#include "cli/opening.hpp"
#include "cli/outcome.hpp"
#include "cli/purging.hpp"
#include "cli/served_config.hpp"
#include "cli/stored.hpp"
#include "cli/verbs.hpp"

namespace tidemark::cli {

namespace {

struct Options {
  std::string store, policy, as_on, by, why;
  int keep_months = 0;
  bool really = false;
  bool dry_run = false;
};

Error usage(const std::string& message) {
  return {ErrorKind::usage, message};
}

Result<AskedPurge> asked_of(const Options& options) {
  if (options.policy.empty() == (options.keep_months == 0)) {
    return usage("name either --policy FILE or --keep-months N");
  }
  if (options.really && (options.by.empty() || options.why.empty())) {
    return usage("--really needs --by NAME and --why TEXT: a purge is recorded with both");
  }
  if (options.really && options.dry_run) return usage("choose one of --really and --dry-run");
  Retention retention;
  retention.keep_months = options.keep_months;
  if (!options.policy.empty()) {
    const Result<Retention> read = read_retention(options.policy);
    if (!read) return read.error();
    retention = read.value();
  }
  const Result<Day> as_on = day_named("--as-on", options.as_on);
  if (!as_on) return as_on.error();
  // A slip of the pen in the year must not take everything.
  if (options.as_on > time_of_run().substr(0, options.as_on.size())) {
    return usage("--as-on " + options.as_on + " has not come yet");
  }
  return purge_of(retention, as_on.value());
}

void print(const PurgeFound& found, const AskedPurge& asked, bool done) {
  const PurgeCounts& n = found.plan.counts;
  std::cout << (done ? "Gone" : "Would go") << " (" << asked.words << "; before "
            << in_words(asked.policy.before) << "):\n"
            << "  runs whose rows go: " << n.runs << "\n"
            << "  findings: " << n.findings << "\n"
            << "  files of snapshots and packs: " << n.contents << " (" << n.bytes
            << " bytes as packed)\n"
            << "  exceptions resolved before: " << n.exceptions << ", with the words of "
            << n.events << " events\n"
            << "  exceptions parked since before, which stay without their evidence: " << n.parked
            << "\n"
            << "  identified packs for meetings before, whose files go: " << n.packs << "\n"
            << "  keys of packs for meetings before: " << found.keys.size() << "\n"
            << "Stay: every run with its seal, totals and label; outcomes; of packs number, kind, "
               "days and digest, and the files of those that hold references only; the seals of "
               "events.\n";
  for (const SparedRun& spared : found.plan.spared) {
    std::cout << "Run " << spared.run << " is old enough and stays: " << spared.why << ".\n";
  }
}

int say_plan(const Store& store, const std::string& path, const AskedPurge& asked) {
  const auto found = look_what_would_go(store, path, asked);
  if (!found) return fail(found.error());
  print(found.value(), asked, false);
  std::cout << "Nothing was changed; --really --by NAME --why TEXT does it.\n";
  return k_done;
}

int really(const Store& store, const std::string& path, const AskedPurge& asked,
           const Options& options) {
  const auto taken = take_what_goes(store, path, asked, options.by, options.why);
  if (!taken) return fail(taken.error());
  print(taken.value(), asked, true);
  std::cout << "Copies elsewhere are not touched: reports, exports, the drop folder, backups.\n";
  return k_done;
}

int run(const Options& options) {
  const Result<AskedPurge> asked = asked_of(options);
  if (!asked) return fail(asked.error());
  const Result<std::string> path = existing_store(options.store);
  if (!path) return fail(path.error());
  const Result<Store> store = Store::open(path.value());
  if (!store) return fail(store.error());
  if (!options.really) return say_plan(store.value(), path.value(), asked.value());
  return really(store.value(), path.value(), asked.value(), options);
}

void add_options(Verb& verb, Options& options) {
  verb.add_option("--store", options.store, "The store (default: as audit)").type_name("FILE");
  verb.add_option("--policy", options.policy, "A TOML file with a table [retention]")
      .type_name("FILE");
  verb.add_option("--keep-months", options.keep_months, "Keep so many months, in place of a policy")
      .check(Allowed::between(1, 1200))
      .type_name("N");
  verb.add_option("--as-on", options.as_on, "The day from which the months are counted back")
      .required()
      .type_name("YYYY-MM-DD");
  verb.add_flag("--dry-run", options.dry_run, "Only say what would go (also without this)");
  verb.add_flag("--really", options.really, "Do it");
  verb.add_option("--by", options.by, "Who decided it").type_name("NAME");
  verb.add_option("--why", options.why, "Why, in words").type_name("TEXT");
}

}  // namespace

void add_purge(CommandLine& app, int& exit_code) {
  Verb* verb = app.add_subcommand(
      "purge", "Take old case rows out of a store, or say what would go; counts and seals stay.");
  auto options = std::make_shared<Options>();
  add_options(*verb, *options);
  verb->footer(
      "Without --really nothing is changed.\n\n"
      "Examples:\n"
      "  tidemark purge --keep-months 24 --as-on 2026-11-22\n"
      "  tidemark purge --policy /etc/tidemark/audits.toml --as-on 2026-11-22 --really \\\n"
      "    --by \"A. Jones\" --why \"yearly purge\"");
  verb->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace tidemark::cli
