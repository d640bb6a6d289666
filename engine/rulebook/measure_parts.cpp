#include "rulebook/measure_parts.hpp"

#include <cmath>

#include "base/text.hpp"
#include "rulebook/rule_parts.hpp"
#include "rulebook/wording.hpp"
#include "rulebook/words.hpp"

namespace tidemark {

namespace {

constexpr int k_most_places = 3;
constexpr int k_most_years = 10;

Quantity::Of kind_of_quantity(Type type, const KeyedTable& table, const char* key) {
  switch (type) {
    case Type::truth:
      return Quantity::Of::children;
    case Type::rows:
      return Quantity::Of::rows;
    case Type::number:
      return Quantity::Of::number;
    default:
      throw table.error(std::string(key) +
                            " needs a yes-or-no answer (children are counted), rows, or a number "
                            "(added up), not " +
                            name_of(type),
                        key);
  }
}

KeyedTable inner_table(lua_State* lua, const KeyedTable& table, const char* key,
                       std::vector<std::string> known) {
  Written written = table.written();
  written.line = line_of_key(written.text, key, written.line);
  return {lua, lua_gettop(lua), key, std::move(known), written};
}

void read_reconciles(lua_State* lua, Measure& measure, const KeyedTable& table) {
  if (!table.push("reconciles")) return;
  const KeyedTable keys = inner_table(lua, table, "reconciles", {"stock", "started", "ceased"});
  measure.stock = keys.required_text("stock");
  measure.started = keys.required_text("started");
  measure.ceased = keys.required_text("ceased");
  lua_pop(lua, 1);
}

void read_forecast(Script& script, lua_State* lua, Measure& measure, const KeyedTable& table) {
  if (!table.push("forecast")) return;
  const KeyedTable keys =
      inner_table(lua, table, "forecast", {"achieved", "expected", "target", "target_for"});
  measure.achieved = keys.required_text("achieved");
  measure.expected = keys.texts("expected");
  const std::optional<double> target = read_own_number(script, lua, keys, "target");
  if (!target || *target <= 0)
    throw keys.error("forecast needs `target`, a number above 0", "target");
  measure.target = *target;
  const std::string target_for = keys.text("target_for");
  if (!target_for.empty() && target_for != "year" && target_for != "period") {
    throw keys.error("target_for is \"year\" or \"period\"", "target_for");
  }
  measure.target_is_for_year = target_for != "period";
  lua_pop(lua, 1);
}

void read_benchmark(Script& script, lua_State* lua, Measure& measure, const KeyedTable& table) {
  if (!table.push("benchmark")) return;
  const KeyedTable keys = inner_table(lua, table, "benchmark", {"of", "years"});
  measure.benchmark_of = keys.required_text("of");
  const double years = read_own_number(script, lua, keys, "years").value_or(0);
  if (years < 1 || years > k_most_years || years != std::floor(years)) {
    throw keys.error(
        "benchmark needs years = 3, a whole number from 1 to " + std::to_string(k_most_years),
        "years");
  }
  measure.benchmark_years = static_cast<int>(years);
  lua_pop(lua, 1);
}

}  // namespace

Quantity read_quantity(Script& script, lua_State* lua, const KeyedTable& table, const char* key,
                       bool has_this, bool assumption_allowed) {
  Quantity quantity;
  if (!table.push(key)) return quantity;
  if (const auto* box = box_at<AssumptionBox>(lua, -1)) {
    if (!assumption_allowed)
      throw table.error(std::string(key) + " cannot be an assumption: it comes from the record",
                        key);
    quantity.of = Quantity::Of::assumption;
    quantity.assumed = script.assumptions[static_cast<std::size_t>(box->index)];
    lua_pop(lua, 1);
    return quantity;
  }
  const bool literal = lua_type(lua, -1) == LUA_TNUMBER || lua_type(lua, -1) == LUA_TSTRING;
  const ExprId id = literal ? k_no_expr : expr_at(lua, -1);
  if (literal || (id != k_no_expr && script.exprs()[id].op == Op::constant_number)) {
    throw table.error(std::string(key) +
                          " cannot be a plain number: it would be added once for every child" +
                          (assumption_allowed ? "; write assumption { 33127, label = \"...\", "
                                                "source = \"...\" }"
                                              : ""),
                      key);
  }
  const Type type = at_key(table, key, [&] { return type_at(script, lua, lua_gettop(lua)); });
  quantity.of = kind_of_quantity(type, table, key);
  quantity.value =
      at_key(table, key, [&] { return need(script, lua, lua_gettop(lua), type, key); });
  lua_pop(lua, 1);
  need_closed(script, table, key, quantity.value, has_this);
  return quantity;
}

void read_split(Script& script, lua_State* lua, Measure& measure, const KeyedTable& table) {
  if (!table.push("split")) return;
  const int list = lua_gettop(lua);
  const KeyedTable keys(lua, list, "split", {"otherwise"}, table.written(), true);
  const bool has_this = measure.counts.of == Quantity::Of::rows;
  const auto count = static_cast<lua_Integer>(lua_rawlen(lua, list));
  for (lua_Integer i = 1; i <= count; ++i) {
    lua_rawgeti(lua, list, i);
    const int item = lua_gettop(lua);
    if (lua_type(lua, item) != LUA_TTABLE || lua_rawlen(lua, item) != 2 ||
        lua_rawgeti(lua, item, 1) != LUA_TSTRING) {
      throw table.error("split: each part is { \"label\", yes or no }", "split");
    }
    Part part{lua_tostring(lua, -1), k_no_expr};
    lua_rawgeti(lua, item, 2);
    part.when = at_key(table, "split",
                       [&] { return need(script, lua, lua_gettop(lua), Type::truth, "split"); });
    need_closed(script, table, "split", part.when, has_this);
    measure.split.push_back(std::move(part));
    lua_settop(lua, list);
  }
  const std::string otherwise = keys.text("otherwise");
  if (!otherwise.empty()) measure.split.push_back({otherwise, k_no_expr});
  if (measure.split.empty()) throw table.error("split {} has no parts", "split");
  lua_pop(lua, 1);
}

void read_rounding(lua_State* lua, Measure& measure, const KeyedTable& table) {
  if (!table.push("rounding")) return;
  const KeyedTable keys = inner_table(lua, table, "rounding", {"places", "by"});
  Rounding rounding;
  if (keys.push("places")) {
    const double places = lua_type(lua, -1) == LUA_TNUMBER ? lua_tonumber(lua, -1) : -1;
    if (places < 0 || places > k_most_places || places != std::floor(places)) {
      throw keys.error(
          "rounding: places is a whole number from 0 to " + std::to_string(k_most_places),
          "places");
    }
    rounding.places = static_cast<int>(places);
    lua_pop(lua, 1);
  } else {
    throw keys.error("rounding needs `places`", "rounding");
  }
  const std::string by = keys.text("by");
  if (!by.empty() && by != "nearest" && by != "truncation") {
    throw keys.error("rounding: by is \"nearest\" or \"truncation\"", "by");
  }
  rounding.truncated = by == "truncation";
  measure.rounding = rounding;
  lua_pop(lua, 1);
}

std::optional<double> read_own_number(Script& script, lua_State* lua, const KeyedTable& table,
                                      const char* key) {
  if (!table.push(key)) return std::nullopt;
  const ExprId id = expr_at(lua, -1);
  const bool is_setting = id != k_no_expr && script.exprs()[id].op == Op::constant_number;
  if (!is_setting && lua_type(lua, -1) != LUA_TNUMBER) {
    throw table.error(
        std::string(key) + " needs a number or setting { 28, label = , from = , to = }", key);
  }
  const double number = is_setting ? script.exprs()[id].number : lua_tonumber(lua, -1);
  lua_pop(lua, 1);
  return number;
}

void read_references(Script& script, lua_State* lua, Measure& measure, const KeyedTable& table) {
  measure.changes = table.text("changes");
  measure.adds = table.texts("adds");
  measure.less = table.texts("less");
  read_reconciles(lua, measure, table);
  read_forecast(script, lua, measure, table);
  read_benchmark(script, lua, measure, table);
}

}  // namespace tidemark
