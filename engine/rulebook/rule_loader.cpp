#include "rulebook/rule_loader.hpp"

#include <algorithm>
#include <filesystem>
#include <map>

#include "rulebook/example_reader.hpp"
#include "rulebook/measure_loader.hpp"
#include "rulebook/rule_reader.hpp"
#include "rulebook/tracker_loader.hpp"
#include "rulebook/words.hpp"

namespace tidemark {

namespace {

std::string id_of(const RuleFile& file) {
  return std::filesystem::path(file.path).stem().string();
}

// What a file's rules are, or why there are none. A file that speaks of `this` runs twice.
std::vector<Rule> run_rule_file(Assembly& assembly, int file, const std::string& id,
                                ScriptFault& fault) {
  int this_table = -1;
  for (int pass = 0; pass < 2; ++pass) {
    Script script(assembly, file, id, this_table);
    if (!script.run(define_rule_words, [&](lua_State* lua) { read_rule_result(script, lua); })) {
      fault = script.fault();
      return {};
    }
    if (script.rerun_with < 0) return std::move(script.rules);
    this_table = script.rerun_with;
  }
  fault = {(*assembly.files)[static_cast<std::size_t>(file)].path, 1,
           "all versions of a rule must have `each` of one table"};
  return {};
}

void add_problem(Rulebook& book, const ScriptFault& fault, const std::string& rule) {
  book.problems.push_back({fault.file, fault.line, error_of(fault).message, rule, true});
}

bool has_compute(const ExprPool& exprs, ExprId id, std::map<ExprId, bool>& known) {
  if (id == k_no_expr) return false;
  const auto [place, is_new] = known.emplace(id, exprs[id].op == Op::compute);
  if (!is_new || place->second) return place->second;
  for (const ExprId arg : exprs[id].args) {
    if (has_compute(exprs, arg, known)) return known[id] = true;
  }
  return false;
}

void finish(Rulebook& book, const Assembly& assembly, Rule rule) {
  const std::string& file = book.files[static_cast<std::size_t>(rule.at.file)].path;
  const std::string missing = missing_example(rule);
  if (rule.maturity == Maturity::live && !missing.empty()) {
    add_problem(book,
                {file, rule.at.line,
                 "a live rule needs examples, and there is none of " + missing +
                     "; add one or set maturity = \"draft\""},
                rule.id);
    return;
  }
  std::map<ExprId, bool> known;
  for (const ExprId* id : expressions_of(rule)) {
    rule.has_logic = rule.has_logic || has_compute(assembly.exprs, *id, known);
  }
  book.rules.push_back(std::move(rule));
}

}  // namespace

std::vector<ExprId*> expressions_of(Rule& rule) {
  std::vector<ExprId*> all = {&rule.applies, &rule.each,        &rule.clock,     &rule.stops,
                              &rule.due,     &rule.breach_when, &rule.amber_when};
  for (LimitChoice& choice : rule.limits) all.push_back(&choice.when);
  for (Reason& reason : rule.explained_by) all.push_back(&reason.when);
  for (Reason& also : rule.says_also) all.push_back(&also.when);
  for (Fact& fact : rule.facts) all.push_back(&fact.value);
  return all;
}

void load_rules(Rulebook& book, Assembly& assembly, const std::vector<int>& files) {
  std::map<std::string, std::string> taken;
  for (const int file : files) {
    const RuleFile& source = book.files[static_cast<std::size_t>(file)];
    const std::string id = id_of(source);
    const auto [first, is_new] = taken.emplace(id, source.path);
    if (!is_new) {
      add_problem(book,
                  {source.path, 1,
                   "the id " + id + " is taken by " + first->second +
                       ", which runs; rename one of the files"},
                  id);
      continue;
    }
    ScriptFault fault;
    std::vector<Rule> rules = run_rule_file(assembly, file, id, fault);
    if (rules.empty()) add_problem(book, fault, id);
    for (Rule& rule : rules) finish(book, assembly, std::move(rule));
  }
  std::stable_sort(book.rules.begin(), book.rules.end(), [](const Rule& a, const Rule& b) {
    const auto from = [](const Rule& r) { return r.in_force ? r.in_force->from : k_earliest; };
    return a.id != b.id ? a.id < b.id : from(a) < from(b);
  });
}

void keep_what_is_used(Rulebook& book, Assembly& assembly) {
  std::vector<ExprId*> used;
  const auto use = [&](const std::vector<ExprId*>& ids) {
    used.insert(used.end(), ids.begin(), ids.end());
  };
  for (Rule& rule : book.rules) use(expressions_of(rule));
  for (Tracker& tracker : book.trackers) use(expressions_of(tracker));
  for (Measure& measure : book.measures) use(expressions_of(measure));
  std::vector<ExprId> roots;
  for (const ExprId* id : used) roots.push_back(*id);
  const std::vector<ExprId> new_ids = assembly.exprs.keep_only(roots);
  for (ExprId* id : used) {
    if (*id != k_no_expr) *id = new_ids[static_cast<std::size_t>(*id)];
  }
  book.exprs = std::move(assembly.exprs);
  book.settings = std::move(assembly.settings);
  book.computes = std::move(assembly.computes);
  book.given_pools = std::move(assembly.given_pools);
}

}  // namespace tidemark
