#include "rulebook/given_cell.hpp"

#include <cmath>
#include <optional>

#include "base/text.hpp"
#include "rulebook/wording.hpp"

namespace tidemark {

namespace {

struct Place {
  const CaseTable& table;
  const Field& field;
  const Written& written;
  [[nodiscard]] RuleError error(const std::string& message) const {
    return written.error(table.name + "." + field.name + ": " + message, field.name);
  }
};

Cell date_cell(const std::string& text, SidePools& pools, const Place& place) {
  const std::optional<Date> date = date_in(text);
  if (!date) {
    throw place.error(
        "\"" + shorten(text, 40) +
        "\" is not a date; write \"2021-04-30\", \"..2021-04-30\" or \"2021-04-01..2021-04-30\"");
  }
  if (date->is_exact()) return date->lo;
  if (date->is_unknown()) return k_cell_unknown;
  pools.dates.push_back(*date);
  return k_cell_side + static_cast<Cell>(pools.dates.size()) - 1;
}

Cell one_code(const std::string& text, const Place& place) {
  const int code = code_index(place.field, text);
  if (code >= 0) return code;
  std::vector<std::string> known;
  for (const Code& each : place.field.codes) known.push_back(each.value);
  throw place.error("there is no value \"" + shorten(text, 40) + "\"" + did_you_mean(text, known));
}

Cell code_bits(const std::string& text, const Place& place) {
  Cell bits = 0;
  for (const std::string_view piece : split(text, '+')) {
    if (!trim(piece).empty()) bits |= Cell{1} << one_code(std::string(trim(piece)), place);
  }
  return bits;
}

}  // namespace

std::optional<Date> date_in(std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) {
    const std::optional<Day> day = parse_iso(text);
    return day ? std::optional<Date>(Date::known(*day)) : std::nullopt;
  }
  Date date = Date::unknown();
  const std::string_view from = text.substr(0, dots);
  const std::string_view to = text.substr(dots + 2);
  if (!from.empty()) {
    const std::optional<Day> day = parse_iso(from);
    if (!day) return std::nullopt;
    date.lo = *day;
  }
  if (!to.empty()) {
    const std::optional<Day> day = parse_iso(to);
    if (!day) return std::nullopt;
    date.hi = *day;
  }
  return date.lo > date.hi ? std::nullopt : std::optional<Date>(date);
}

Cell blank_cell(FieldKind kind) {
  if (kind == FieldKind::milestone || kind == FieldKind::booking) return k_cell_absent;
  return kind == FieldKind::code_set ? 0 : k_cell_unknown;
}

Cell given_cell(lua_State* lua, int index, const CaseTable& table, const Field& field,
                SidePools& pools, const Written& written) {
  const Place place{table, field, written};
  if (field.kind == FieldKind::number) {
    if (lua_type(lua, index) != LUA_TNUMBER) throw place.error("a number is needed");
    const double thousandths = std::round(lua_tonumber(lua, index) * 1000);
    if (!(std::fabs(thousandths) < 2e8)) throw place.error("this number is too large");
    return static_cast<Cell>(thousandths);
  }
  if (lua_type(lua, index) != LUA_TSTRING) {
    throw place.error("text in quotes is needed, not " + shown_key(lua, index));
  }
  const std::string text = lua_tostring(lua, index);
  if (is_date(field.kind)) return date_cell(text, pools, place);
  if (field.kind == FieldKind::code_set) return code_bits(text, place);
  if (field.kind == FieldKind::code || field.kind == FieldKind::flag) return one_code(text, place);
  return pools.texts.intern(shorten(text, 1000));
}

}  // namespace tidemark
