// require: shared words from lib/, and nothing else; compute: plain Lua, registered for later; and
// the list of all words.
#include <algorithm>
#include <cstring>

#include "base/text.hpp"
#include "rulebook/wording.hpp"
#include "rulebook/words.hpp"

namespace tidemark {

namespace {

constexpr const char* k_modules = "modules";  // keys of the Lua registry
constexpr const char* k_functions = "compute functions";

std::string path_of_module(const std::string& name) {
  const bool clean = std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.';
  });
  if (!clean || !name.starts_with("lib.") || name.find("..") != std::string::npos) {
    throw RuleError("require loads shared words only, as in require \"lib.case\"; not \"" +
                    shorten(name, 60) + "\"");
  }
  std::string path = name;
  std::replace(path.begin(), path.end(), '.', '/');
  return path + ".lua";
}

const RuleFile& file_of_module(const std::string& name, const std::vector<RuleFile>& files) {
  const std::string path = path_of_module(name);
  std::vector<std::string> known;
  for (const RuleFile& file : files) {
    if (file.path == path) return file;
    if (!file.path.starts_with("lib/")) continue;
    std::string module = file.path.substr(0, file.path.size() - 4);
    std::replace(module.begin(), module.end(), '/', '.');
    known.push_back(module);
  }
  throw RuleError("there is no " + path + did_you_mean(name, known));
}

// Stack top: what the module returned. Each expression in it is a shared word, known by its key.
void name_words(Script& script, lua_State* lua) {
  if (lua_type(lua, -1) != LUA_TTABLE) return;
  const int table = lua_gettop(lua);
  std::vector<std::pair<std::string, ExprId>> words;
  lua_pushnil(lua);
  while (lua_next(lua, table) != 0) {
    const ExprId id = expr_at(lua, -1);
    if (id != k_no_expr && lua_type(lua, -2) == LUA_TSTRING) {
      words.emplace_back(lua_tostring(lua, -2), id);
    }
    lua_pop(lua, 1);
  }
  std::sort(words.begin(), words.end());
  for (const auto& [word, id] : words) {
    if (!script.exprs()[id].args.empty()) script.exprs().name(id, word);
  }
}

void word_require(Script& script, lua_State* lua) {
  if (lua_type(lua, 1) != LUA_TSTRING)
    throw RuleError("require needs a name, as in require \"lib.case\"");
  const std::string name = lua_tostring(lua, 1);
  lua_getfield(lua, LUA_REGISTRYINDEX, k_modules);
  if (lua_getfield(lua, -1, name.c_str()) != LUA_TNIL) return;
  lua_pop(lua, 1);
  const RuleFile& file = file_of_module(name, *script.assembly().files);
  std::vector<std::string>& loading = script.required;
  if (std::find(loading.begin(), loading.end(), name) != loading.end()) {
    loading.push_back(name);
    throw RuleError("these need one another and none can be first: " + listed(loading, ", "));
  }
  loading.push_back(name);
  script.sandbox().run_text(file.text, file.path);
  loading.pop_back();
  if (lua_isnil(lua, -1))
    throw RuleError(file.path + " returns nothing; a module ends in `return words`");
  name_words(script, lua);
  // A misspelt word would be nil, and a key that is nil vanishes from a rule without a trace.
  if (lua_type(lua, -1) == LUA_TTABLE) make_strict(lua, name.c_str() + std::strlen("lib."));
  lua_pushvalue(lua, -1);
  lua_setfield(lua, -3, name.c_str());
}

// words "case": the table that a library fills; a word that it lacks cannot be read.
void word_words(Script&, lua_State* lua) {
  if (lua_type(lua, 1) != LUA_TSTRING) throw RuleError("words needs a name, as in words \"case\"");
  const std::string name = shorten(lua_tostring(lua, 1), 60);
  lua_newtable(lua);
  make_strict(lua, name.c_str());
}

Type compute_type(lua_State* lua) {
  const std::string gives = luaL_optstring(lua, 3, "truth");
  if (gives == "truth") return Type::truth;
  if (gives == "date") return Type::date;
  if (gives == "number") return Type::number;
  throw RuleError("compute gives a \"truth\", a \"date\" or a \"number\", not \"" +
                  shorten(gives, 40) + "\"");
}

void word_compute(Script& script, lua_State* lua) {
  if (lua_type(lua, 1) != LUA_TSTRING || lua_type(lua, 2) != LUA_TFUNCTION) {
    throw RuleError(
        "compute needs a name and a function: compute(\"name\", function(child) ... end)");
  }
  Compute compute{shorten(lua_tostring(lua, 1), 100), script.rule(), script.file_index(),
                  script.next_compute(), compute_type(lua)};
  keep_compute(lua, compute.order);
  std::vector<Compute>& computes = script.assembly().computes;
  const auto same = std::find_if(computes.begin(), computes.end(), [&](const Compute& other) {
    return other.file == compute.file && other.order == compute.order;
  });
  Expr expr;
  expr.op = Op::compute;
  expr.type = compute.gives;
  expr.compute = static_cast<int>(same - computes.begin());
  if (same == computes.end()) computes.push_back(std::move(compute));
  push_expr(lua, script.add(std::move(expr)));
}

}  // namespace

void keep_compute(lua_State* lua, int order) {
  luaL_getsubtable(lua, LUA_REGISTRYINDEX, k_functions);
  lua_pushvalue(lua, 2);
  lua_rawseti(lua, -2, order + 1);
  lua_pop(lua, 1);
}

void push_compute(lua_State* lua, int order) {
  luaL_getsubtable(lua, LUA_REGISTRYINDEX, k_functions);
  lua_rawgeti(lua, -1, order + 1);
  lua_remove(lua, -2);
}

void define_require_word(Script& script) {
  lua_State* lua = script.sandbox().lua();
  lua_newtable(lua);
  lua_setfield(lua, LUA_REGISTRYINDEX, k_modules);
  script.sandbox().define("require", k_word<word_require>);
  script.sandbox().define("words", k_word<word_words>);
}

void define_compute_word(Script& script) {
  script.sandbox().define("compute", k_word<word_compute>);
}

void define_shared_words(Script& script) {
  define_expression_box(script);
  define_period_words(script);
  define_logic_words(script);
  define_date_words(script);
  define_span_words(script);
  define_compute_word(script);
  define_require_word(script);
  const std::vector<CaseTable>& tables = script.model().tables;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    push_expr(script.sandbox().lua(), rows_of(script, static_cast<int>(i)));
    script.sandbox().define(tables[i].name.c_str());
  }
}

void define_rule_words(Script& script) {
  define_shared_words(script);
  define_rule_word(script);
}

void define_measure_words(Script& script) {
  define_shared_words(script);
  define_measure_word(script);
}

}  // namespace tidemark
