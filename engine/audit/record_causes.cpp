#include "audit/record_causes.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace tidemark {

namespace {

constexpr std::size_t k_rows_named = 4;

// A cell's day; of an interval the last one. Nothing where it is no day or has no end.
std::optional<Day> day_in(const std::string& cell) {
  const std::size_t dots = cell.find("..");
  return parse_iso(dots == std::string::npos ? std::string_view(cell)
                                             : std::string_view(cell).substr(dots + 2));
}

class RowCauses {
 public:
  explicit RowCauses(const RecordStep& step) : step_(step) {}
  std::vector<Cause> causes();
  // Of rows that either answer rests on, all of them new: they lie after the earlier day.
  std::vector<Cause> new_events();

 private:
  [[nodiscard]] MoveCause cause_of(const RowChange& change) const;
  [[nodiscard]] MoveCause by_day(std::optional<Day> day) const;
  [[nodiscard]] std::string words_of(const RowChange& change) const;
  [[nodiscard]] std::vector<RowChange> rested_on(const std::vector<RowChange>& all) const;

  const RecordStep& step_;
};

// What has no day is new where time passed, and was entered late where none did.
MoveCause RowCauses::by_day(std::optional<Day> day) const {
  const bool is_new = day ? *day > step_.earlier_as_at : step_.as_at > step_.earlier_as_at;
  return is_new ? MoveCause::record_changed : MoveCause::entered_late;
}

MoveCause RowCauses::cause_of(const RowChange& change) const {
  if (change.kind == RowChange::Kind::withdrawn) return MoveCause::corrected;
  if (change.kind == RowChange::Kind::entered) return by_day(day_in(change.day));
  // What has no day of its own (why a placement ended) came with what has.
  std::optional<MoveCause> cause;
  for (const CellChange& cell : change.cells) {
    if (!cell.then.empty()) return MoveCause::corrected;
    if (const auto day = day_in(cell.now)) {
      cause = std::max(cause.value_or(MoveCause::record_changed), by_day(day));
    }
  }
  return cause ? *cause : by_day(day_in(change.day));
}

// "placement 2021-03-04: to blank -> 2021-06-28, episodes.csv:12"
std::string RowCauses::words_of(const RowChange& change) const {
  const CaseTable& table = step_.model->tables[static_cast<std::size_t>(change.table)];
  const std::string& key = change.key_after.empty() ? change.key_before : change.key_after;
  const std::string& place = change.place_after.empty() ? change.place_before : change.place_after;
  const std::string row = table.label + (key.empty() ? "" : " " + key);
  const std::string where = place.empty() ? "" : ", " + place;
  switch (change.kind) {
    case RowChange::Kind::entered:
      return row + " is new" + where;
    case RowChange::Kind::withdrawn:
      return row + " is no longer there" + where;
    default:
      return row + ": " + change.fields + where;
  }
}

std::vector<RowChange> RowCauses::rested_on(const std::vector<RowChange>& all) const {
  std::vector<RowChange> matter;
  for (const RowChange& change : all) {
    const std::string& table = step_.model->tables[static_cast<std::size_t>(change.table)].name;
    const bool rests =
        std::any_of(step_.evidence.begin(), step_.evidence.end(), [&](const Evidence& cell) {
          const std::string place = cell.file + ":" + std::to_string(cell.line);
          return cell.table == table &&
                 (place == change.place_before || place == change.place_after);
        });
    if (rests) matter.push_back(change);
  }
  return matter;
}

std::string listed(const std::vector<std::string>& rows) {
  std::string text;
  for (std::size_t i = 0; i < std::min(rows.size(), k_rows_named); ++i) {
    text += (text.empty() ? "" : "; ") + rows[i];
  }
  if (rows.size() > k_rows_named) {
    text += "; and " + std::to_string(rows.size() - k_rows_named) + " more rows";
  }
  return text;
}

// Where a row that either answer rests on differs, the others are beside the point.
std::vector<Cause> RowCauses::causes() {
  std::vector<RowChange> changes = changes_of_rows(*step_.model, step_.rows_before, step_.rows_now);
  if (auto matter = rested_on(changes); !matter.empty()) changes = std::move(matter);
  std::map<MoveCause, std::vector<std::string>> words;
  for (const RowChange& change : changes) words[cause_of(change)].push_back(words_of(change));
  std::vector<Cause> causes;
  for (const auto& [cause, rows] : words) causes.push_back({cause, listed(rows)});
  return causes;
}

std::vector<Cause> RowCauses::new_events() {
  std::vector<std::string> words;
  for (const RowChange& change :
       rested_on(changes_of_rows(*step_.model, step_.rows_before, step_.rows_now))) {
    words.push_back(words_of(change));
  }
  if (words.empty()) return {};
  return {{MoveCause::record_changed, listed(words)}};
}

// Does either answer rest on the table's not being there?
bool is_missed(const RecordStep& step, std::size_t table) {
  return std::any_of(step.evidence.begin(), step.evidence.end(), [&](const Evidence& cell) {
    return cell.file.empty() && cell.table == step.model->tables[table].name;
  });
}

std::vector<Cause> causes_of_tables(const RecordStep& step, bool only_missed) {
  std::string came, went;
  for (const auto& [table, fields] : step.fields) {
    const auto t = static_cast<std::size_t>(table);
    const bool was_there = step.missing_before[t].empty();
    const bool is_there = step.missing_now[t].empty();
    if (was_there == is_there || (only_missed && !is_missed(step, t))) continue;
    std::string& list = is_there ? came : went;
    list +=
        (list.empty() ? "" : "; ") +
        (is_there ? "the " + step.model->tables[t].list + " was supplied" : step.missing_now[t]);
  }
  std::vector<Cause> causes;
  if (!came.empty()) causes.push_back({MoveCause::table_came, came});
  if (!went.empty()) causes.push_back({MoveCause::table_went, went});
  return causes;
}

}  // namespace

std::vector<Cause> causes_of(const RecordStep& step) {
  if (!step.child_before) {
    return {{MoveCause::child_came, "the child was not in the earlier snapshot"}};
  }
  if (!step.child_now) return {{MoveCause::child_went, "the child is not in the later snapshot"}};
  std::vector<Cause> causes = causes_of_tables(step, true);
  if (!causes.empty()) return causes;  // what stands in such a table was not there to compare
  causes = RowCauses(step).causes();
  if (causes.empty()) causes = causes_of_tables(step, false);
  if (causes.empty()) {
    causes.push_back(
        {MoveCause::record_changed,
         "the files cover other days; no row of the child that the rule reads differs"});
  }
  return causes;
}

std::vector<Cause> causes_between_days(RecordStep step) {
  step.rows_before.later.clear();  // what lies ahead then and is here now is just what is asked for
  step.rows_now.later.clear();
  return RowCauses(step).new_events();
}

}  // namespace tidemark
