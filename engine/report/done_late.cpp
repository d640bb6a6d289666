// Section 7: done, after the limit.
#include "report/by_rule.hpp"
#include "report/rows.hpp"
#include "report/sections.hpp"
#include "report/words.hpp"

namespace tidemark::report {

void write_done_late(std::string& page, const Pack& pack) {
  RuleTable what;
  what.verdict = Verdict::met_late;
  what.section = "late";
  what.nothing = "Nothing was done after its limit.";
  what.columns = {{"Child", ""},
                  {"Clock from", "date"},
                  {"Due", "date"},
                  {"Late by", "number"},
                  {"What the record shows", "record"}};
  what.row = [&pack](std::size_t i) {
    const Finding& finding = pack.finding(i);
    const Judgement& judgement = finding.judgement;
    return std::vector<Markup>{child_cell(pack, finding), date_cell(judgement.clock),
                               date_cell(judgement.due), text(days_over(judgement)),
                               record_cell(finding)};
  };
  write_by_rule(page, pack, what);
}

}  // namespace tidemark::report
