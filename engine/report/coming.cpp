// Section 5: what falls due by the panel date, and what is due soon after it.
#include <algorithm>

#include "report/rows.hpp"
#include "report/sections.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

std::string days_left(const Pack& pack, const Date& due) {
  if (!due.is_exact()) return {};
  const Day left = due.lo - pack.run().as_at;
  if (left == 0) return "today";
  return left < 0 ? "" : counted(static_cast<std::uint64_t>(left), "day", "days");
}

void write_table(std::string& page, const Pack& pack, const std::string& caption,
                 const std::vector<const Finding*>& findings) {
  if (findings.empty()) {
    paragraph(page, caption + ": none.");
    return;
  }
  {
    Table table(page, caption + ": " + number(findings.size()),
                {{"Child", ""},
                 {"Due", "date"},
                 {"Days left", "number"},
                 {"Rule", ""},
                 {"State", ""},
                 {"Clock from", "date"},
                 {"What the record shows", "record"}});
    for (std::size_t i = 0; i < std::min(findings.size(), k_rows_shown); ++i) {
      const Finding& finding = *findings[i];
      const Judgement& judgement = finding.judgement;
      table.row({child_cell(pack, finding), date_cell(judgement.due),
                 text(days_left(pack, judgement.due)), rule_cell(pack.rule_of(finding)),
                 state(judgement.verdict), date_cell(judgement.clock), sentence_cell(finding)});
    }
  }
  if (findings.size() > k_rows_shown) {
    paragraph(page,
              number(k_rows_shown) + " of " + number(findings.size()) +
                  " are listed here, the earliest due first; findings.csv has every row "
                  "that is due soon.",
              "left-off");
  }
}

bool due_by(const Finding& finding, Day day) {
  return finding.judgement.due.lo <= day;
}

}  // namespace

void write_coming(std::string& page, const Pack& pack) {
  const AuditRun& run = pack.run();
  std::vector<const Finding*> by_panel, later;
  for (const Finding& finding : run.coming) {
    const bool before_it = run.panel_date && due_by(finding, *run.panel_date);
    (before_it ? by_panel : later).push_back(&finding);
  }
  if (run.panel_date) {
    write_table(page, pack, "Due by the panel on " + in_words(*run.panel_date), by_panel);
    write_table(page, pack, "Due soon, after the panel", later);
  } else {
    paragraph(page,
              "No panel date was given (--panel-date), so this lists what each rule calls "
              "due soon.");
    write_table(page, pack, "Due soon", later);
  }
}

}  // namespace tidemark::report
