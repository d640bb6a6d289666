// The exemption report that goes to the panel every three months (Derby, December 2021, line 51).
#include <map>

#include "report/papers/free_text.hpp"
#include "report/papers/lists_supplied.hpp"
#include "report/papers/panel_sections.hpp"
#include "report/papers/papers.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

TableBlock by_decision_maker(const CaseList& cases) {
  struct Sum {
    std::uint64_t exemptions = 0, renewals = 0;
  };
  std::map<std::pair<std::string, std::string>, Sum> sums;
  for (const ExceptionLife& life : cases.inputs().lives) {
    const Exemption* exemption = exemption_on(life, cases.inputs().held_on);
    if (exemption == nullptr) continue;
    const std::string role =
        exemption->role.empty() ? "not recorded" : free_text(cases.inputs(), exemption->role);
    Sum& sum = sums[{role, free_text(cases.inputs(), exemption->code)}];
    ++sum.exemptions;
    sum.renewals += exemption->renewal > 0 ? 1 : 0;
  }
  TableBlock table;
  table.id = "by-decision-maker";
  table.caption = "By who decided and on what ground";
  table.columns = {words("Decided by", 2), words("Ground", 2), a_number("Exemptions", 1),
                   a_number("Of these renewed", 1)};
  table.when_empty = "None.";
  for (const auto& [key, sum] : sums) {
    table.rows.push_back(
        {key.first, key.second, std::to_string(sum.exemptions), std::to_string(sum.renewals)});
  }
  return table;
}

}  // namespace

Document exemption_report(const PaperInputs& inputs) {
  Document paper = begin_paper(inputs, "Exemption report", "Panel");
  const CaseList cases(inputs);
  ChildFacts facts(inputs.run, inputs.shape);
  if (!inputs.intro.empty()) say(paper, inputs.intro, Paragraph::Style::lead);
  section(paper, "in-force", "1. Exemptions that apply");
  say(paper,
      "An exemption changes neither the verdict nor the days over: each of these is a breach "
      "that somebody decided to accept until a day.");
  paper.blocks.emplace_back(exemption_table(cases, ExemptionsShown::in_force));
  paper.blocks.emplace_back(by_decision_maker(cases));
  section(paper, "ended", "2. Expired and lapsed since last time");
  write_ended_exemptions(paper, cases);
  section(paper, "own-list", "3. On the council's own exemption list");
  std::vector<CaseLine> listed;
  for (const CaseLine& line : cases.standing()) {
    const bool is_listed = names(inputs.shape.exemptions, line.rule->id);
    if (is_listed && !is_of_own_list(*line.finding)) listed.push_back(line);
  }
  const std::string why = why_not_known(inputs, inputs.shape.exemptions);
  const std::string none =
      why.empty() ? "Nothing on that list is late." : "Cannot be decided: " + why + ".";
  ChildTable own{"exemption-list", "Past its end, not reported, or without owner, reason or date",
                 none, 100};
  paper.blocks.emplace_back(child_table(own, listed, inputs, facts));
  return paper;
}

}  // namespace tidemark::report
