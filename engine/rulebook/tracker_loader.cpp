#include "rulebook/tracker_loader.hpp"

#include <algorithm>
#include <filesystem>

#include "rulebook/rule_loader.hpp"
#include "rulebook/tracker_reader.hpp"
#include "rulebook/wording.hpp"
#include "rulebook/words.hpp"

namespace tidemark {

namespace {

std::string name_of_file(const RuleFile& file) {
  return std::filesystem::path(file.path).stem().string();
}

void define_words(Script& script) {
  define_rule_words(script);
  define_tracker_word(script);
}

// A file that speaks of `this` runs twice: only after the first time is it known what a row is of.
bool run_tracker_file(Assembly& assembly, int file, Tracker& tracker, ScriptFault& fault) {
  int this_table = -1;
  for (int pass = 0; pass < 2; ++pass) {
    const RuleFile& source = (*assembly.files)[static_cast<std::size_t>(file)];
    Script script(assembly, file, name_of_file(source), this_table);
    if (!script.run(define_words, [&](lua_State* lua) { read_tracker_result(script, lua); })) {
      fault = script.fault();
      return false;
    }
    if (script.rerun_with < 0) {
      tracker = std::move(script.trackers.front());
      return true;
    }
    this_table = script.rerun_with;
  }
  fault = {(*assembly.files)[static_cast<std::size_t>(file)].path, 1, "`each` is not always there"};
  return false;
}

// A rule whose file is there but does not load is a problem of that file, not of the tracker.
std::vector<std::string> ids_there(const Rulebook& book) {
  std::vector<std::string> ids;
  for (const Rule& rule : book.rules) ids.push_back(rule.id);
  for (const RuleProblem& problem : book.problems) ids.push_back(problem.rule);
  return ids;
}

bool names_only_rules_there(const Rulebook& book, const Tracker& tracker, ScriptFault& fault) {
  const RuleFile& file = book.files[static_cast<std::size_t>(tracker.at.file)];
  const std::vector<std::string> ids = ids_there(book);
  for (const std::string& id : tracker.rules) {
    if (std::find(ids.begin(), ids.end(), id) != ids.end()) continue;
    fault = {file.path, line_of_key(file.text, id, tracker.at.line),
             "there is no rule " + id + did_you_mean(id, ids)};
    return false;
  }
  return true;
}

}  // namespace

std::vector<ExprId*> expressions_of(Tracker& tracker) {
  std::vector<ExprId*> all = {&tracker.who,       &tracker.each,      &tracker.order,
                              &tracker.note.seen, &tracker.note.says, &tracker.note.next};
  for (TrackerColumn& column : tracker.columns) all.push_back(&column.value);
  return all;
}

void load_trackers(Rulebook& book, Assembly& assembly, const std::vector<int>& files) {
  for (const int file : files) {
    Tracker tracker;
    ScriptFault fault;
    if (run_tracker_file(assembly, file, tracker, fault) &&
        names_only_rules_there(book, tracker, fault)) {
      book.trackers.push_back(std::move(tracker));
    } else {
      book.problems.push_back({fault.file, fault.line, error_of(fault).message, "", true});
    }
  }
  std::sort(book.trackers.begin(), book.trackers.end(),
            [](const Tracker& a, const Tracker& b) { return a.id < b.id; });
}

void keep_tracker(Rulebook& book, const std::string& id) {
  std::erase_if(book.trackers, [&](const Tracker& t) { return t.id != id; });
  std::erase_if(book.rules, [&](const Rule& rule) {
    return std::none_of(book.trackers.begin(), book.trackers.end(), [&](const Tracker& t) {
      return std::find(t.rules.begin(), t.rules.end(), rule.id) != t.rules.end();
    });
  });
  std::vector<ExprId*> used;
  for (Rule& rule : book.rules) {
    for (ExprId* expr : expressions_of(rule)) used.push_back(expr);
  }
  for (Tracker& tracker : book.trackers) {
    for (ExprId* expr : expressions_of(tracker)) used.push_back(expr);
  }
  std::vector<ExprId> roots;
  for (const ExprId* expr : used) roots.push_back(*expr);
  const std::vector<ExprId> new_ids = book.exprs.keep_only(roots);
  for (ExprId* expr : used) {
    if (*expr != k_no_expr) *expr = new_ids[static_cast<std::size_t>(*expr)];
  }
}

}  // namespace tidemark
