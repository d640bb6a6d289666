#include "rulebook/measure_reader.hpp"

#include <algorithm>
#include <cmath>

#include "base/text.hpp"
#include "rulebook/measure_loader.hpp"
#include "rulebook/measure_parts.hpp"
#include "rulebook/rule_parts.hpp"
#include "rulebook/rule_reader.hpp"
#include "rulebook/wording.hpp"
#include "rulebook/words.hpp"

namespace tidemark {

namespace {

const std::vector<std::string> k_keys = {
    "title",  "source",  "unit",       "assumes", "excludes", "note",     "window",   "rounding",
    "public", "at_most", "counts",     "of",      "as",       "split",    "averages", "each",
    "over",   "changes", "reconciles", "adds",    "less",     "forecast", "benchmark"};

struct KindKey {
  const char* key;
  MeasureKind kind;
};
constexpr KindKey k_kinds[] = {
    {"counts", MeasureKind::counts},       {"averages", MeasureKind::averages},
    {"changes", MeasureKind::changes},     {"reconciles", MeasureKind::reconciles},
    {"adds", MeasureKind::adds},           {"forecast", MeasureKind::forecast},
    {"benchmark", MeasureKind::benchmark},
};

MeasureKind kind_in(const KeyedTable& table) {
  const char* found = nullptr;
  MeasureKind kind = MeasureKind::counts;
  for (const KindKey& each : k_kinds) {
    if (!table.has(each.key)) continue;
    if (found != nullptr) {
      throw table.error("measure has `" + std::string(found) + "` and `" + each.key +
                            "`; a figure is one of them",
                        each.key);
    }
    found = each.key;
    kind = each.kind;
  }
  if (found != nullptr) return kind;
  throw table.error(
      "measure needs one of `counts`, `averages`, `changes`, `reconciles`, `adds`, "
      "`forecast`, `benchmark`");
}

// A key that says something only beside others, and was written where it says nothing.
void check_keys(const KeyedTable& table, MeasureKind kind) {
  const auto only = [&](const char* key, bool allowed, const char* instead) {
    if (table.has(key) && !allowed) throw table.error(std::string(key) + " " + instead, key);
  };
  const bool counts = kind == MeasureKind::counts;
  const bool averages = kind == MeasureKind::averages;
  only("of", counts, "is a denominator: it goes with `counts`");
  only("as", counts || kind == MeasureKind::changes, "goes with `of`, or with `changes`");
  only("split", counts, "goes with `counts`");
  only("each", counts || averages, "goes with `averages`, or with a number that is counted");
  only("over", averages, "goes with `averages`");
  only("less", kind == MeasureKind::adds, "goes with `adds`");
  only("window", counts || averages,
       "is that of the measures named; it is said only with `counts` and `averages`");
}

template <class Choice>
Choice choice_at(const KeyedTable& table, const char* key, std::initializer_list<Choice> choices,
                 Choice otherwise) {
  const std::string text = table.text(key);
  if (text.empty()) return otherwise;
  std::vector<std::string> names;
  for (const Choice choice : choices) {
    if (text == name_of(choice)) return choice;
    names.push_back("\"" + std::string(name_of(choice)) + "\"");
  }
  throw table.error(
      std::string(key) + " is " + listed(names, " or ") + ", not \"" + shorten(text, 40) + "\"",
      key);
}

void read_words(Measure& measure, const KeyedTable& table) {
  measure.title = table.required_text("title");
  measure.source = table.required_text("source");
  measure.unit = table.required_text("unit");
  measure.assumes = table.texts("assumes");
  measure.excludes = table.text("excludes");
  measure.note = table.text("note");
  measure.is_public = !table.has("public") || table.flag("public");
  measure.window =
      choice_at(table, "window", {MeasureWindow::flow, MeasureWindow::stock, MeasureWindow::during},
                MeasureWindow::flow);
}

void read_counts(Script& script, lua_State* lua, Measure& measure, const KeyedTable& table) {
  using Of = Quantity::Of;
  measure.each = read_expr(script, lua, table, "each", Type::rows, false);
  const bool has_each = measure.each != k_no_expr;
  measure.counts = read_quantity(script, lua, table, "counts", has_each, false);
  measure.of = read_quantity(script, lua, table, "of", has_each, true);
  measure.as = choice_at(table, "as", {DividedAs::percent, DividedAs::per_10000, DividedAs::ratio},
                         DividedAs::none);
  read_split(script, lua, measure, table);
  if (has_each && measure.counts.of != Of::number) {
    throw table.error("each goes with a number that is added up; counts = rows counts them already",
                      "each");
  }
  if (has_each && (measure.of.of == Of::children || measure.of.of == Of::rows)) {
    throw table.error("of must be a number of the same rows, or an assumption", "of");
  }
  const bool has_of = measure.of.of != Of::nothing;
  if (has_of && measure.as == DividedAs::none)
    throw table.error("of needs as = \"percent\", \"per 10,000\" or \"ratio\"", "of");
  if (!has_of && measure.as != DividedAs::none)
    throw table.error("as needs `of`, what the count is divided by", "as");
  if (!measure.split.empty() && (has_of || measure.counts.of == Of::number)) {
    throw table.error("split is for counts of children or rows, without `of`", "split");
  }
}

void read_averages(Script& script, lua_State* lua, Measure& measure, const KeyedTable& table) {
  measure.each = read_expr(script, lua, table, "each", Type::rows, false);
  measure.over = read_expr(script, lua, table, "over", Type::truth, false);
  const bool has_each = measure.each != k_no_expr;
  if (has_each == (measure.over != k_no_expr)) {
    throw table.error("averages needs `each` (the rows) or `over` (which children), one of them",
                      "averages");
  }
  measure.averages = read_expr(script, lua, table, "averages", Type::number, has_each);
}

bool rests_on(const ExprPool& exprs, ExprId id, Op op, std::vector<bool>& seen) {
  if (id == k_no_expr || seen[static_cast<std::size_t>(id)]) return false;
  seen[static_cast<std::size_t>(id)] = true;
  const Expr& expr = exprs[id];
  return expr.op == op || std::any_of(expr.args.begin(), expr.args.end(),
                                      [&](ExprId arg) { return rests_on(exprs, arg, op, seen); });
}

// A flow that no period bounds would be the same figure for every period; a stock has one day.
void check_window(Script& script, Measure& measure, const KeyedTable& table) {
  std::vector<bool> seen(script.exprs().size(), false);
  bool bounded = false;
  for (const ExprId* id : expressions_of(measure)) {
    bounded = rests_on(script.exprs(), *id, Op::period_start, seen) || bounded;
  }
  const bool stock = measure.window == MeasureWindow::stock;
  if (stock && bounded) {
    throw table.error(
        "a stock is as at one day and has no period: say as_at, or leave out "
        "window = \"stock\"",
        "window");
  }
  if (!stock && !bounded) {
    throw table.error(
        "nothing here speaks of `period`, so every period would give the same "
        "figure; for what stands on a day say window = \"stock\"",
        name_of(measure.kind));
  }
}

void read_kind(Script& script, lua_State* lua, Measure& measure, const KeyedTable& table) {
  switch (measure.kind) {
    case MeasureKind::counts:
      read_counts(script, lua, measure, table);
      check_window(script, measure, table);
      break;
    case MeasureKind::averages:
      read_averages(script, lua, measure, table);
      check_window(script, measure, table);
      break;
    default:
      measure.as = choice_at(table, "as", {DividedAs::percent}, DividedAs::none);
      read_references(script, lua, measure, table);
  }
}

int word_measure(lua_State* lua) {
  Script& script = Script::of(lua);
  lua_settop(lua, 1);
  luaL_checkstack(lua, 64, nullptr);
  const Position at = script.position();
  const KeyedTable table(lua, 1, "measure", k_keys,
                         {script.file().text, at.line, script.file().path});
  if (waits_for_this(script, lua, table, table.has("each") ? "each" : "counts")) {
    push_box(lua, MeasureBox{-1});
    return 1;
  }
  Measure measure;
  measure.id = script.rule();
  measure.at = at;
  measure.kind = kind_in(table);
  check_keys(table, measure.kind);
  read_words(measure, table);
  read_kind(script, lua, measure, table);
  read_rounding(lua, measure, table);
  measure.at_most = read_own_number(script, lua, table, "at_most");
  script.measures.push_back(std::move(measure));
  push_box(lua, MeasureBox{static_cast<int>(script.measures.size()) - 1});
  return 1;
}

// What the council chose in place of the number, if it did.
void apply_override(Script& script, Assumption& assumption) {
  const auto found = script.assembly().overrides.find({script.rule(), assumption.label});
  if (found == script.assembly().overrides.end()) return;
  found->second.used = true;
  if (found->second.is_span)
    throw RuleError("settings.lua sets \"" + assumption.label + "\" to a span; it is a number");
  assumption.number = found->second.number;
}

void word_assumption(Script& script, lua_State* lua) {
  const Position at = script.position();
  const KeyedTable table(lua, 1, "assumption", {"label", "source"},
                         {script.file().text, at.line, script.file().path}, true);
  Assumption assumption;
  assumption.label = table.required_text("label");
  assumption.source = table.required_text("source");
  lua_rawgeti(lua, 1, 1);
  if (lua_type(lua, -1) != LUA_TNUMBER || !std::isfinite(lua_tonumber(lua, -1))) {
    throw RuleError("assumption needs a number first: assumption { 33127, label = , source = }");
  }
  assumption.number = lua_tonumber(lua, -1);
  apply_override(script, assumption);
  if (assumption.number <= 0) throw RuleError("an assumption must be above 0");
  script.assumptions.push_back(std::move(assumption));
  push_box(lua, AssumptionBox{static_cast<int>(script.assumptions.size()) - 1});
}

}  // namespace

void define_measure_word(Script& script) {
  script.sandbox().define("measure", guarded<word_measure>);
  script.sandbox().define("assumption", k_word<word_assumption>);
}

void read_measure_result(Script& script, lua_State* lua) {
  if (box_at<MeasureBox>(lua, -1) == nullptr) {
    throw RuleError("a file of measures/ ends in `return measure { ... }`; this one returns " +
                        shown_key(lua, -1),
                    1, script.file().path);
  }
  if (script.rerun_with >= 0) return;
  if (script.measures.size() != 1)
    throw RuleError(
        "a file holds one measure; this one makes " + std::to_string(script.measures.size()), 1,
        script.file().path);
}

}  // namespace tidemark
