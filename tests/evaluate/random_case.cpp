#include "evaluate/random_case.hpp"

#include <algorithm>
#include <utility>

namespace tidemark::invented {
namespace {

constexpr Day k_last_day = k_first_day + 40;
constexpr Day k_long_before = k_first_day - 20;  // stands for "open to the past"

Cell plain_cell(const Field& field, Chance& chance) {
  switch (field.kind) {
    case FieldKind::date:
      return chance.between(k_first_day, k_last_day);
    case FieldKind::milestone:
    case FieldKind::booking:
      return chance.one_in(3) ? k_cell_absent : chance.between(k_first_day, k_last_day);
    case FieldKind::number:
      return chance.between(0, 4) * 1000;
    case FieldKind::text:
      return chance.between(0, 1);
    default:
      return chance.between(0, static_cast<int>(field.codes.size()) - 1);
  }
}

Cell doubtful_cell(const Field& field, InventedCase& invented, Chance& chance) {
  if (chance.one_in(2)) return k_cell_unknown;
  if (is_date(field.kind)) {
    const Day lo = chance.between(k_first_day, k_last_day);
    const bool cut_off = field.kind == FieldKind::date && chance.one_in(3);
    return cut_off ? invented.partly(k_earliest, lo)
                   : invented.partly(lo, lo + chance.between(1, 12));
  }
  if (field.kind != FieldKind::code) return k_cell_unknown;
  const int codes = static_cast<int>(field.codes.size());
  const int a = chance.between(0, codes - 1);
  return invented.one_of(a, (a + chance.between(1, codes - 1)) % codes);
}

std::vector<Cell> random_row(const CaseTable& table, InventedCase& invented, Chance& chance,
                             const Doubt& doubt) {
  std::vector<Cell> row;
  for (const Field& field : table.fields) {
    const bool doubtful = doubt.blank_in > 0 && chance.one_in(doubt.blank_in);
    row.push_back(doubtful ? doubtful_cell(field, invented, chance) : plain_cell(field, chance));
  }
  // Periods mostly follow on from each other, or the runs would all be of one row.
  const auto& others = invented.rows(k_stay);
  const bool period = table.shape == Shape::periods;
  if (period && is_plain(row[1]) && is_plain(row[0]) && row[1] < row[0]) std::swap(row[0], row[1]);
  if (period && !others.empty() && is_plain(others.back()[1]) && !chance.one_in(4)) {
    row[0] = others.back()[1] + chance.between(0, 2) / 2;
    if (is_plain(row[1]) && row[1] < row[0]) row[1] = row[0] + chance.between(0, 9);
  }
  return row;
}

Cell completed_date(const Field& field, Cell cell, const InventedCase& from, Chance& chance) {
  if (is_side(cell)) {
    const Date& date = from.pools().dates[static_cast<std::size_t>(cell - k_cell_side)];
    return chance.between(std::max(date.lo, k_long_before), std::min(date.hi, k_last_day + 20));
  }
  if (field.kind == FieldKind::milestone && chance.one_in(3)) return k_cell_absent;
  const Day last = field.kind == FieldKind::date ? from.as_at() : k_last_day;
  return chance.between(k_long_before, last);
}

Cell completed_cell(const Field& field, Cell cell, const InventedCase& from, Chance& chance) {
  if (is_plain(cell) || cell == k_cell_absent) return cell;
  if (is_date(field.kind)) return completed_date(field, cell, from, chance);
  if (!is_side(cell)) return plain_cell(field, chance);
  const auto& [a, b] = from.pools().either[static_cast<std::size_t>(cell - k_cell_side)];
  return chance.one_in(2) ? a : b;
}

// Which of two rows of one day comes first is fixed by their place only where both days are plain.
std::vector<std::size_t> some_order(const std::vector<std::vector<Cell>>& rows, Chance& chance) {
  std::vector<std::pair<int, std::size_t>> places;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const int place = 2 * static_cast<int>(i);
    places.emplace_back(
        is_plain(rows[i][0]) ? place : chance.between(0, static_cast<int>(rows.size())) * 2 - 1, i);
  }
  std::stable_sort(places.begin(), places.end());
  std::vector<std::size_t> order;
  for (const auto& [place, i] : places) order.push_back(i);
  return order;
}

}  // namespace

InventedCase random_case(const Model& model, Chance& chance, const Doubt& doubt) {
  InventedCase invented(model, k_as_at);
  invented.add(k_child, random_row(model.tables[k_child], invented, chance, doubt));
  for (const int table : {k_stay, k_visit, k_match}) {
    const CaseTable& shape = model.tables[static_cast<std::size_t>(table)];
    const bool never = !doubt.never.empty() && doubt.never[static_cast<std::size_t>(table)];
    const bool missing = never || (doubt.whole_tables && chance.one_in(10));
    const bool partial = doubt.whole_tables && !missing && chance.one_in(10);
    if (missing) invented.supply(table, Supply::none);
    if (partial) invented.supply(table, Supply::partial);
    const int rows = missing ? 0 : chance.between(0, table == k_stay ? 4 : 3);
    for (int i = 0; i < rows; ++i) {
      invented.add(table, random_row(shape, invented, chance, doubt));
    }
  }
  return invented;
}

InventedCase completed(const Model& model, const InventedCase& from, Chance& chance) {
  InventedCase made(model, from.as_at());
  for (int table = 0; table < static_cast<int>(model.tables.size()); ++table) {
    const CaseTable& shape = model.tables[static_cast<std::size_t>(table)];
    const auto& rows = from.rows(table);
    for (const std::size_t i : some_order(rows, chance)) {
      std::vector<Cell> row;
      for (std::size_t f = 0; f < shape.fields.size(); ++f) {
        row.push_back(completed_cell(shape.fields[f], rows[i][f], from, chance));
      }
      made.add(table, std::move(row));
    }
    const bool others = shape.shape != Shape::facts && from.supplied(table) != Supply::full;
    for (int i = others ? chance.between(0, 3) : 0; i > 0; --i) {
      made.add(table, random_row(shape, made, chance, {0, false}));
    }
  }
  return made;
}

std::string spelt(const Model& model, const InventedCase& invented) {
  std::string text;
  for (int table = 0; table < static_cast<int>(model.tables.size()); ++table) {
    const CaseTable& shape = model.tables[static_cast<std::size_t>(table)];
    text += shape.name;
    if (invented.supplied(table) != Supply::full) text += " (not full)";
    text += ":\n";
    for (const auto& row : invented.rows(table)) {
      for (std::size_t f = 0; f < row.size(); ++f) {
        const bool date = is_date(shape.fields[f].kind);
        std::string cell = row[f] == k_cell_absent ? "-" : "?";
        if (is_plain(row[f])) cell = std::to_string(date ? row[f] - k_first_day : row[f]);
        if (is_side(row[f]) && date) {
          const Date& d = invented.pools().dates[static_cast<std::size_t>(row[f] - k_cell_side)];
          cell = (d.lo == k_earliest ? "" : std::to_string(d.lo - k_first_day)) + ".." +
                 std::to_string(d.hi - k_first_day);
        } else if (is_side(row[f])) {
          const auto& [a, b] =
              invented.pools().either[static_cast<std::size_t>(row[f] - k_cell_side)];
          cell = std::to_string(a) + "|" + std::to_string(b);
        }
        text += "  " + shape.fields[f].name + "=" + cell;
      }
      text += "\n";
    }
  }
  return text;
}

}  // namespace tidemark::invented
