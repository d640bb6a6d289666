#include "report/comparison_tables.hpp"

#include <algorithm>

namespace tidemark::report {

namespace {

using Kind = TableColumn::Kind;

TableColumn words(const char* heading, double share) {
  TableColumn column;
  column.heading = heading;
  column.share = share;
  return column;
}

TableColumn number_column(const char* heading) {
  TableColumn column = words(heading, 0.7);
  column.kind = Kind::number;
  return column;
}

bool differs(const Counts& a, const Counts& b) {
  return a.breach != b.breach || a.explained != b.explained || a.due_soon != b.due_soon ||
         a.met_late != b.met_late || a.cannot_decide != b.cannot_decide || a.error != b.error ||
         a.population_undecided != b.population_undecided;
}

std::uint64_t undecided(const Counts& counts) {
  return counts.cannot_decide + counts.population_undecided + counts.error;
}

std::vector<std::string> totals_row(const std::string& name, const Counts& then,
                                    const Counts& now) {
  std::vector<std::string> row = {name};
  for (const auto& [a, b] : {std::pair(then.breach, now.breach),
                             {then.explained, now.explained},
                             {then.due_soon, now.due_soon},
                             {undecided(then), undecided(now)}}) {
    row.push_back(std::to_string(a));
    row.push_back(std::to_string(b));
  }
  return row;
}

std::string arrow(const std::string& before, const std::string& now) {
  const auto shown = [](const std::string& text) { return text.empty() ? "none" : text; };
  return before == now ? before : shown(before) + " -> " + shown(now);
}

std::string verdict_of(const Answer& answer) {
  std::string verdict = answer.is_there ? name_of(answer.verdict) : "not there";
  std::replace(verdict.begin(), verdict.end(), '_', ' ');
  return verdict;
}

}  // namespace

std::string causes_of(const Moved& moved) {
  std::string text;
  for (const Cause& cause : moved.causes) {
    text += (text.empty() ? "" : " ") + std::string(name_of(cause.cause));
  }
  return text;
}

std::string what_of(const Moved& moved) {
  std::string text;
  for (const Cause& cause : moved.causes) text += (text.empty() ? "" : "; ") + cause.words;
  return text;
}

TableBlock totals_by_rule(const Comparison& comparison) {
  TableBlock table;
  table.id = "totals-by-rule";
  table.caption = "Rules whose totals differ, before and now";
  table.columns = {words("Rule", 1.6)};
  for (const char* heading :
       {"Breach before", "Breach now", "Explained before", "Explained now", "Due soon before",
        "Due soon now", "Not decided before", "Not decided now"}) {
    table.columns.push_back(number_column(heading));
  }
  Counts then, now;
  for (const ComparedRule& rule : comparison.rules) {
    add(rule.before, then);
    add(rule.now, now);
    if (differs(rule.before, rule.now)) {
      table.rows.push_back(totals_row(rule.rule, rule.before, rule.now));
    }
  }
  table.rows.push_back(totals_row("All rules", then, now));
  return table;
}

std::string groups_sentence(const Comparison& comparison) {
  return comparison.teams_are_recorded
             ? "Exceptions by the team that the child is with."
             : "No team is recorded in these files; exceptions are counted by the owner of their "
               "rule.";
}

TableBlock totals_by_group(const Comparison& comparison) {
  TableBlock table;
  table.id = comparison.teams_are_recorded ? "totals-by-team" : "totals-by-owner";
  table.caption = comparison.teams_are_recorded ? "Exceptions by team" : "Exceptions by owner";
  table.columns = {words(comparison.teams_are_recorded ? "Team" : "Owner", 2)};
  for (const char* heading : {"Before", "Now", "Appear", "Disappear"}) {
    table.columns.push_back(number_column(heading));
  }
  for (const ComparedGroup& group : comparison.groups) {
    table.rows.push_back({group.name, std::to_string(group.before), std::to_string(group.now),
                          std::to_string(group.appears), std::to_string(group.disappears)});
  }
  table.when_empty = "There is no exception on either side.";
  return table;
}

TableBlock moved_table(const Comparison& comparison, Movement kind, std::size_t most) {
  TableBlock table;
  table.id = name_of(kind);
  std::replace(table.id.begin(), table.id.end(), '_', '-');
  const std::size_t all = comparison.count(kind);
  table.caption = std::to_string(all) + (all == 1 ? " exception" : " exceptions");
  table.columns = {words("Rule", 1),      words("Child", 0.8), words("Occasion", 1),
                   words("Verdict", 1.3), words("Due", 1.3),   words("Cause", 1.1),
                   words("What", 3.5),    words("Team", 1),    words("Open exemption", 1.5)};
  table.columns[2].kind = Kind::date;
  for (const ComparedException& each : comparison.moved) {
    if (each.moved.kind != kind || table.rows.size() == most) continue;
    const Moved& moved = each.moved;
    table.rows.push_back({moved.rule, moved.child, moved.occasion,
                          arrow(verdict_of(moved.before), verdict_of(moved.now)),
                          arrow(moved.before.due, moved.now.due), causes_of(moved), what_of(moved),
                          each.team, each.open_exemption});
  }
  if (table.rows.size() < all) {
    table.says_left_off = std::to_string(table.rows.size()) + " of " + std::to_string(all) +
                          " are listed here; --format csv lists them all.";
  }
  return table;
}

}  // namespace tidemark::report
