#include "rulebook/settings_reader.hpp"

#include <algorithm>

#include "rulebook/keyed_table.hpp"
#include "rulebook/wording.hpp"
#include "rulebook/words.hpp"

namespace tidemark {

namespace {

Override read_value(lua_State* lua, const Written& written, const std::string& label) {
  if (const auto* span = box_at<SpanBox>(lua, -1)) return {true, span->span, 0, false};
  if (lua_type(lua, -1) == LUA_TNUMBER) return {false, {}, lua_tonumber(lua, -1), false};
  throw written.error("\"" + label + "\" needs a span such as months(6), or a number", label);
}

void read_overrides(Script& script, lua_State* lua, Overrides& overrides) {
  const Written written{script.file().text, 1, script.file().path};
  if (lua_type(lua, -1) != LUA_TTABLE)
    throw written.error("settings.lua ends in `return { [\"RULE\"] = { [\"label\"] = value } }`");
  const int index = lua_gettop(lua);
  for (const std::string& rule : keys_in_order(lua, index, written, "settings")) {
    lua_getfield(lua, index, rule.c_str());
    if (lua_type(lua, -1) != LUA_TTABLE)
      throw written.error(rule + " needs { [\"label\"] = value }", rule);
    for (const std::string& label : keys_in_order(lua, lua_gettop(lua), written, rule)) {
      lua_getfield(lua, -1, label.c_str());
      overrides[{rule, label}] = read_value(lua, written, label);
      lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
  }
}

}  // namespace

void read_settings(Assembly& assembly, int file, std::vector<RuleProblem>& problems) {
  Script script(assembly, file, "", -1);
  Overrides overrides;
  const bool read = script.run(
      [](Script& own) {
        define_expression_box(own);
        define_span_words(own);
      },
      [&](lua_State* lua) { read_overrides(script, lua, overrides); });
  if (read) {
    assembly.overrides = std::move(overrides);
    return;
  }
  problems.push_back(
      {script.fault().file, script.fault().line, error_of(script.fault()).message, "", true});
}

void report_unused(const Assembly& assembly, int file, const std::vector<std::string>& ids_not_run,
                   std::vector<RuleProblem>& problems) {
  const RuleFile& settings = (*assembly.files)[static_cast<std::size_t>(file)];
  for (const auto& [name, override] : assembly.overrides) {
    if (override.used) continue;
    std::vector<std::string> labels, rules;
    for (const Setting& setting : assembly.settings) {
      rules.push_back(setting.rule);
      if (setting.rule == name.first) labels.push_back(setting.label);
    }
    const bool not_run =
        std::find(ids_not_run.begin(), ids_not_run.end(), name.first) != ids_not_run.end();
    if (labels.empty() && not_run) continue;
    const std::string what = labels.empty() ? "no rule `" + name.first + "` has a setting" +
                                                  did_you_mean(name.first, rules)
                                            : name.first + " has no setting \"" + name.second +
                                                  "\"" + did_you_mean(name.second, labels);
    const int line = line_of_key(settings.text, labels.empty() ? name.first : name.second, 1);
    problems.push_back(
        {settings.path, line, error_of({settings.path, line, what}).message, "", true});
  }
}

}  // namespace tidemark
