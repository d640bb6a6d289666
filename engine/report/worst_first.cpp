// Section 2: what stands, across all rules: the most severe first, then the most days over; what
// is new is marked by a word. Then what has left the list since the run before.
#include <algorithm>
#include <tuple>

#include "report/rows.hpp"
#include "report/sections.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

// The rest stands in section 3, with the cells that each rests on.
constexpr std::size_t k_worst_shown = 50;

std::vector<std::size_t> standing_worst_first(const Pack& pack) {
  std::vector<std::size_t> standing;
  for (const std::size_t rule : pack.rules()) {
    if (pack.rulebook().rules[rule].maturity != Maturity::live) continue;
    const auto& breaches = pack.of(rule, Verdict::breach);
    standing.insert(standing.end(), breaches.begin(), breaches.end());
  }
  const auto place = [&](std::size_t i) {
    const bool is_new = pack.change_of(i) == name_of(Change::raised);
    return std::make_tuple(!is_new, pack.rule_of(pack.finding(i)).severity,
                           -pack.finding(i).judgement.days_over);
  };
  std::stable_sort(standing.begin(), standing.end(),
                   [&](std::size_t a, std::size_t b) { return place(a) < place(b); });
  return standing;
}

void write_standing(std::string& page, const Pack& pack, const std::vector<std::size_t>& standing) {
  Table table(page, "New breaches first, then by severity, then by days over",
              {{"Child", ""},
               {"Since the last run", ""},
               {"Severity", ""},
               {"Rule", ""},
               {"Due", "date"},
               {"Days over", "number"},
               {"What the record shows", "record"}});
  for (std::size_t i = 0; i < std::min(standing.size(), k_worst_shown); ++i) {
    const Finding& finding = pack.finding(standing[i]);
    const Rule& rule = pack.rule_of(finding);
    table.row({child_cell(pack, finding), change_cell(pack, standing[i]),
               text(words_of(rule.severity)), rule_cell(rule), date_cell(finding.judgement.due),
               text(days_over(finding.judgement)), sentence_cell(finding)});
  }
}

std::string state_of(const Departure& gone) {
  if (!gone.recorded.empty()) return gone.recorded;
  const std::string why = gone.why.empty() ? "" : ": " + gone.why;
  return (is_parked(gone.ending) ? "" : "resolved: ") + std::string(words_of(gone.ending)) + why;
}

void write_departures(std::string& page, const Pack& pack) {
  const auto& compared_with = pack.run().compared_with;
  if (!compared_with) return;
  const std::vector<Departure>& all = pack.run().since_last.departures;
  heading(page, 3, "departures", "Off the list since run " + std::to_string(compared_with->number));
  if (all.empty()) {
    paragraph(page, "Every breach of that run still stands.");
    return;
  }
  paragraph(page,
            "Resolved: the record shows why. Parked: nobody could judge it this time, "
            "which is not the same as put right.");
  {
    Table table(page, "", {{"Child", ""}, {"Rule", ""}, {"State, and why", ""}});
    for (std::size_t i = 0; i < std::min(all.size(), k_rows_shown); ++i) {
      const Departure& gone = all[i];
      const Rule* rule = pack.rulebook().rule(gone.rule);
      table.row({text(gone.child), rule == nullptr ? text(gone.rule) : rule_cell(*rule),
                 text(state_of(gone))});
    }
  }
  if (all.size() > k_rows_shown) {
    paragraph(page, number(k_rows_shown) + " of " + number(all.size()) + " are listed here.",
              "left-off");
  }
}

}  // namespace

void write_worst_first(std::string& page, const Pack& pack) {
  const std::vector<std::size_t> standing = standing_worst_first(pack);
  if (standing.empty()) {
    paragraph(page, "No rule that ran found a breach as at " + in_words(pack.run().as_at) +
                        ". See also what could not be decided.");
  } else {
    write_standing(page, pack, standing);
    say_what_is_left_off(page, standing.size(), "in that order", k_worst_shown);
  }
  write_departures(page, pack);
}

}  // namespace tidemark::report
