#include "evaluate/words.hpp"

#include <algorithm>
#include <cmath>

namespace tidemark {
namespace {

const Field& field_at(const ChildCase& child_case, const CellRef& cell) {
  return child_case.model->tables[static_cast<std::size_t>(cell.table)]
      .fields[static_cast<std::size_t>(cell.field)];
}

const CaseTable& table_at(const ChildCase& child_case, int table) {
  return child_case.model->tables[static_cast<std::size_t>(table)];
}

std::string number_text(double n) {
  if (std::floor(n) == n) return std::to_string(static_cast<long long>(n));
  std::string text = std::to_string(n);
  text.erase(text.find_last_not_of('0') + 1);
  return text;
}

std::string words_for(const Number& n) {
  if (n.is_absent()) return "none";
  const bool open_lo = std::isinf(n.lo);
  const bool open_hi = std::isinf(n.hi);
  if (open_lo && open_hi) return "not known";
  if (open_hi) return "at least " + number_text(n.lo);
  if (open_lo) return "at most " + number_text(n.hi);
  return n.lo == n.hi ? number_text(n.lo) : number_text(n.lo) + " to " + number_text(n.hi);
}

// What stands in place of an id: panels compare them and never read them.
constexpr const char* k_id_on_record = "on record";

// A code, a set of codes or a text; `meanings`: what a code means rather than the code.
std::string plain_text(const Field& field, Cell cell, const TextPool& texts, bool meanings) {
  const auto spelt = [&](std::size_t i) {
    const Code& code = field.codes[i];
    return meanings && !code.meaning.empty() ? code.meaning : code.value;
  };
  switch (field.kind) {
    case FieldKind::code:
    case FieldKind::flag:
      return spelt(static_cast<std::size_t>(cell));
    case FieldKind::code_set: {
      std::string all;
      for (std::size_t i = 0; i < field.codes.size(); ++i) {
        if (((static_cast<std::uint32_t>(cell) >> i) & 1U) == 0) continue;
        all += (all.empty() ? "" : (meanings ? " and " : "+")) + spelt(i);
      }
      return all.empty() && meanings ? "none agreed" : all;
    }
    case FieldKind::number:
      return number_text(cell / 1000.0);
    case FieldKind::id:
      return meanings ? k_id_on_record : texts.text(cell);
    default:
      return texts.text(cell);
  }
}

std::string words_for(const CodeValue& value, const Field* field, const TextPool& texts) {
  if (value.is_absent()) return "none";
  if (value.is_unknown() || field == nullptr) return "not known";
  std::string a = plain_text(*field, value.a, texts, true);
  if (field->kind == FieldKind::id) return a;
  return value.a == value.b ? a : a + " or " + plain_text(*field, value.b, texts, true);
}

std::string words_for(Truth truth) {
  if (truth == Truth::unknown) return "cannot be decided";
  return truth == Truth::yes ? "yes" : "no";
}

// The field that a value expression reads, through choices.
const Field* field_of(const Evaluator& evaluator, ExprId id) {
  const PlanNode& node = evaluator.plan()[id];
  if (node.op == Op::value_field) {
    return &evaluator.plan()
                .rulebook()
                .model.tables[static_cast<std::size_t>(node.table)]
                .fields[static_cast<std::size_t>(node.field)];
  }
  return node.arg_count == 0 ? nullptr : field_of(evaluator, node.args[node.arg_count - 1]);
}

std::string rows_in_words(Evaluator& evaluator, ExprId id) {
  const Rows rows = evaluator.rows(id);
  std::uint32_t sure = 0;
  std::uint32_t maybe = 0;
  for (std::uint32_t at = 0; at < rows.count; ++at) {
    if (rows.is_definite(at))
      ++sure;
    else if (rows.is_possible(at))
      ++maybe;
  }
  std::string text = std::to_string(sure) + (sure == 1 ? " row" : " rows");
  if (maybe > 0) text += " and " + std::to_string(maybe) + " that may belong";
  if (rows.unseen || rows.unseen_before) text += ", others may be missing";
  return text;
}

bool leaves_open(const ChildCase& child_case, const CellRef& cell) {
  if (cell.field < 0) return true;
  const Field& field = field_at(child_case, cell);
  if (is_date(field.kind)) {
    const Date date = child_case.date_at(cell.table, cell.field, cell.row);
    return !date.is_absent() && !date.is_exact();
  }
  const Cell value = child_case.cell(cell.table, cell.field, cell.row);
  return !is_plain(value) && value != k_cell_absent;
}

std::string cause_of_table(const CellRef& cell, const ChildCase& child_case, const CaseView* view) {
  const CaseTable& table = table_at(child_case, cell.table);
  const CaseSlice& slice = child_case.tables[static_cast<std::size_t>(cell.table)];
  if (slice.supply != Supply::full) {
    return view != nullptr ? view->why_missing(cell.table, -1)
                           : "no " + table.list + " was supplied";
  }
  if (slice.covers_from != k_earliest) {
    return "the " + table.list + " begins on " + in_words(slice.covers_from);
  }
  return "the " + table.label + " before the extract is not known";
}

std::string cause_of_cell(const CellRef& cell, const ChildCase& child_case, const CaseView* view) {
  const CaseTable& table = table_at(child_case, cell.table);
  const Field& field = field_at(child_case, cell);
  if (view != nullptr &&
      child_case.tables[static_cast<std::size_t>(cell.table)].columns[cell.field] == nullptr) {
    std::string why = view->why_missing(cell.table, cell.field);
    if (!why.empty()) return why;
  }
  std::string name = table.shape == Shape::facts ? "the " + field.label
                                                 : "the " + table.label + "'s " + field.label;
  if (!is_date(field.kind)) return name + " is not known";
  const Date date = child_case.date_at(cell.table, cell.field, cell.row);
  if (date.lo == k_earliest && date.hi >= child_case.as_at) return name + " is not known";
  return name + " is only known to be " + words_of(Date{date.lo, date.hi, false});
}

}  // namespace

std::string value_in_words(Evaluator& evaluator, ExprId id) {
  switch (evaluator.plan()[id].type) {
    case Type::truth:
      return words_for(evaluator.truth(id));
    case Type::date: {
      const Date date = evaluator.date(id);
      const bool blank = says_nothing(date, evaluator.child_case().as_at);
      return blank || (date.may_be_absent && !date.is_absent()) ? "not known" : words_of(date);
    }
    case Type::number:
      return words_for(evaluator.number(id));
    case Type::value:
      return words_for(evaluator.code(id), field_of(evaluator, id), *evaluator.child_case().texts);
    case Type::rows:
      return rows_in_words(evaluator, id);
    case Type::row: {
      const Row row = evaluator.row(id);
      if (row.candidates == 0) return row.unseen ? "not known" : "none";
      if (row.candidates > 1) return "one of " + std::to_string(row.candidates) + " rows";
      const CellRef first{row.table, 0, row.row};
      const std::string text = cell_text(evaluator.child_case(), first);
      return text.empty() ? "one row" : "the row of " + text;
    }
    case Type::run: {
      const Run run = evaluator.run(id);
      if (run.exists == Truth::no) return "none";
      return "since " + words_of(Date{run.from.lo, run.from.hi, false});
    }
    case Type::window: {
      const Window w = evaluator.window(id);
      return "after " + words_of(w.lo) + ", up to " + words_of(w.hi);
    }
  }
  return "";
}

std::string cell_text(const ChildCase& child_case, const CellRef& cell) {
  if (cell.field < 0) return "";
  const Field& field = field_at(child_case, cell);
  if (is_date(field.kind)) {
    const Date date = child_case.date_at(cell.table, cell.field, cell.row);
    return says_nothing(date, child_case.as_at) || date.is_absent() ? "" : text_of(date);
  }
  const Cell value = child_case.cell(cell.table, cell.field, cell.row);
  if (is_plain(value)) return plain_text(field, value, *child_case.texts, false);
  if (!is_side(value)) return "";
  const auto& [a, b] = child_case.pools->either[static_cast<std::size_t>(value - k_cell_side)];
  return plain_text(field, a, *child_case.texts, false) + " or " +
         plain_text(field, b, *child_case.texts, false);
}

std::string row_key_text(const ChildCase& child_case, int table, std::uint32_t row) {
  const CaseTable& named = table_at(child_case, table);
  if (named.shape == Shape::facts) return "";
  std::vector<int> key = named.key;
  if (key.empty()) key.push_back(0);
  std::string text;
  for (const int field : key) {
    const CellRef cell{static_cast<std::int16_t>(table), static_cast<std::int16_t>(field), row};
    text += (text.empty() ? "" : " ") + cell_text(child_case, cell);
  }
  return text;
}

std::vector<Evidence> evidence_of(const Trace& trace, const ChildCase& child_case,
                                  const CaseView* view) {
  std::vector<Evidence> all;
  std::vector<CellRef> seen;
  for (const CellRef& cell : trace.cells) {
    if (std::find(seen.begin(), seen.end(), cell) != seen.end()) continue;
    if (all.size() == k_most_evidence) break;
    if (cell.table < 0) continue;
    seen.push_back(cell);
    Evidence evidence;
    evidence.table = table_at(child_case, cell.table).name;
    if (cell.field < 0) {
      evidence.note = cause_of_table(cell, child_case, view);
    } else {
      evidence.field = field_at(child_case, cell).name;
      evidence.value = cell_text(child_case, cell);
      const bool is_id = field_at(child_case, cell).kind == FieldKind::id;
      if (is_id && !evidence.value.empty()) evidence.value = k_id_on_record;
      if (leaves_open(child_case, cell))
        evidence.note = cause_of_cell(cell, child_case, view);
      else if (evidence.value.empty())
        evidence.note = "blank";
      if (view != nullptr) {
        const std::vector<Origin> places = view->origins(cell.table, cell.field, cell.row);
        for (std::size_t i = 0; i < places.size(); ++i) {
          evidence.file = places[i].file;
          evidence.line = places[i].line;
          evidence.source_column = places[i].column;
          if (i + 1 < places.size()) all.push_back(evidence);
        }
      }
    }
    all.push_back(std::move(evidence));
  }
  return all;
}

std::string cause_of(const Trace& trace, const Rulebook& rulebook, const ChildCase& child_case,
                     const CaseView* view) {
  constexpr std::size_t k_most_causes = 3;
  std::vector<std::string> causes;
  const auto add = [&](std::string cause) {
    const bool known = std::find(causes.begin(), causes.end(), cause) != causes.end();
    if (!known && causes.size() < k_most_causes) causes.push_back(std::move(cause));
  };
  for (const CellRef& cell : trace.cells) {
    if (cell.table < 0) add(rulebook.exprs[static_cast<ExprId>(cell.row)].texts[0]);
  }
  for (const bool tables : {true, false}) {
    for (const CellRef& cell : trace.cells) {
      const bool asked = cell.table >= 0 && (cell.field < 0) == tables;
      if (!asked || !leaves_open(child_case, cell)) continue;
      add(tables ? cause_of_table(cell, child_case, view) : cause_of_cell(cell, child_case, view));
    }
  }
  std::string text;
  for (const std::string& cause : causes) text += (text.empty() ? "" : "; ") + cause;
  return text;
}

}  // namespace tidemark
