// 3: what is late and new to the panel. 5: what becomes late before the next one. 7: children on no
// tracker.
#include <algorithm>
#include <set>

#include "report/papers/lists_supplied.hpp"
#include "report/papers/panel_sections.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

std::vector<CaseLine> of_severity(const std::vector<CaseLine>& lines, Severity severity) {
  std::vector<CaseLine> out;
  std::copy_if(lines.begin(), lines.end(), std::back_inserter(out),
               [&](const CaseLine& line) { return line.severity() == severity; });
  return out;
}

// The longest first: what the panel has seen before and still stands.
void write_longest(Document& paper, const CaseList& cases, ChildFacts& facts) {
  std::vector<CaseLine> before;
  for (const CaseLine& line : cases.standing()) {
    const bool open = line.finding->judgement.verdict == Verdict::breach && !line.is_to_be_asked();
    if (open && line.severity() <= Severity::high && !cases.has_own_section(line)) {
      before.push_back(line);
    }
  }
  if (before.empty()) return;
  std::stable_sort(before.begin(), before.end(), [](const CaseLine& a, const CaseLine& b) {
    return a.days_over() > b.days_over();
  });
  ChildTable what{"standing-longest",
                  "Seen before and still standing, critical and high, the longest first", "None.",
                  10};
  paper.blocks.emplace_back(child_table(what, before, cases.inputs(), facts));
}

std::vector<CaseLine> with_rules(const std::vector<CaseLine>& lines,
                                 const std::vector<std::string>& rules) {
  std::vector<CaseLine> out;
  std::copy_if(lines.begin(), lines.end(), std::back_inserter(out),
               [&](const CaseLine& line) { return names(rules, line.rule->id); });
  return out;
}

}  // namespace

std::vector<CaseLine> new_and_severe(const CaseList& cases) {
  std::vector<CaseLine> out;
  for (const CaseLine& line : cases.standing()) {
    const bool severe = line.severity() <= Severity::high;
    const bool open = line.finding->judgement.verdict == Verdict::breach;
    if (severe && open && line.is_to_be_asked() && line.exemption == nullptr &&
        !cases.has_own_section(line)) {
      out.push_back(line);
    }
  }
  return out;
}

void write_new_breaches(Document& paper, const CaseList& cases, ChildFacts& facts) {
  section(paper, "new", "3. New breaches");
  say(paper,
      "One line a child: the gravest breach of the child, and how many more there are. "
      "Section 10 has a line for each of them. A breach that had a stated reason at the panel "
      "before, and has none that holds any more, stands here too and says so. Overdue actions, "
      "exemptions and children on "
      "no tracker stand in sections 2, 4 and 7.");
  const std::vector<CaseLine> lines = new_and_severe(cases);
  ChildTable critical{"new-critical", "Critical", "No new critical breach."};
  paper.blocks.emplace_back(
      child_table(critical, of_severity(lines, Severity::critical), cases.inputs(), facts));
  ChildTable high{"new-high", "High", "No new breach of high severity."};
  paper.blocks.emplace_back(
      child_table(high, of_severity(lines, Severity::high), cases.inputs(), facts));
  write_longest(paper, cases, facts);
  std::vector<CaseLine> counted_only;
  for (const CaseLine& line : cases.standing()) {
    if (!cases.has_own_section(line)) counted_only.push_back(line);
  }
  paper.blocks.emplace_back(
      counts_by_rule("by-rule", "Every breach that stands, by rule", counted_only));
}

void write_amber(Document& paper, const CaseList& cases, ChildFacts& facts) {
  const PaperInputs& inputs = cases.inputs();
  section(paper, "amber", "5. Amber: late before the next panel unless something is done");
  if (!inputs.next_on) {
    say(paper, "The day of the next panel was not given, so this cannot be said.",
        Paragraph::Style::warning);
    return;
  }
  const std::vector<CaseLine> all = cases.coming(*inputs.next_on - 1);
  TableBlock table;
  table.id = "amber-table";
  std::set<std::string> children;
  for (const CaseLine& line : all) children.insert(line.finding->child);
  table.caption = "Due before " + in_words(*inputs.next_on) + ": " +
                  counted(all.size(), "limit", "limits") + ", " +
                  counted(children.size(), "child", "children");
  table.when_empty = "Nothing falls due before " + in_words(*inputs.next_on) + ".";
  table.columns = {words("Reference", 1.1),    words("Age", 0.7),       words("What falls due", 4),
                   words("Severity", 0.9),     a_date("Clock started"), a_date("Due"),
                   words("Kind of limit", 1.2)};
  std::vector<CaseLine> lines;
  for (const Severity severity :
       {Severity::critical, Severity::high, Severity::medium, Severity::low}) {
    for (const CaseLine& line : of_severity(all, severity)) lines.push_back(line);
  }
  for (const CaseLine& line : lines) {
    table.rows.push_back(
        {inputs.names.child(line.finding->child), facts.of(line.finding->child).age_band,
         line.rule->title, words_of(line.severity()),
         inputs.names.date(line.finding->judgement.clock),
         inputs.names.date(line.finding->judgement.due), words_of(line.rule->standing)});
  }
  table.print_first(k_lines_shown, left_off(k_lines_shown, lines.size(),
                                            "the most severe first, then by due date"));
  paper.blocks.emplace_back(std::move(table));
}

void write_no_tracker(Document& paper, const CaseList& cases, ChildFacts& facts) {
  const PaperInputs& inputs = cases.inputs();
  section(paper, "no-tracker", "7. Children on no tracker");
  if (inputs.shape.no_tracker.empty()) {
    say(paper, "The rulebook names no rule for this.");
    return;
  }
  const std::vector<CaseLine> lines = with_rules(cases.standing(), inputs.shape.no_tracker);
  const std::uint64_t open = undecided_of(inputs, inputs.shape.no_tracker);
  const std::string why = why_not_known(inputs, inputs.shape.no_tracker);
  if (open > 0) {
    say(paper, "Of " + counted(open, "child", "children") +
                   " the record does not let anybody say; see section 6.");
  }
  const std::string none = !why.empty() ? "Cannot be decided: " + why + "."
                           : open > 0   ? "None of those of whom it can be said."
                                        : "None.";
  ChildTable what{"no-tracker-table", "On no tracker, or not reviewed by it", none, 25};
  paper.blocks.emplace_back(child_table(what, lines, inputs, facts));
}

}  // namespace tidemark::report
