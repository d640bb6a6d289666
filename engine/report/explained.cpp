// Section 4: breaches for which the data show a stated reason. Still listed, still counted.
#include "report/by_rule.hpp"
#include "report/rows.hpp"
#include "report/sections.hpp"
#include "report/words.hpp"

namespace tidemark::report {

void write_explained(std::string& page, const Pack& pack) {
  paragraph(page,
            "The limit has passed and the record itself shows a stated reason. These children are "
            "still counted; whether the reason is good enough is the panel's to say.");
  RuleTable what;
  what.verdict = Verdict::explained;
  what.section = "explained";
  what.nothing = "No breach has a stated reason on record.";
  what.columns = {{"Child", ""},           {"Reason on record", "reason"},
                  {"Clock from", "date"},  {"Due", "date"},
                  {"Days over", "number"}, {"What the record shows", "record"}};
  what.row = [&pack](std::size_t i) {
    const Finding& finding = pack.finding(i);
    const Judgement& judgement = finding.judgement;
    return std::vector<Markup>{child_cell(pack, finding),  text(finding.reason),
                               date_cell(judgement.clock), date_cell(judgement.due),
                               text(days_over(judgement)), record_cell(finding)};
  };
  write_by_rule(page, pack, what);
}

}  // namespace tidemark::report
