// Blocks: the small parts that papers are put together from, so that a line of a child reads the
// same in every paper. Pure functions.
#pragma once

#include <string>
#include <vector>

#include "report/papers/case_list.hpp"
#include "report/papers/child_facts.hpp"

namespace tidemark::report {

// Lines of a table that a panel reads on paper; the workbook, CSV and JSON have every line.
constexpr std::size_t k_lines_shown = 40;
constexpr const char* k_no_paper_before =
    "There is no earlier paper of this kind: everything counts as new.";

// The paper's frame: title, subtitle with the day, running foot, marking for a draft, house.
[[nodiscard]] Document begin_paper(const PaperInputs& inputs, const std::string& title,
                                   const std::string& forum);

void section(Document& paper, const std::string& id, const std::string& heading);
void subsection(Document& paper, const std::string& id, const std::string& heading);
void say(Document& paper, const std::string& words,
         Paragraph::Style style = Paragraph::Style::plain);

[[nodiscard]] TableColumn words(const std::string& heading, double share);
[[nodiscard]] TableColumn a_date(const std::string& heading, double share = 1.1);
[[nodiscard]] TableColumn a_number(const std::string& heading, double share = 0.8);
[[nodiscard]] TableColumn to_fill_in(const std::string& heading, double share = 1.4);

[[nodiscard]] std::string capital(std::string words);
// As a sentence: with a full stop, but never a second one.
[[nodiscard]] std::string with_stop(std::string words);
// At most so many bytes, cut between words and marked "…".
[[nodiscard]] std::string shortened(const std::string& words, std::size_t most);
// "12", "at least 12", "" where no days can be said.
[[nodiscard]] std::string days_over_cell(const Judgement& judgement);
// What stands in the way: the reason that the record states, what a person explained.
[[nodiscard]] std::string reason_cell(const CaseLine& line, const PaperInputs& inputs);
// The last action set, with its due day and whether it is done; "none".
[[nodiscard]] std::string last_action_cell(const CaseLine& line, const PaperInputs& inputs);
// "Exempt until Mar 2022", "Escalated to ...", "New", "Standing".
[[nodiscard]] std::string state_cell(const CaseLine& line, const PaperInputs& inputs);

// The table of one line a child: the gravest of its lines, and how many more it has.
struct ChildTable {
  std::string id, caption, when_empty;
  std::size_t most = k_lines_shown;
  bool says_others = true;  // "(and 2 more)"
};
[[nodiscard]] TableBlock child_table(const ChildTable& what, const std::vector<CaseLine>& lines,
                                     const PaperInputs& inputs, ChildFacts& facts);

// "40 of 2,314 are listed, the most severe first; ..."; "" when all are.
[[nodiscard]] std::string left_off(std::size_t shown, std::size_t all, const std::string& order);

// Standing lines counted by rule, the rules in their order of severity; exempt ones beside them.
[[nodiscard]] TableBlock counts_by_rule(const std::string& id, const std::string& caption,
                                        const std::vector<CaseLine>& lines);

}  // namespace tidemark::report
