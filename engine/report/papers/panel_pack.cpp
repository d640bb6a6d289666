// The permanence panel's pack, in the order of its agenda (domain/process.md, 1.1).
#include "report/papers/panel_sections.hpp"
#include "report/papers/papers.hpp"

namespace tidemark::report {

Document panel_pack(const PaperInputs& inputs) {
  Document paper = begin_paper(inputs, "Exceptions for the permanence panel", "Panel");
  const CaseList cases(inputs);
  ChildFacts facts(inputs.run, inputs.shape);
  if (!inputs.intro.empty()) say(paper, inputs.intro, Paragraph::Style::lead);
  write_snapshot(paper, cases);
  write_actions(paper, cases);
  write_new_breaches(paper, cases, facts);
  write_exemptions(paper, cases, facts);
  write_amber(paper, cases, facts);
  write_not_decided(paper, cases);
  write_no_tracker(paper, cases, facts);
  write_resolved(paper, cases);
  write_measures(paper, cases);
  write_decisions(paper, cases);
  write_child_pages(paper, cases, facts);
  return paper;
}

}  // namespace tidemark::report
