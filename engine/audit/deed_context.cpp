#include "audit/deed_context.hpp"

#include <algorithm>

#include "audit/stored_rules.hpp"
#include "casework/spelling.hpp"
#include "evaluate/seen_rows.hpp"
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

bool is_named(const std::string& worker,
              const std::vector<std::pair<std::string, std::string>>& managers) {
  return std::any_of(managers.begin(), managers.end(),
                     [&](const auto& one) { return same_words(one.first, worker); });
}

}  // namespace

Result<DeedContext> DeedContexts::of(const ExceptionLife& life, EventKind deed) {
  if (const Status read = read_rules(); !read) return read.error();
  DeedContext context;
  context.delegation = delegation_;
  if (deed != EventKind::exempted) return context;
  if (const Status read = read_for_exemptions(); !read) return read.error();
  const Rule* rule = rulebook_->rule(life.rule);
  context.circumstances.rule_is_gone = rule == nullptr || rule->maturity != Maturity::live;
  context.circumstances.rule_is_critical = rule != nullptr && rule->severity == Severity::critical;
  auto workers = workers_of(life.child);
  if (!workers) return workers.error();
  context.circumstances.workers = std::move(workers.value().names);
  if (!workers.value().unchecked.empty()) {
    context.unchecked = "nobody could check that whoever exempts exception " +
                        std::to_string(life.number) +
                        " does not work with the child: " + workers.value().unchecked;
  }
  return context;
}

Status DeedContexts::read_rules() {
  if (run_ != 0) return Done{};
  const auto run = latest_run(store_);
  if (!run) return run.error();
  const std::string whose = "the rules of run " + std::to_string(run.value().number);
  auto files = stored_rule_files(store_, run.value().rule_set, whose);
  if (!files) return files.error();
  auto scheme = read_delegation(files.value());
  if (!scheme) return scheme.error();
  auto delegation = delegation_of(files.value());
  if (!delegation) return delegation.error();
  scheme_ = std::move(scheme).value();
  delegation_ = std::move(delegation).value();
  files_ = std::move(files).value();
  run_ = run.value().number;
  return Done{};
}

Status DeedContexts::read_for_exemptions() {
  if (rulebook_) return Done{};
  auto rulebook = load_rulebook(files_, "the rules of run " + std::to_string(run_));
  if (!rulebook) return rulebook.error();
  const auto facts = run_facts(store_, run_);
  if (!facts) return facts.error();
  if (!scheme_.works_with_child.empty() && !facts.value().purged_at) {
    auto inputs = stored_inputs(store_, run_, 1);
    if (!inputs) return inputs.error();
    inputs_ = std::move(inputs).value();
  }
  rulebook_ = std::make_unique<const Rulebook>(std::move(rulebook).value());
  return Done{};
}

Result<DeedContexts::Workers> DeedContexts::workers_of(const std::string& child) {
  Workers workers;
  const std::string of_run = "run " + std::to_string(run_);
  if (scheme_.works_with_child.empty()) {
    workers.unchecked = "delegation.lua names no field that holds who does (works_with_child)";
    return workers;
  }
  if (!inputs_) {
    workers.unchecked = "the rows of " + of_run + " were purged";
    return workers;
  }
  SeenRows rows(*inputs_->rulebook, *inputs_->snapshot, inputs_->as_at);
  for (const std::string& name : scheme_.works_with_child) {
    const Place place = place_of(inputs_->rulebook->model, name);
    if (place.worker < 0) {
      return Error{ErrorKind::rules, "delegation.lua: works_with_child names " + name +
                                         ", which model.lua does not have"};
    }
    for (std::string& worker : workers_in(rows, child, place)) {
      workers.names.push_back(std::move(worker));
    }
    if (const std::string why = rows.why_missing(place.table); !why.empty()) {
      workers.unchecked = "in " + of_run + " " + why;
    }
  }
  if (!workers.names.empty()) {
    workers.unchecked.clear();
    add_managers(workers);
  } else if (workers.unchecked.empty()) {
    workers.unchecked = of_run + " names no worker of this child";
  }
  return workers;
}

// A council that names line managers at all is told where it left one out.
void DeedContexts::add_managers(Workers& workers) const {
  const std::vector<std::string> names = workers.names;
  for (const std::string& worker : names) {
    for (const auto& [led, manager] : scheme_.line_managers) {
      if (same_words(led, worker)) workers.names.push_back(manager);
    }
    if (scheme_.line_managers.empty() || is_named(worker, scheme_.line_managers)) continue;
    workers.unchecked = "delegation.lua names no line manager of " + worker;
  }
}

}  // namespace tidemark
