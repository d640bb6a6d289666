#include "audit/situations.hpp"

#include "audit/child_teams.hpp"
#include "audit/rerun.hpp"
#include "audit/stored_rules.hpp"
#include "snapshot/load.hpp"
#include "store/run_facts.hpp"

namespace tidemark {

namespace {

std::string name_of(const RunRecord& record) {
  return "run " + std::to_string(record.number);
}

// Reads what the rules rest on and, for totals, each child's team.
Status mark(Rulebook& rulebook) {
  WantedFields wanted = wanted_fields(rulebook);
  if (Status team = want_team(rulebook, wanted); !team) return team;
  mark_wanted(rulebook.sources, rulebook.model, wanted);
  return Done{};
}

Result<std::unique_ptr<const Rulebook>> marked(Result<std::unique_ptr<Rulebook>> read) {
  if (!read) return read.error();
  if (const Status done = mark(*read.value()); !done) return done.error();
  return std::unique_ptr<const Rulebook>(std::move(read).value());
}

Result<std::unique_ptr<Rulebook>> rules_of(Result<std::vector<RuleFile>> files,
                                           const std::string& whose) {
  if (!files) return files.error();
  auto rulebook = load_rulebook(std::move(files).value(), whose);
  if (!rulebook) return rulebook.error();
  return std::make_unique<Rulebook>(std::move(rulebook).value());
}

Result<std::unique_ptr<const Snapshot>> files_at(const std::string& path, const Rulebook& rulebook,
                                                 int threads) {
  LoadOptions options;
  options.threads = threads;
  auto snapshot = load_snapshot(path, rulebook.sources, options);
  if (!snapshot) return snapshot.error();
  return std::unique_ptr<const Snapshot>(std::make_unique<Snapshot>(std::move(snapshot).value()));
}

// Reads the files and points at everything.
Result<HeldSituation> completed(HeldSituation held) {
  auto snapshot = held.situation.read_for(*held.rulebook);
  if (!snapshot) return snapshot.error();
  held.snapshot = std::move(snapshot).value();
  held.situation.rulebook = held.rulebook.get();
  held.situation.snapshot = held.snapshot.get();
  return held;
}

Result<HeldSituation> stored(const Store& store, std::int64_t number, int threads,
                             const std::string* rules_folder) {
  auto record = run_numbered(store, number);
  if (!record) return record.error();
  HeldSituation held;
  held.record = record.value();
  held.name = held.about = name_of(*held.record);
  const std::string whose = rules_folder == nullptr ? "the rules of " + held.name : *rules_folder;
  if (rules_folder != nullptr) {
    held.name = "the files of " + held.name + " under the rules in " + *rules_folder;
  }
  auto rulebook = marked(rules_of(rules_folder == nullptr
                                      ? stored_rule_files(store, held.record->rule_set, whose)
                                      : read_rule_files(*rules_folder),
                                  whose));
  if (!rulebook) return rulebook.error();
  held.rulebook = std::move(rulebook).value();
  const auto as_at = parse_iso(held.record->as_at);
  if (!as_at) {
    return Error{ErrorKind::store, held.name + " has been altered: its as-at day \"" +
                                       held.record->as_at + "\" is not a date"};
  }
  held.situation.as_at = *as_at;
  held.situation.files = held.record->snapshot;
  held.situation.read_for = [&store, record = *held.record, threads](const Rulebook& rules) {
    return stored_snapshot(store, record, rules, threads);
  };
  return completed(std::move(held));
}

}  // namespace

Result<HeldSituation> situation_of_run(const Store& store, std::int64_t number, int threads) {
  return stored(store, number, threads, nullptr);
}

Result<HeldSituation> situation_under(const Store& store, std::int64_t number,
                                      const std::string& rules_folder, int threads) {
  return stored(store, number, threads, &rules_folder);
}

Result<HeldSituation> situation_of_files(const std::string& path, const std::string& rules_folder,
                                         Day as_at, int threads) {
  HeldSituation held;
  held.name = path + " under the rules in " + rules_folder;
  auto rulebook = marked(rules_of(read_rule_files(rules_folder), rules_folder));
  if (!rulebook) return rulebook.error();
  held.rulebook = std::move(rulebook).value();
  held.situation.as_at = as_at;
  held.situation.files = path;
  held.situation.read_for = [path, threads](const Rulebook& rules) {
    return files_at(path, rules, threads);
  };
  return completed(std::move(held));
}

}  // namespace tidemark
