// Script: one rule file being run: its sandbox and what it builds. Assembly: what all files have
// built so far. A Script belongs to one thread and writes only to its Assembly.
#pragma once

#include <lua.hpp>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "rulebook/rulebook.hpp"
#include "rulebook/sandbox.hpp"

namespace tidemark {

// settings.lua: by rule and label, what the council chose.
struct Override {
  bool is_span = true;
  Span span;
  double number = 0;
  bool used = false;
};
using Overrides = std::map<std::pair<std::string, std::string>, Override>;

struct Assembly {
  const Model* model = nullptr;
  const std::vector<RuleFile>* files = nullptr;
  Overrides overrides;
  ExprPool exprs;
  std::vector<Setting> settings;
  std::vector<Compute> computes;
  SidePools given_pools;
};

class Script {
 public:
  // `file` is an index into Assembly::files. `this_table`: what `this` is a row of; -1: not known.
  Script(Assembly& assembly, int file, std::string rule, int this_table);
  // A measure has a period; elsewhere `period` stands for nothing.
  void make_measure() { is_measure_ = true; }
  [[nodiscard]] bool is_measure() const { return is_measure_; }

  static Script& of(lua_State* lua) { return *static_cast<Script*>(Sandbox::of(lua).host()); }

  // Runs the file with the words that `define` gives it; `read_result` gets what it returned on top
  // of the stack. False: see fault().
  [[nodiscard]] bool run(const std::function<void(Script&)>& define,
                         const std::function<void(lua_State*)>& read_result);
  [[nodiscard]] const ScriptFault& fault() const { return fault_; }

  [[nodiscard]] Sandbox& sandbox() { return sandbox_; }
  [[nodiscard]] Assembly& assembly() { return assembly_; }
  [[nodiscard]] ExprPool& exprs() { return assembly_.exprs; }
  [[nodiscard]] const ExprPool& exprs() const { return assembly_.exprs; }
  [[nodiscard]] const std::vector<RuleFile>* files() const { return assembly_.files; }
  [[nodiscard]] const Model& model() const { return *assembly_.model; }
  [[nodiscard]] const CaseTable& table(int index) const {
    return model().tables[static_cast<std::size_t>(index)];
  }
  [[nodiscard]] const std::string& rule() const { return rule_; }
  [[nodiscard]] const RuleFile& file() const {
    return (*assembly_.files)[static_cast<std::size_t>(file_)];
  }
  [[nodiscard]] int file_index() const { return file_; }
  [[nodiscard]] Position position() const;  // of the Lua code that is running
  [[nodiscard]] bool in_library() const;    // it is a file of lib/

  [[nodiscard]] ExprId add(Expr expr);  // notes the position; bounds what a file may build
  [[nodiscard]] int fresh_binder() { return next_binder_++; }
  [[nodiscard]] int next_compute() { return compute_count_++; }
  [[nodiscard]] int computes() const { return compute_count_; }

  // `this` where it stands for nothing: what is made of it is an error only if a rule uses it.
  // The same for `period` outside a measure.
  struct Unbound {
    std::string message;
    Position at;
    bool is_this = true;
  };
  std::vector<Unbound> unbound;
  [[nodiscard]] int this_table() const { return this_table_; }
  int rerun_with = -1;                           // the table of `each`, once it is known
  std::vector<std::vector<LimitChoice>> limits;  // what Limit values in Lua stand for
  std::vector<Rule> rules;                       // what rule{} built
  std::vector<Tracker> trackers;                 // what tracker{} built
  std::vector<Measure> measures;                 // what measure{} built
  std::vector<Assumption> assumptions;           // what Assumption values in Lua stand for
  std::vector<std::string> required;             // modules being loaded: a cycle is an error

 private:
  Assembly& assembly_;
  int file_;
  std::string rule_;
  int this_table_;
  int next_binder_;
  int compute_count_ = 0;
  bool is_measure_ = false;
  std::size_t bytes_built_ = 0;
  Sandbox sandbox_;
  ScriptFault fault_;
};

// "adoption/PO-9M.lua:12: ..." as an error of the rules.
[[nodiscard]] Error error_of(const ScriptFault& fault);

}  // namespace tidemark
