#include "cli/situation_options.hpp"

#include "cli/opening.hpp"
#include "cli/stored.hpp"
#include "store/run_facts.hpp"

namespace tidemark::cli {

namespace {

Status open_files(const SituationOptions& options, OpenSituation& open) {
  if (!options.store.empty() || options.run != 0) {
    return Error{ErrorKind::usage, "--snapshot goes without --store and --run"};
  }
  const Result<Day> as_at = day_named("--as-at", options.as_at);
  if (!as_at) return as_at.error();
  const Result<std::string> rules = rules_folder(options.rules);
  if (!rules) return rules.error();
  auto held = situation_of_files(options.snapshot, rules.value(), as_at.value(), options.threads);
  if (!held) return held.error();
  open.held = std::move(held).value();
  return Done{};
}

}  // namespace

void add_situation_options(Verb& verb, SituationOptions& options) {
  verb.add_option("--store", options.store, "The store (default: as audit)").type_name("FILE");
  verb.add_option("--run", options.run, "A stored run (default: the latest)")
      .check(Allowed::positive())
      .type_name("N");
  verb.add_option("--snapshot", options.snapshot, "Files in place of a stored run")
      .type_name("PATH");
  verb.add_option("--as-at", options.as_at, "With --snapshot: the day asked about")
      .type_name("YYYY-MM-DD");
  verb.add_option("--rules", options.rules,
                  "Folder of rules (default: those of the run; of --snapshot, the shipped rules)")
      .type_name("DIR");
  verb.add_option("--threads", options.threads, "Threads; the result is the same for any number")
      .capture_default_str()
      .check(Allowed::between(1, 256))
      .type_name("N");
}

Status open_situation(const SituationOptions& options, OpenSituation& open) {
  if (!options.snapshot.empty()) return open_files(options, open);
  if (!options.as_at.empty()) {
    return Error{ErrorKind::usage, "--as-at goes with --snapshot; a stored run has a day"};
  }
  const Result<std::string> path = existing_store(options.store);
  if (!path) return path.error();
  open.store_path = path.value();
  Result<Store> store = Store::open(path.value());
  if (!store) return store.error();
  open.store = std::move(store).value();
  auto lives = ExceptionTable(*open.store).lives();
  if (!lives) return lives.error();
  open.lives = std::move(lives).value();
  const auto record =
      options.run == 0 ? latest_run(*open.store) : run_numbered(*open.store, options.run);
  if (!record) return record.error();
  const std::int64_t number = record.value().number;
  auto held = options.rules.empty()
                  ? situation_of_run(*open.store, number, options.threads)
                  : situation_under(*open.store, number, options.rules, options.threads);
  if (!held) return held.error();
  open.held = std::move(held).value();
  return Done{};
}

Status log_situation(const OpenSituation& open, bool exported, const std::string& why) {
  if (!open.store) return Done{};
  return log_access(open.store_path, exported ? Access::exported : Access::viewed, why,
                    open.held.about);
}

}  // namespace tidemark::cli
