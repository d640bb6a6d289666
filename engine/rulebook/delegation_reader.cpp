#include "rulebook/delegation_reader.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "rulebook/declaration.hpp"
#include "rulebook/keyed_table.hpp"
#include "rulebook/wording.hpp"
#include "rulebook/words.hpp"

namespace tidemark {

namespace {

constexpr const char* k_file = "delegation.lua";

std::optional<int> whole_number(lua_State* lua, const KeyedTable& keys, const char* key, int from,
                                int to) {
  if (!keys.push(key)) return std::nullopt;
  int is_whole = 0;
  const lua_Integer number = lua_tointegerx(lua, -1, &is_whole);
  lua_pop(lua, 1);
  if (is_whole == 0 || number < from || number > to) {
    throw keys.error(std::string(key) + " must be a whole number from " + std::to_string(from) +
                         " to " + std::to_string(to),
                     key);
  }
  return static_cast<int>(number);
}

// { ["W7"] = "M. Leader" }: who leads whom.
std::vector<std::pair<std::string, std::string>> read_line_managers(lua_State* lua,
                                                                    const KeyedTable& keys) {
  constexpr const char* k_key = "line_managers";
  if (!keys.push(k_key)) return {};
  const int table = lua_gettop(lua);
  if (lua_type(lua, table) != LUA_TTABLE) {
    throw keys.error("line_managers must be a table of workers and their managers in braces",
                     k_key);
  }
  Written here = keys.written();
  here.line = line_of_key(here.text, k_key, here.line);
  std::vector<std::pair<std::string, std::string>> managers;
  for (const std::string& worker : keys_in_order(lua, table, here, k_key)) {
    lua_pushlstring(lua, worker.data(), worker.size());
    lua_rawget(lua, table);
    const bool is_text = lua_type(lua, -1) == LUA_TSTRING;
    const std::string manager = is_text ? lua_tostring(lua, -1) : "";
    lua_pop(lua, 1);
    if (trim(worker).empty() || trim(manager).empty()) {
      throw here.error(
          "line_managers: the manager of \"" + shorten(worker, 40) + "\" must be a name in quotes",
          worker);
    }
    managers.emplace_back(worker, manager);
  }
  lua_pop(lua, 1);
  return managers;
}

DelegationRules read_scheme(const Script& script, lua_State* lua) {
  const Declaration declaration = declaration_at(lua, -1);
  const Written written{script.file().text, std::max(1, declaration.line), script.file().path};
  if (declaration.word != "delegation") {
    throw written.error("delegation.lua ends in `return delegation { ... }`");
  }
  push_given(lua, lua_gettop(lua), 1);
  const KeyedTable keys(
      lua, lua_gettop(lua), "delegation",
      {"may_exempt", "longest_months", "renewals_to_escalate", "escalates_to", "escalate_days_over",
       "never_grounds", "works_with_child", "line_managers"},
      written);
  DelegationRules rules;
  rules.may_exempt = keys.texts("may_exempt");
  rules.longest_months = whole_number(lua, keys, "longest_months", 1, 3);
  rules.renewals_to_escalate = whole_number(lua, keys, "renewals_to_escalate", 1, 12);
  rules.escalates_to = keys.text("escalates_to");
  rules.escalate_days_over = whole_number(lua, keys, "escalate_days_over", 0, 10000);
  rules.never_grounds = keys.texts("never_grounds");
  rules.works_with_child = keys.texts("works_with_child");
  for (const std::string& field : rules.works_with_child) {
    if (field.find('.') == std::string::npos) {
      throw keys.error("works_with_child: \"" + shorten(field, 40) +
                           "\" is not a table and a field, such as \"social_worker.worker\"",
                       "works_with_child");
    }
  }
  rules.line_managers = read_line_managers(lua, keys);
  return rules;
}

}  // namespace

Result<DelegationRules> read_delegation(const std::vector<RuleFile>& files) {
  const auto found = std::find_if(files.begin(), files.end(),
                                  [](const RuleFile& file) { return file.path == k_file; });
  if (found == files.end()) return DelegationRules{};
  Assembly assembly;
  assembly.files = &files;
  Script script(assembly, static_cast<int>(found - files.begin()), "", -1);
  DelegationRules rules;
  const bool read = script.run([](Script& own) { define_declarations(own, {"delegation"}); },
                               [&](lua_State* lua) { rules = read_scheme(script, lua); });
  if (!read) return error_of(script.fault());
  return rules;
}

}  // namespace tidemark
