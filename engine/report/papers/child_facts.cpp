#include "report/papers/child_facts.hpp"

#include <algorithm>

namespace tidemark::report {

namespace {

const Field& field_of(const Model& model, const FieldNamed& named) {
  return model.tables[static_cast<std::size_t>(named.table)]
      .fields[static_cast<std::size_t>(named.field)];
}

// "C2" is for those who code; a panel reads what it means.
std::string meaning_of(const Code& code) {
  return code.meaning.empty() ? code.value : code.meaning;
}

// A code by its meaning, a set of codes one after the other, a text or id as it stands.
std::string cell_in_words(const ChildCase& seen, const Field& field, Cell cell) {
  if (!is_plain(cell)) return {};
  if (field.kind == FieldKind::code) {
    return meaning_of(field.codes[static_cast<std::size_t>(cell)]);
  }
  if (field.kind == FieldKind::code_set) {
    std::string out;
    for (std::size_t i = 0; i < field.codes.size(); ++i) {
      if (((static_cast<std::uint32_t>(cell) >> i) & 1U) == 0) continue;
      out += (out.empty() ? "" : " + ") + meaning_of(field.codes[i]);
    }
    return out;
  }
  const bool is_text = field.kind == FieldKind::text || field.kind == FieldKind::id;
  return is_text ? seen.texts->text(cell) : std::string();
}

}  // namespace

std::string age_band(int years) {
  if (years <= 1) return "0-1";
  if (years <= 4) return "2-4";
  if (years <= 9) return "5-9";
  if (years <= 15) return "10-15";
  return years <= 17 ? "16-17" : "18 or over";
}

ChildFacts::ChildFacts(const AuditRun& run, const PaperShape& shape)
    : run_(run),
      shape_(shape),
      view_(*run.snapshot, run.rulebook->model, run.rulebook->sources, run.as_at) {}

ChildFact ChildFacts::of(const std::string& child) {
  const std::uint32_t index = run_.snapshot->children.find(child);
  ChildFact fact{"not known", "", ""};
  if (index == ChildIndex::k_none) return fact;
  const ChildCase& seen = view_.open(index);
  if (shape_.birth.is_there() && shape_.birth.field >= 0) {
    const Date born = seen.date_at(shape_.birth.table, shape_.birth.field, 0);
    if (!born.is_absent() && born.lo > k_earliest && born.hi <= run_.as_at) {
      const std::string oldest = age_band(completed_years(born.lo, run_.as_at));
      const std::string youngest = age_band(completed_years(born.hi, run_.as_at));
      fact.age_band = oldest == youngest ? oldest : youngest + " or " + oldest;
    }
  }
  fact.team = latest(seen, shape_.team);
  fact.worker = latest(seen, shape_.worker);
  return fact;
}

// Of the rows that run at the as-at day, the last to start.
std::string ChildFacts::latest(const ChildCase& seen, const FieldNamed& named) const {
  if (!named.is_there() || named.field < 0) return {};
  const CaseTable& table = run_.rulebook->model.tables[static_cast<std::size_t>(named.table)];
  const CaseSlice& slice = seen.tables[static_cast<std::size_t>(named.table)];
  for (std::uint32_t row = slice.count; row-- > 0;) {
    const bool ended =
        table.shape == Shape::periods &&
        on_or_before(seen.date_at(named.table, 1, row), Date::known(run_.as_at)) == Truth::yes;
    std::string words = ended ? "" : label(seen, named, row);
    if (!words.empty()) return words;
  }
  return {};
}

std::string ChildFacts::label(const ChildCase& seen, const FieldNamed& named,
                              std::uint32_t row) const {
  if (named.field < 0) return {};
  const Cell cell = seen.cell(named.table, named.field, row);
  return cell_in_words(seen, field_of(run_.rulebook->model, named), cell);
}

std::vector<TimelineLane> ChildFacts::lanes(const std::string& child, Day from) {
  std::vector<TimelineLane> lanes;
  const std::uint32_t index = run_.snapshot->children.find(child);
  if (index == ChildIndex::k_none) return lanes;
  const ChildCase& seen = view_.open(index);
  for (const PaperLane& shape : shape_.lanes) lanes.push_back(lane(seen, shape, from));
  return lanes;
}

// What of this table did not come, once for all tables of one list.
void ChildFacts::add_gap(const ChildCase& seen, const FieldNamed& named, Day from,
                         TimelineLane& lane) const {
  const CaseTable& table = run_.rulebook->model.tables[static_cast<std::size_t>(named.table)];
  const CaseSlice& slice = seen.tables[static_cast<std::size_t>(named.table)];
  TimelineGap gap{table.list + " not supplied", std::nullopt};
  const std::string why = view_.why_missing(named.table, -1);
  if (why.starts_with("only ")) gap.words = why;  // some rows came, by the nature of the list
  if (why.empty()) {
    lane.some_came = true;
    if (slice.covers_from <= from) return;
    gap.until = slice.covers_from;
  }
  const bool is_said = std::any_of(
      lane.gaps.begin(), lane.gaps.end(),
      [&](const TimelineGap& said) { return said.words == gap.words && said.until == gap.until; });
  if (!is_said) lane.gaps.push_back(std::move(gap));
}

TimelineLane ChildFacts::lane(const ChildCase& seen, const PaperLane& shape, Day from) const {
  TimelineLane lane;
  lane.name = shape.title;
  const bool is_alone = shape.rows.size() == 1;
  for (const FieldNamed& named : shape.rows) {
    const CaseTable& table = run_.rulebook->model.tables[static_cast<std::size_t>(named.table)];
    const CaseSlice& slice = seen.tables[static_cast<std::size_t>(named.table)];
    add_gap(seen, named, from, lane);
    for (std::uint32_t row = 0; row < slice.count; ++row) {
      const Date first = seen.date_at(named.table, 0, row);
      if (first.is_absent() || first.is_unknown()) continue;
      const Day start = first.lo > k_earliest ? first.lo : first.hi;
      if (table.shape == Shape::events) {
        std::string words = label(seen, named, row);
        // A lane of several tables: a square without a word could be any of them.
        if (!is_alone) words = table.label + (words.empty() ? "" : ", " + words);
        if (start >= from) lane.marks.push_back({start, std::move(words)});
        continue;
      }
      const Date last = seen.date_at(named.table, 1, row);
      const bool open = last.is_absent() || last.hi == k_latest;
      if (!open && last.hi < from) continue;
      lane.bars.push_back({start, open ? run_.as_at : last.hi, label(seen, named, row),
                           first.lo == k_earliest, open});
    }
  }
  return lane;
}

}  // namespace tidemark::report
