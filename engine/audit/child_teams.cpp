#include "audit/child_teams.hpp"

#include <map>

#include "rulebook/paper_shape.hpp"
#include "snapshot/case_view.hpp"

namespace tidemark {

struct ChildTeams::Parts {
  Parts(const Rulebook& rules, const Snapshot& files, Day day)
      : rulebook(rules),
        snapshot(files),
        as_at(day),
        view(files, rules.model, rules.sources, day) {}

  const Rulebook& rulebook;
  const Snapshot& snapshot;
  Day as_at;
  CaseView view;
  FieldNamed field;
  std::map<std::uint32_t, std::string> known;
};

// A papers.lua that cannot be read is refused by want_team(), before anything is judged.
ChildTeams::ChildTeams(const Rulebook& rulebook, const Snapshot& snapshot, Day as_at)
    : parts_(std::make_unique<Parts>(rulebook, snapshot, as_at)) {
  const auto shape = paper_shape(rulebook);
  if (shape) parts_->field = shape.value().team;
}
ChildTeams::~ChildTeams() = default;

Status want_team(const Rulebook& rulebook, WantedFields& wanted) {
  const auto shape = paper_shape(rulebook);
  if (!shape) return shape.error();
  const FieldNamed& team = shape.value().team;
  if (!team.is_there() || team.field < 0) return Done{};
  const CaseTable& table = rulebook.model.tables[static_cast<std::size_t>(team.table)];
  auto& fields = wanted[static_cast<std::size_t>(team.table)];
  fields[static_cast<std::size_t>(team.field)] = true;
  if (table.shape == Shape::periods) fields[0] = fields[1] = true;
  if (table.shape == Shape::events) fields[0] = true;
  return Done{};
}

bool ChildTeams::are_recorded() const {
  const FieldNamed& team = parts_->field;
  return team.is_there() && team.field >= 0 &&
         parts_->view.why_missing(team.table, team.field).empty();
}

std::string ChildTeams::of(const std::string& child) {
  const std::uint32_t index = parts_->snapshot.children.find(child);
  return index == ChildIndex::k_none ? std::string() : of(index);
}

std::string ChildTeams::of(std::uint32_t child) {
  if (!are_recorded()) return "";
  const auto known = parts_->known.find(child);
  if (known != parts_->known.end()) return known->second;
  std::string& team = parts_->known[child];
  const ChildCase& seen = parts_->view.open(child);
  const auto [table, field] = parts_->field;
  const bool ends =
      parts_->rulebook.model.tables[static_cast<std::size_t>(table)].shape == Shape::periods;
  for (std::uint32_t row = seen.tables[static_cast<std::size_t>(table)].count; row-- > 0;) {
    const bool ended =
        ends && on_or_before(seen.date_at(table, 1, row), Date::known(parts_->as_at)) == Truth::yes;
    const Cell cell = seen.cell(table, field, row);
    if (ended || !is_plain(cell)) continue;
    team = seen.texts->text(cell);
    break;
  }
  return team;
}

}  // namespace tidemark
