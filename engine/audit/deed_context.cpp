#include "audit/deed_context.hpp"

#include <algorithm>

#include "audit/rerun.hpp"
#include "audit/stored_rules.hpp"
#include "evaluate/seen_rows.hpp"
#include "rulebook/delegation_reader.hpp"
#include "store/run_facts.hpp"

namespace tidemark {

namespace {

struct Place {
  int table = -1, worker = -1, to = -1;
};

// "social_worker.worker"; a table without an end lists whoever ever worked with the child.
Place place_of(const Model& model, const std::string& name) {
  Place place;
  const std::size_t dot = name.find('.');
  place.table = model.table(name.substr(0, dot));
  if (place.table < 0) return place;
  const CaseTable& table = model.tables[static_cast<std::size_t>(place.table)];
  place.worker = table.field(name.substr(dot + 1));
  place.to = table.field("to");
  return place;
}

std::vector<std::string> workers_in(SeenRows& rows, const std::string& child, const Place& place) {
  std::vector<int> fields = {place.worker};
  if (place.to >= 0) fields.push_back(place.to);
  std::vector<std::string> workers;
  for (const SeenRow& row : rows.of(child, {{place.table, fields}}).seen) {
    const auto ended = row.cells.find(place.to);
    const auto worker = row.cells.find(place.worker);
    if (worker == row.cells.end() || worker->second.empty()) continue;
    if (ended == row.cells.end() || ended->second.empty()) workers.push_back(worker->second);
  }
  return workers;
}

Result<std::vector<std::string>> workers_of(const Store& store, std::int64_t run,
                                            const std::string& child,
                                            const std::vector<std::string>& places) {
  const auto facts = run_facts(store, run);
  if (!facts) return facts.error();
  if (places.empty() || facts.value().purged_at) return std::vector<std::string>{};
  const auto inputs = stored_inputs(store, run, 1);
  if (!inputs) return inputs.error();
  const StoredInputs& in = inputs.value();
  SeenRows rows(*in.rulebook, *in.snapshot, in.as_at);
  std::vector<std::string> workers;
  for (const std::string& name : places) {
    const Place place = place_of(in.rulebook->model, name);
    if (place.worker < 0) {
      return Error{ErrorKind::rules, "delegation.lua: works_with_child names " + name +
                                         ", which model.lua does not have"};
    }
    for (std::string& worker : workers_in(rows, child, place)) workers.push_back(std::move(worker));
  }
  return workers;
}

}  // namespace

Result<DeedContext> deed_context(const Store& store, const ExceptionLife& life, EventKind deed) {
  const auto run = latest_run(store);
  if (!run) return run.error();
  const std::string whose = "the rules of run " + std::to_string(run.value().number);
  auto files = stored_rule_files(store, run.value().rule_set, whose);
  if (!files) return files.error();
  const auto scheme = read_delegation(files.value());
  if (!scheme) return scheme.error();
  auto delegation = delegation_of(files.value());
  if (!delegation) return delegation.error();
  DeedContext context;
  context.delegation = std::move(delegation).value();
  if (deed != EventKind::exempted) return context;
  const auto rulebook = load_rulebook(std::move(files).value(), whose);
  if (!rulebook) return rulebook.error();
  const Rule* rule = rulebook.value().rule(life.rule);
  context.circumstances.rule_is_gone = rule == nullptr || rule->maturity != Maturity::live;
  context.circumstances.rule_is_critical = rule != nullptr && rule->severity == Severity::critical;
  auto workers = workers_of(store, run.value().number, life.child, scheme.value().works_with_child);
  if (!workers) return workers.error();
  context.circumstances.workers = std::move(workers).value();
  return context;
}

}  // namespace tidemark
