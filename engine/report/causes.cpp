#include "report/causes.hpp"

#include "report/rows.hpp"

namespace tidemark::report {

namespace {

const Field* field_of(const Model& model, const Evidence& cell) {
  const int table = model.table(cell.table);
  if (table < 0) return nullptr;
  const CaseTable& held_in = model.tables[static_cast<std::size_t>(table)];
  const int field = held_in.field(cell.field);
  return field < 0 ? nullptr : &held_in.fields[static_cast<std::size_t>(field)];
}

// A blank milestone says that it has not happened, and that is an answer.
bool blank_says_nothing(const Field* field) {
  if (field == nullptr) return true;
  return field->kind != FieldKind::milestone && field->kind != FieldKind::booking &&
         field->kind != FieldKind::code_set;
}

bool is_interval(const Evidence& cell) {
  return cell.value.find("..") != std::string::npos;
}

bool is_unclear(const Model& model, const Evidence& cell) {
  if (cell.file.empty() || cell.source_column.empty()) return false;
  if (cell.value.empty()) return blank_says_nothing(field_of(model, cell));
  return is_interval(cell) || !cell.note.empty();
}

std::string state_of(const Evidence& cell) {
  if (cell.value.empty()) return cell.note.empty() ? "blank" : cell.note;
  if (is_interval(cell)) return "known only as " + readable(cell.value);
  return readable(cell.value) + " (" + cell.note + ")";
}

FieldToPutRight described(const Model& model, const Evidence& cell) {
  FieldToPutRight out;
  out.field = cell.table + ": " + cell.field;
  out.state = state_of(cell);
  out.where = cell.file + ":" + std::to_string(cell.line) + " " + cell.source_column;
  const int table_at = model.table(cell.table);
  if (table_at < 0) return out;
  const CaseTable& table = model.tables[static_cast<std::size_t>(table_at)];
  out.owner = table.owner;
  const Field* field = field_of(model, cell);
  if (field == nullptr) return out;
  out.field = table.label + ": " + field->label;
  if (!field->owner.empty()) out.owner = field->owner;
  return out;
}

}  // namespace

std::vector<FieldToPutRight> fields_to_put_right(const Model& model, const Finding& finding) {
  std::vector<FieldToPutRight> out;
  for (const Evidence& cell : finding.evidence) {
    if (is_unclear(model, cell)) out.push_back(described(model, cell));
  }
  return out;
}

}  // namespace tidemark::report
