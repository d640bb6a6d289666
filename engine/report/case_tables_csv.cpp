#include "report/case_tables_csv.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include "base/text.hpp"
#include "evaluate/words.hpp"
#include "snapshot/case_view.hpp"

namespace tidemark::report {
namespace {

class CaseRows {
 public:
  CaseRows(const Rulebook& rulebook, const Snapshot& snapshot, Day as_at)
      : model_(rulebook.model), view_(snapshot, rulebook.model, rulebook.sources, as_at) {}

  void add(std::uint32_t child, std::string_view id) {
    const ChildCase& seen = view_.open(child);
    for (std::size_t t = 0; t < model_.tables.size(); ++t) {
      for (std::uint32_t row = 0; row < seen.tables[t].count; ++row) add_row(seen, t, row, id);
    }
  }
  // Of no child in particular.
  void add_missing(const ChildCase& seen) {
    for (std::size_t t = 0; t < model_.tables.size(); ++t) {
      if (seen.tables[t].supply == Supply::full) continue;
      const bool some = seen.tables[t].supply == Supply::partial;
      line("", model_.tables[t].name, "", some ? "supplied in part" : "not supplied",
           view_.why_missing(static_cast<int>(t), -1), "", "");
    }
  }
  CaseView& view() { return view_; }
  std::string text = "child,table,row,field,value,file,line\n";

 private:
  void add_row(const ChildCase& seen, std::size_t t, std::uint32_t row, std::string_view id) {
    const CaseTable& table = model_.tables[t];
    for (std::size_t f = 0; f < table.fields.size(); ++f) {
      const CellRef cell{static_cast<std::int16_t>(t), static_cast<std::int16_t>(f), row};
      if (seen.tables[t].columns[f] == nullptr) continue;
      const std::string value = cell_text(seen, cell);
      if (value.empty()) continue;
      const Origin origin = view_.origin(static_cast<int>(t), static_cast<int>(f), row);
      line(id, table.name, std::to_string(row + 1), table.fields[f].name, value, origin.file,
           std::to_string(origin.line));
    }
  }
  void line(std::string_view child, std::string_view table, std::string_view row,
            std::string_view field, std::string_view value, std::string_view file,
            std::string_view at) {
    const std::string_view cells[] = {child, table, row, field, value, file, at};
    for (std::size_t i = 0; i < std::size(cells); ++i) {
      if (i > 0) text += ',';
      text += csv_cell(cells[i]);
    }
    text += '\n';
  }

  const Model& model_;
  CaseView view_;
};

}  // namespace

WantedFields every_field(const Model& model) {
  WantedFields wanted;
  for (const CaseTable& table : model.tables) wanted.emplace_back(table.fields.size(), true);
  return wanted;
}

std::string case_tables_csv(const Rulebook& rulebook, const Snapshot& snapshot, Day as_at) {
  CaseRows rows(rulebook, snapshot, as_at);
  std::vector<std::uint32_t> children(snapshot.children.size());
  std::iota(children.begin(), children.end(), 0U);
  std::sort(children.begin(), children.end(), [&](std::uint32_t a, std::uint32_t b) {
    return snapshot.children.id(a) < snapshot.children.id(b);
  });
  if (!children.empty()) rows.add_missing(rows.view().open(children[0]));
  for (const std::uint32_t child : children) rows.add(child, snapshot.children.id(child));
  return std::move(rows.text);
}

}  // namespace tidemark::report
