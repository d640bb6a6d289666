#include "rulebook/compute_runner.hpp"

#include <cmath>
#include <map>

#include "rulebook/case_handles.hpp"
#include "rulebook/kept_values.hpp"
#include "rulebook/words.hpp"

namespace tidemark {

namespace {

// One rule's functions in a state of their own. What the file builds besides is thrown away.
class RuleState {
 public:
  RuleState(const Rulebook& rulebook, const Compute& compute)
      : script_(ground(rulebook), compute.file, compute.rule, -1) {
    open_.rulebook = &rulebook;
    if (!rulebook.measures.empty()) script_.make_measure();
    usable_ = script_.run(script_.is_measure() ? define_measure_words : define_rule_words,
                          [](lua_State*) {});
    if (usable_) {
      usable_ = script_.sandbox().call([&](lua_State* lua) {
        define_case_handles(lua, open_);
        for (int i = 0; i < script_.computes(); ++i) {
          push_compute(lua, i);
          keep_values(lua);
          lua_pop(lua, 1);
        }
      });
    }
  }

  [[nodiscard]] bool usable() const { return usable_; }

  ComputeResult run(const Compute& compute, const ChildCase& child_case);

 private:
  Assembly& ground(const Rulebook& rulebook) {
    assembly_.model = &rulebook.model;
    assembly_.files = &rulebook.files;
    return assembly_;
  }
  void call(lua_State* lua, const Compute& compute, ComputeResult& result);

  Assembly assembly_;
  OpenCase open_;
  Script script_;
  bool usable_ = false;
};

void read_answer(lua_State* lua, Type gives, ComputeResult& result) {
  if (gives == Type::truth) {
    if (lua_type(lua, -1) != LUA_TBOOLEAN)
      throw RuleError("the function must return true or false");
    result.truth = truth_of(lua_toboolean(lua, -1) != 0);
  } else if (gives == Type::date) {
    const std::optional<Day> day = day_at(lua, -1);
    if (!day && !lua_isnil(lua, -1))
      throw RuleError("the function must return a date, or nil for none");
    result.date = day ? Date::known(*day) : Date::absent();
  } else {
    if (lua_type(lua, -1) != LUA_TNUMBER || !std::isfinite(lua_tonumber(lua, -1))) {
      throw RuleError("the function must return a number");
    }
    result.number = lua_tonumber(lua, -1);
  }
}

void RuleState::call(lua_State* lua, const Compute& compute, ComputeResult& result) {
  push_day(lua, open_.child_case->as_at);
  script_.sandbox().define("as_at");
  push_compute(lua, compute.order);
  push_child(lua, open_);
  lua_call(lua, 1, 1);
  read_answer(lua, compute.gives, result);
  const std::string changed = changed_value(lua);
  if (!changed.empty()) {
    throw RuleError(
        "`" + changed +
        "` was changed: a compute function may keep nothing from one child to the next");
  }
}

ComputeResult RuleState::run(const Compute& compute, const ChildCase& child_case) {
  ComputeResult result;
  open_.child_case = &child_case;
  ++open_.generation;
  open_.undecided.clear();
  open_.cells.clear();
  open_.seen.clear();
  Sandbox& sandbox = script_.sandbox();
  sandbox.start_budget(k_budget);
  const bool ran = sandbox.call([&](lua_State* lua) { call(lua, compute, result); });
  result.cells = std::move(open_.cells);
  if (ran) {
    result.ended = ComputeResult::Ended::answer;
    return result;
  }
  const bool undecided = !open_.undecided.empty() && !sandbox.tripped();
  result.ended = undecided ? ComputeResult::Ended::cannot_decide : ComputeResult::Ended::error;
  result.truth = Truth::unknown;
  ScriptFault fault = sandbox.fault();
  if (fault.file.empty()) fault.file = script_.file().path;
  result.message = error_of(fault).message;
  // Whatever the function kept, or left half done, must not reach the next child.
  if (!undecided) usable_ = false;
  return result;
}

}  // namespace

struct ComputeRunner::Parts {
  const Rulebook& rulebook;
  std::map<int, std::unique_ptr<RuleState>> states;  // by rule file
};

ComputeRunner::ComputeRunner(const Rulebook& rulebook) : parts_(new Parts{rulebook, {}}) {}
ComputeRunner::~ComputeRunner() = default;
ComputeRunner::ComputeRunner(ComputeRunner&&) noexcept = default;

ComputeResult ComputeRunner::run(int compute, const ChildCase& child_case) {
  const Compute& which = parts_->rulebook.computes[static_cast<std::size_t>(compute)];
  std::unique_ptr<RuleState>& state = parts_->states[which.file];
  if (state == nullptr || !state->usable()) {
    state = std::make_unique<RuleState>(parts_->rulebook, which);
  }
  if (state->usable()) return state->run(which, child_case);
  ComputeResult failed;
  failed.message = which.rule + ": its file could not be run again for \"" + which.name + "\"";
  return failed;
}

}  // namespace tidemark
