// tidemark purge: takes out of a store what the retention policy says, or says what it would take.
#include "store/purge.hpp"

#include <filesystem>
#include <iostream>
#include <string>

#include "cli/clock.hpp"
#include "cli/opening.hpp"
#include "cli/outcome.hpp"
#include "cli/pack_key.hpp"
#include "cli/served_config.hpp"
#include "cli/stored.hpp"
#include "cli/verbs.hpp"
#include "cli/who.hpp"
#include "store/access_log.hpp"
#include "store/pack_table.hpp"

namespace tidemark::cli {

namespace {

struct Options {
  std::string store, policy, as_on, by, why;
  int keep_months = 0;
  bool really = false;
  bool dry_run = false;
};

struct Asked {
  Retention retention;
  PurgePolicy policy;
  std::string words;
};

Error usage(const std::string& message) {
  return {ErrorKind::usage, message};
}

Result<Asked> asked_of(const Options& options) {
  if (options.policy.empty() == (options.keep_months == 0)) {
    return usage("name either --policy FILE or --keep-months N");
  }
  if (options.really && (options.by.empty() || options.why.empty())) {
    return usage("--really needs --by NAME and --why TEXT: a purge is recorded with both");
  }
  if (options.really && options.dry_run) return usage("choose one of --really and --dry-run");
  Asked asked;
  asked.retention.keep_months = options.keep_months;
  if (!options.policy.empty()) {
    const Result<Retention> read = read_retention(options.policy);
    if (!read) return read.error();
    asked.retention = read.value();
  }
  const Result<Day> as_on = day_named("--as-on", options.as_on);
  if (!as_on) return as_on.error();
  // A slip of the pen in the year must not take everything.
  if (options.as_on > time_of_run().substr(0, options.as_on.size())) {
    return usage("--as-on " + options.as_on + " has not come yet");
  }
  asked.policy = {add_months(as_on.value(), -asked.retention.keep_months),
                  asked.retention.packs_too};
  asked.words = "keep_months = " + std::to_string(asked.retention.keep_months) +
                (asked.retention.packs_too ? ", packs_too = true" : "") + ", as on " +
                options.as_on;
  return asked;
}

// The keys of packs for meetings before the day: they lead from a reference to a child.
Result<std::vector<std::string>> old_keys(const Store& store, const std::string& path,
                                          const Asked& asked) {
  const auto packs = PackTable(store).packs();
  if (!packs) return packs.error();
  std::vector<std::string> keys;
  for (const PackRecord& pack : packs.value()) {
    const auto held_on = parse_iso(pack.held_on);
    if (!held_on || *held_on >= asked.policy.before) continue;
    std::error_code ignored;
    std::string key = key_path(path, pack.number);
    if (std::filesystem::exists(key, ignored)) keys.push_back(std::move(key));
  }
  return keys;
}

void print(const PurgePlan& plan, const Asked& asked, std::size_t keys, bool done) {
  const PurgeCounts& n = plan.counts;
  std::cout << (done ? "Gone" : "Would go") << " (" << asked.words << "; before "
            << in_words(asked.policy.before) << "):\n"
            << "  runs whose rows go: " << n.runs << "\n"
            << "  findings: " << n.findings << "\n"
            << "  files of snapshots: " << n.contents << " (" << n.bytes << " bytes as packed)\n"
            << "  exceptions resolved before: " << n.exceptions << ", with the words of "
            << n.events << " events\n"
            << "  keys of packs for meetings before: " << keys << "\n"
            << "Stay: every run with its seal, totals and label; outcomes; packs; the seals of "
               "events.\n";
  for (const SparedRun& spared : plan.spared) {
    std::cout << "Run " << spared.run << " is old enough and stays: " << spared.why << ".\n";
  }
}

int say_plan(const Store& store, const std::string& path, const Asked& asked) {
  const Result<PurgePlan> plan = plan_purge(store, asked.policy);
  if (!plan) return fail(plan.error());
  const auto keys = old_keys(store, path, asked);
  if (!keys) return fail(keys.error());
  print(plan.value(), asked, keys.value().size(), false);
  std::cout << "Nothing was changed; --really --by NAME --why TEXT does it.\n";
  return k_done;
}

int really(const Store& store, const std::string& path, const Asked& asked,
           const Options& options) {
  Result<AccessLog> log = AccessLog::beside(path);
  if (!log) return fail(log.error());
  const auto entry = [&](Access what, const std::string& why) {
    return log.value().add({time_of_run(), login_name(), what, why, "store"});
  };
  // Before: what cannot be logged is not done.
  const std::string words = asked.words + "; for " + options.by + ": " + options.why;
  if (const Status logged = entry(Access::purged, words); !logged) return fail(logged.error());
  const Result<PurgePlan> plan =
      purge(store, asked.policy, {time_of_run(), options.by, asked.words + "; " + options.why});
  if (!plan) {
    (void)entry(Access::refused, "the purge failed; nothing was taken");
    return fail(plan.error());
  }
  note_seal(path);
  const auto keys = old_keys(store, path, asked);
  if (!keys) return fail(keys.error());
  print(plan.value(), asked, keys.value().size(), true);
  for (const std::string& key : keys.value()) {
    std::error_code failed;
    if (std::filesystem::remove(key, failed)) continue;
    return fail({ErrorKind::store, "the purge is done, but the key " + key +
                                       " cannot be removed: " + failed.message()});
  }
  std::cout << "Copies elsewhere are not touched: reports, exports, the drop folder, backups.\n";
  if (plan.value().counts == PurgeCounts()) return k_done;
  const Status shrunk = shrink(store);
  return shrunk ? k_done
                : fail({ErrorKind::store,
                        "the purge is done, but the file could not be "
                        "made smaller: " +
                            shrunk.error().message});
}

int run(const Options& options) {
  const Result<Asked> asked = asked_of(options);
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
