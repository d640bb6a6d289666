// Section 3: breaches by rule, one line a child.
#include "report/by_rule.hpp"
#include "report/rows.hpp"
#include "report/sections.hpp"
#include "report/words.hpp"

namespace tidemark::report {

void write_breaches(std::string& page, const Pack& pack) {
  RuleTable what;
  what.verdict = Verdict::breach;
  what.section = "breach";
  what.nothing = "No rule that ran found a breach.";
  what.columns = {{"Child", ""},   {"Since the last run", ""}, {"Clock from", "date"},
                  {"Due", "date"}, {"Days over", "number"},    {"What the record shows", "record"}};
  what.row = [&pack](std::size_t i) {
    const Finding& finding = pack.finding(i);
    const Judgement& judgement = finding.judgement;
    return std::vector<Markup>{child_cell(pack, finding),  change_cell(pack, i),
                               date_cell(judgement.clock), date_cell(judgement.due),
                               text(days_over(judgement)), record_cell(finding)};
  };
  write_by_rule(page, pack, what);
}

}  // namespace tidemark::report
