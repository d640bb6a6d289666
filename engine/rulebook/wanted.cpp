// Which fields of the case tables the rules depend on; all others are dropped at the door.
#include <algorithm>

#include "rulebook/paper_shape.hpp"
#include "rulebook/rulebook.hpp"

namespace tidemark {

namespace {

bool is_word_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool mentions(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool starts = at == 0 || !is_word_letter(text[at - 1]);
    if (starts && (end == text.size() || !is_word_letter(text[end]))) return true;
  }
  return false;
}

// A table that is spoken of: its dates, and what :unbroken passes over.
void want_table(const CaseTable& table, std::vector<bool>& fields) {
  for (const char* own : {"from", "to", "on"}) {
    const int field = table.shape == Shape::facts ? -1 : table.field(own);
    if (field >= 0) fields[static_cast<std::size_t>(field)] = true;
  }
  if (table.bridged_field >= 0) fields[static_cast<std::size_t>(table.bridged_field)] = true;
}

// Plain Lua reads by name, so every field of every table that its file or a library names.
void want_mentioned(const Rulebook& book, const Compute& compute, WantedFields& wanted) {
  for (std::size_t i = 0; i < book.files.size(); ++i) {
    const RuleFile& file = book.files[i];
    if (static_cast<int>(i) != compute.file && !file.path.starts_with("lib/")) continue;
    for (std::size_t t = 0; t < wanted.size(); ++t) {
      if (mentions(file.text, book.model.tables[t].name)) wanted[t].assign(wanted[t].size(), true);
    }
  }
}

// What papers show of a child; measures make no papers of children.
void want_shown(const Rulebook& book, WantedFields& wanted) {
  const Result<PaperShape> shape = paper_shape(book);
  if (!shape) return;  // said among the rulebook's problems
  const auto want = [&](const FieldNamed& named) {
    if (!named.is_there()) return;
    const auto table = static_cast<std::size_t>(named.table);
    want_table(book.model.tables[table], wanted[table]);
    if (named.field >= 0) wanted[table][static_cast<std::size_t>(named.field)] = true;
  };
  for (const FieldNamed& named : {shape.value().birth, shape.value().worker, shape.value().team}) {
    want(named);
  }
  for (const PaperLane& lane : shape.value().lanes) {
    for (const FieldNamed& named : lane.rows) want(named);
  }
}

}  // namespace

WantedFields wanted_fields(const Rulebook& rulebook) {
  WantedFields wanted;
  for (const CaseTable& table : rulebook.model.tables)
    wanted.emplace_back(table.fields.size(), false);
  for (std::size_t i = 0; i < rulebook.exprs.size(); ++i) {
    const Expr& expr = rulebook.exprs[static_cast<ExprId>(i)];
    if (expr.op == Op::compute) {
      want_mentioned(rulebook, rulebook.computes[static_cast<std::size_t>(expr.compute)], wanted);
    }
    if (expr.table < 0) continue;
    const auto table = static_cast<std::size_t>(expr.table);
    want_table(rulebook.model.tables[table], wanted[table]);
    if (expr.field >= 0) wanted[table][static_cast<std::size_t>(expr.field)] = true;
  }
  // A row that is judged or listed is named by its key.
  const auto want_key = [&](ExprId each) {
    if (each == k_no_expr) return;
    const auto table = static_cast<std::size_t>(rulebook.exprs[each].table);
    for (const int field : rulebook.model.tables[table].key)
      wanted[table][static_cast<std::size_t>(field)] = true;
  };
  for (const Rule& rule : rulebook.rules) want_key(rule.each);
  for (const Tracker& tracker : rulebook.trackers) want_key(tracker.each);
  for (const Measure& measure : rulebook.measures) {
    want_key(measure.counts.of == Quantity::Of::rows ? measure.counts.value : measure.each);
  }
  if (!rulebook.rules.empty() && rulebook.trackers.empty()) want_shown(rulebook, wanted);
  return wanted;
}

}  // namespace tidemark
