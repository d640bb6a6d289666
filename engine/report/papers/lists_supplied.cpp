#include "report/papers/lists_supplied.hpp"

#include <algorithm>

#include "report/papers/case_list.hpp"

namespace tidemark::report {

namespace {

bool came_from_council(const AuditRun& run, int source) {
  return std::any_of(run.snapshot->files.begin(), run.snapshot->files.end(),
                     [&](const SourceFile& file) {
                       return file.table == source && !file.path.starts_with("tidemark-");
                     });
}

// The case table whose rows the rule asks about, one by one; -1: it asks about the child.
int table_of(const Rulebook& rulebook, const Rule& rule) {
  return rule.each == k_no_expr ? -1 : rulebook.exprs[rule.each].table;
}

bool is_supplied(const AuditRun& run, int table) {
  const std::vector<SourceTable>& sources = run.rulebook->sources.tables;
  for (std::size_t s = 0; s < sources.size(); ++s) {
    const bool feeds = std::any_of(sources[s].feeds.begin(), sources[s].feeds.end(),
                                   [&](const Feed& feed) { return feed.case_table == table; });
    if (feeds && came_from_council(run, static_cast<int>(s))) return true;
  }
  return false;
}

// A rule about children says itself for want of which table it cannot speak.
std::string missing_for(const AuditRun& run, const Rule& rule) {
  const auto index = static_cast<std::size_t>(&rule - run.rulebook->rules.data());
  for (const MissingTable& cause : run.undecided.missing_tables()) {
    if (cause.undecided_by_rule.contains(index)) return cause.words;
  }
  return {};
}

}  // namespace

std::string why_not_known(const PaperInputs& inputs, const std::vector<std::string>& rules) {
  const Rulebook& rulebook = *inputs.run.rulebook;
  for (const std::string& id : rules) {
    const Rule* rule = rulebook.rule(id);
    if (rule == nullptr || !runs(*rule)) return "the rule " + id + " is not in the run";
    const int table = table_of(rulebook, *rule);
    if (table >= 0 && !is_supplied(inputs.run, table)) {
      return "no " + rulebook.model.tables[static_cast<std::size_t>(table)].list + " was supplied";
    }
    std::string missing = table >= 0 ? std::string() : missing_for(inputs.run, *rule);
    if (!missing.empty()) return missing;
  }
  return {};
}

std::uint64_t undecided_of(const PaperInputs& inputs, const std::vector<std::string>& rules) {
  std::uint64_t open = 0;
  for (std::size_t i = 0; i < inputs.run.rulebook->rules.size(); ++i) {
    const Counts& counts = inputs.run.judgements.counts[i];
    if (names(rules, inputs.run.rulebook->rules[i].id))
      open += counts.cannot_decide + counts.population_undecided;
  }
  return open;
}

}  // namespace tidemark::report
