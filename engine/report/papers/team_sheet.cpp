// The team manager's weekly sheet: new, due this week, cannot be decided, and totals by team.
#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "report/papers/free_text.hpp"
#include "report/papers/panel_sections.hpp"
#include "report/papers/papers.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

constexpr Day k_week = 7;
constexpr std::size_t k_most = 60;

// What the sheet is grouped by: the team on record, else the worker (never in a pseudonymised
// paper), else who answers for the rule.
enum class Grouping { team, worker, owner };

class Groups {
 public:
  Groups(const CaseList& cases, ChildFacts& facts) : facts_(facts), inputs_(cases.inputs()) {
    for (const auto* lines : {&cases.standing(), &cases.undecided()}) {
      for (const CaseLine& line : *lines) {
        const ChildFact& fact = fact_of(line.finding->child);
        has_team_ = has_team_ || !fact.team.empty();
        has_worker_ = has_worker_ || !fact.worker.empty();
      }
    }
    grouping_ = has_team_                                          ? Grouping::team
                : has_worker_ && cases.inputs().names.identified() ? Grouping::worker
                                                                   : Grouping::owner;
  }

  [[nodiscard]] Grouping grouping() const { return grouping_; }

  std::string of(const CaseLine& line) {
    const ChildFact& fact = fact_of(line.finding->child);
    if (grouping_ == Grouping::owner)
      return line.rule->owner.empty() ? "nobody named" : line.rule->owner;
    const std::string& name = grouping_ == Grouping::team ? fact.team : fact.worker;
    return name.empty() ? "not on record" : name;
  }

 private:
  const ChildFact& fact_of(const std::string& child) {
    const auto found = known_.find(child);
    if (found != known_.end()) return found->second;
    ChildFact& fact = known_.emplace(child, facts_.of(child)).first->second;
    fact.team = free_text(inputs_, fact.team);
    return fact;
  }

  ChildFacts& facts_;
  const PaperInputs& inputs_;
  std::map<std::string, ChildFact> known_;
  bool has_team_ = false, has_worker_ = false;
  Grouping grouping_ = Grouping::owner;
};

const char* heading_of(Grouping grouping) {
  switch (grouping) {
    case Grouping::team:
      return "Team";
    case Grouping::worker:
      return "Worker";
    case Grouping::owner:
      break;
  }
  return "Who answers for it";
}

TableBlock totals(const CaseList& cases, Groups& groups, const std::vector<CaseLine>& coming) {
  struct Sum {
    std::uint64_t standing = 0, fresh = 0, due = 0, undecided = 0;
    std::set<std::string_view> children;
  };
  std::map<std::string, Sum> sums;
  for (const CaseLine& line : cases.standing()) {
    Sum& sum = sums[groups.of(line)];
    ++sum.standing;
    sum.fresh += line.is_new ? 1 : 0;
    sum.children.insert(line.finding->child);
  }
  for (const CaseLine& line : coming) ++sums[groups.of(line)].due;
  for (const CaseLine& line : cases.undecided()) {
    // A table that did not come is nobody's own: it is said once, in section 4.
    if (missing_table_of(*line.finding).empty()) ++sums[groups.of(line)].undecided;
  }
  TableBlock table;
  table.id = "totals";
  table.caption = "Totals";
  table.when_empty = "Nothing is late, due or undecided.";
  table.columns = {words(heading_of(groups.grouping()), 3),
                   a_number("Children with a breach"),
                   a_number("Breaches"),
                   a_number("Of these new"),
                   a_number("Due this week"),
                   a_number("Cannot be decided, a field is blank")};
  for (const auto& [name, sum] : sums) {
    table.rows.push_back({name, std::to_string(sum.children.size()), std::to_string(sum.standing),
                          std::to_string(sum.fresh), std::to_string(sum.due),
                          std::to_string(sum.undecided)});
  }
  return table;
}

TableBlock lines_table(const std::string& id, const std::string& caption,
                       std::vector<CaseLine> lines, const CaseList& cases, Groups& groups) {
  const PaperInputs& inputs = cases.inputs();
  std::stable_sort(lines.begin(), lines.end(), [&](const CaseLine& a, const CaseLine& b) {
    return groups.of(a) < groups.of(b);
  });
  TableBlock table;
  table.id = id;
  table.when_empty = "None.";
  table.columns = {words(heading_of(groups.grouping()), 1.6),
                   words("Reference", 1),
                   words("What is late or due", 3.4),
                   words("Severity", 0.9),
                   a_date("Due", 1),
                   a_number("Days over", 0.8),
                   words("Stated reason or explanation", 2.6)};
  for (const CaseLine& line : lines) {
    table.rows.push_back({groups.of(line), inputs.names.child(line.finding->child),
                          line.rule->title, words_of(line.severity()),
                          inputs.names.date(line.finding->judgement.due),
                          days_over_cell(line.finding->judgement), reason_cell(line, inputs)});
  }
  table.caption = caption + ": " + std::to_string(lines.size());
  table.print_first(k_most,
                    left_off(k_most, lines.size(), "by " + lower(heading_of(groups.grouping()))));
  return table;
}

void say_grouping(Document& paper, const Groups& groups) {
  if (groups.grouping() == Grouping::team) return;
  say(paper, groups.grouping() == Grouping::worker
                 ? "The record names no team, so the sheet goes by the allocated worker."
                 : "The record names no team, and numbers of workers are not printed in a "
                   "pseudonymised paper, so the sheet goes by who answers for each rule.");
}

}  // namespace

Document team_sheet(const PaperInputs& inputs) {
  Document paper = begin_paper(inputs, "Team manager's weekly sheet", "Week of");
  const CaseList cases(inputs);
  ChildFacts facts(inputs.run, inputs.shape);
  Groups groups(cases, facts);
  const Day by = inputs.next_on.value_or(inputs.held_on + k_week);
  const std::vector<CaseLine> coming = cases.coming(by);
  if (!inputs.intro.empty()) say(paper, inputs.intro, Paragraph::Style::lead);
  say_grouping(paper, groups);
  section(paper, "totals-section", "1. Totals");
  if (!inputs.before) say(paper, k_no_paper_before);
  paper.blocks.emplace_back(totals(cases, groups, coming));
  section(paper, "new", "2. New");
  std::vector<CaseLine> fresh;
  for (const CaseLine& line : cases.standing()) {
    if (line.is_new) fresh.push_back(line);
  }
  paper.blocks.emplace_back(
      lines_table("new-table", "New since the sheet before", fresh, cases, groups));
  section(paper, "due", "3. Due by " + in_words(by));
  paper.blocks.emplace_back(lines_table("due-table", "Due", coming, cases, groups));
  section(paper, "undecided", "4. Cannot be decided");
  paper.blocks.emplace_back(parked_table(cases, "parked"));
  paper.blocks.emplace_back(missing_tables_table(cases, "undecided-tables"));
  paper.blocks.emplace_back(fields_table(cases, "undecided-fields", k_most));
  return paper;
}

}  // namespace tidemark::report
