#include "rulebook/case_reading.hpp"

#include <cmath>

#include "rulebook/wording.hpp"

namespace tidemark {

namespace {

constexpr std::size_t k_most_cells = 100'000;

const CaseTable& table_of(const OpenCase& open, int table) {
  return open.rulebook->model.tables[static_cast<std::size_t>(table)];
}

std::string cell_name(const OpenCase& open, const Handle& row, int field) {
  const CaseTable& table = table_of(open, row.table);
  const std::string name = table.name + "." + table.fields[static_cast<std::size_t>(field)].name;
  return table.shape == Shape::facts ? name : name + " of row " + std::to_string(row.number + 1);
}

void note_cell(OpenCase& open, int table, int field, std::uint32_t row) {
  if (!open.seen.emplace(table, field, row).second) return;
  if (open.cells.size() >= k_most_cells) throw RuleError("this function reads too many cells");
  open.cells.push_back({static_cast<std::int16_t>(table), static_cast<std::int16_t>(field), row});
}

const Field& field_of(const OpenCase& open, const Handle& row, int field) {
  return table_of(open, row.table).fields[static_cast<std::size_t>(field)];
}

Cell cell_at(OpenCase& open, const Handle& row, int field) {
  note_cell(open, row.table, field, static_cast<std::uint32_t>(row.number));
  return open.child_case->cell(row.table, field, static_cast<std::uint32_t>(row.number));
}

Date date_at(OpenCase& open, const Handle& row, int field) {
  note_cell(open, row.table, field, static_cast<std::uint32_t>(row.number));
  return open.child_case->date_at(row.table, field, static_cast<std::uint32_t>(row.number));
}

void push_codes(lua_State* lua, const Field& field, Cell bits) {
  lua_newtable(lua);
  lua_Integer count = 0;
  for (std::size_t i = 0; i < field.codes.size(); ++i) {
    if (((static_cast<std::uint32_t>(bits) >> i) & 1U) == 0) continue;
    lua_pushstring(lua, field.codes[i].value.c_str());
    lua_rawseti(lua, -2, ++count);
  }
}

void push_number(lua_State* lua, Cell thousandths) {
  if (thousandths % 1000 == 0) {
    lua_pushinteger(lua, thousandths / 1000);
  } else {
    lua_pushnumber(lua, thousandths / 1000.0);
  }
}

}  // namespace

void* Handle::bits() const {
  const std::uint64_t packed =
      static_cast<std::uint64_t>(kind) << 56U | static_cast<std::uint64_t>(generation) << 48U |
      static_cast<std::uint64_t>(table & 0xff) << 40U | static_cast<std::uint32_t>(number);
  return reinterpret_cast<void*>(packed);  // NOLINT: it is a number that Lua carries, no address
}

Handle Handle::from(void* bits) {
  const auto packed = reinterpret_cast<std::uint64_t>(bits);  // NOLINT
  return {static_cast<Kind>(packed >> 56U), static_cast<std::uint8_t>(packed >> 48U),
          static_cast<int>(packed >> 40U & 0xffU),
          static_cast<std::int32_t>(static_cast<std::uint32_t>(packed))};
}

void cannot_decide(OpenCase& open, const std::string& why) {
  open.undecided = why;
  throw RuleError(why);
}

const CaseSlice& slice_of(const OpenCase& open, int table) {
  return open.child_case->tables[static_cast<std::size_t>(table)];
}

int need_field(const OpenCase& open, int table, const std::string& name) {
  const CaseTable& of = table_of(open, table);
  const int field = of.field(name);
  if (field >= 0) return field;
  std::vector<std::string> known;
  for (const Field& each : of.fields) known.push_back(each.name);
  throw RuleError(of.name + " has no field `" + name + "`" + did_you_mean(name, known));
}

void need_supplied(OpenCase& open, int table) {
  if (slice_of(open, table).maybe != nullptr)
    cannot_decide(open, "a row may or may not be a " + table_of(open, table).label);
  const Supply supply = slice_of(open, table).supply;
  if (supply == Supply::full) return;
  note_cell(open, table, -1, 0);
  cannot_decide(open, supply == Supply::none
                          ? "no " + table_of(open, table).list + " was supplied"
                          : "there may be more rows of " + table_of(open, table).label +
                                " than were supplied");
}

void need_order(OpenCase& open, int table) {
  const Shape shape = table_of(open, table).shape;
  if (shape == Shape::records)
    throw RuleError(table_of(open, table).name + " has no date order; use :rows()");
  if (shape == Shape::facts || slice_of(open, table).plain_dates) return;
  const auto count = static_cast<std::int32_t>(slice_of(open, table).count);
  for (std::int32_t i = 0; i < count && count > 1; ++i) {
    const Handle row{Handle::Kind::row, open.generation, table, i};
    if (!date_at(open, row, 0).is_exact())
      cannot_decide(open, cell_name(open, row, 0) + " is not known to the day");
  }
}

// The latest to start of those in force: begun by the as-at day and not ended on or before it.
std::optional<std::uint32_t> current_row(OpenCase& open, int table) {
  if (table_of(open, table).shape != Shape::periods)
    throw RuleError(":current() is for periods; use :latest()");
  need_order(open, table);
  for (auto i = static_cast<std::int32_t>(slice_of(open, table).count); i-- > 0;) {
    const Handle row{Handle::Kind::row, open.generation, table, i};
    const Date to = date_at(open, row, 1);
    if (to.is_absent()) return static_cast<std::uint32_t>(i);
    if (to.hi > open.child_case->as_at || to.may_be_absent)
      cannot_decide(open, cell_name(open, row, 1) + " is not known");
  }
  return std::nullopt;
}

bool is_blank(OpenCase& open, const Handle& row, int field) {
  const bool dated = is_date(field_of(open, row, field).kind);
  if (dated && date_at(open, row, field).is_absent()) return true;
  const Cell cell = cell_at(open, row, field);
  return cell == k_cell_unknown || cell == k_cell_absent;
}

void push_cell(lua_State* lua, OpenCase& open, const Handle& row, int field) {
  const Field& of = field_of(open, row, field);
  if (is_date(of.kind)) {
    const Date date = date_at(open, row, field);
    if (!date.is_exact()) {
      const char* why = is_blank(open, row, field) ? " is blank" : " is not known to the day";
      cannot_decide(open, cell_name(open, row, field) + why);
    }
    push_day(lua, date.lo);
    return;
  }
  const Cell cell = cell_at(open, row, field);
  if (of.kind == FieldKind::code_set && cell == k_cell_absent) {
    lua_newtable(lua);
    return;
  }
  if (!is_plain(cell))
    cannot_decide(open, cell_name(open, row, field) +
                            (is_side(cell) ? " is one of two values" : " is blank"));
  switch (of.kind) {
    case FieldKind::number:
      push_number(lua, cell);
      return;
    case FieldKind::code_set:
      push_codes(lua, of, cell);
      return;
    case FieldKind::text:
    case FieldKind::id:
      lua_pushstring(lua, open.child_case->texts->text(cell).c_str());
      return;
    default:
      lua_pushstring(lua, of.codes[static_cast<std::size_t>(cell)].value.c_str());
  }
}

}  // namespace tidemark
