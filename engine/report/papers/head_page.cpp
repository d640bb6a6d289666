// The head of service's page: counts by rule and severity, the trend, the oldest ten, exemptions
// that ran out, targets, and what is to come, on one page that stands alone; the annex has the rest
// of what the page is made from.
#include <algorithm>
#include <tuple>

#include "report/papers/free_text.hpp"
#include "report/papers/panel_sections.hpp"
#include "report/papers/papers.hpp"
#include "report/papers/targets.hpp"
#include "report/trend.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

constexpr std::size_t k_most_runs = 12;
constexpr std::size_t k_oldest = 10;
// Rows that the first page has room for.
constexpr std::size_t k_rules_on_page = 8, k_ended_on_page = 3;
constexpr double k_width = 520;  // of pictures on upright paper

std::vector<CaseLine> oldest_first(const CaseList& cases) {
  std::vector<CaseLine> oldest = cases.standing();
  std::stable_sort(oldest.begin(), oldest.end(), [](const CaseLine& a, const CaseLine& b) {
    return a.days_over() > b.days_over();
  });
  return oldest;
}

// "128 breaches stand: 0 critical, 30 high, ..."; exempt ones are in no headline.
std::string headline(const CaseList& cases) {
  std::uint64_t exempt = 0, of[4] = {};
  for (const CaseLine& line : cases.standing()) {
    (line.exemption != nullptr ? exempt : of[static_cast<std::size_t>(line.severity())])++;
  }
  std::uint64_t undecided = 0;
  const std::vector<Rule>& rules = cases.inputs().run.rulebook->rules;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const Counts& counts = cases.inputs().run.judgements.counts[i];
    if (rules[i].maturity == Maturity::live)
      undecided += counts.cannot_decide + counts.population_undecided;
  }
  std::string out = counted(of[0] + of[1] + of[2] + of[3], "breach stands", "breaches stand") +
                    ": " + number(of[0]) + " critical, " + number(of[1]) + " high, " +
                    number(of[2]) + " medium, " + number(of[3]) + " low";
  if (exempt > 0) out += "; " + counted(exempt, "more is exempt", "more are exempt");
  return out + (undecided == 0 ? ". No verdict was left open by the record."
                               : ". " + counted(undecided, "verdict", "verdicts") +
                                     " cannot be decided from the record.");
}

// The table of the panel's pack, without the ids of rules, in widths for upright paper.
TableBlock rules_on_page(const CaseList& cases) {
  TableBlock table = counts_by_rule("by-rule", "", cases.standing());
  table.columns = {words("Rule", 4.4),
                   words("Severity", 1),
                   words("Kind of limit", 1.6),
                   a_number("Stand"),
                   a_number("New", 0.7),
                   a_number("Exempt", 0.9),
                   a_number("Longest, days over", 1.2)};
  for (std::vector<std::string>& row : table.rows) row.resize(table.columns.size());
  table.print_first(k_rules_on_page,
                    left_off(k_rules_on_page, table.rows.size(), "the most severe first"));
  return table;
}

void write_counts(Document& paper, const CaseList& cases) {
  section(paper, "counts", "1. What stands, by rule and severity");
  say(paper, headline(cases));
  const std::string parked = parked_words(cases.inputs().lives);
  if (!parked.empty()) say(paper, parked);
  if (!cases.inputs().before) say(paper, k_no_paper_before, Paragraph::Style::small);
  paper.blocks.emplace_back(rules_on_page(cases));
}

std::size_t first_run_shown(const PaperInputs& inputs) {
  const std::size_t all = inputs.trend.size();
  return all > k_most_runs ? all - k_most_runs : 0;
}

void write_trend(Document& paper, const PaperInputs& inputs) {
  section(paper, "trend", "2. Trend");
  if (inputs.trend.size() < 2) {
    say(paper, "There is one run only, so there is no trend yet.");
    return;
  }
  Trend trend;
  trend.id = "trend-chart";
  trend.measure = "Breaches";
  trend.width = k_width;
  trend.height = 86;
  trend.series = {{"Breaches", {}}, {"With a stated reason", {}}};
  for (std::size_t i = first_run_shown(inputs); i < inputs.trend.size(); ++i) {
    const RunSum& sum = inputs.trend[i];
    trend.labels.push_back(in_words(sum.as_at));
    trend.series[0].values.emplace_back(static_cast<double>(sum.breach + sum.explained));
    trend.series[1].values.emplace_back(static_cast<double>(sum.explained));
  }
  paper.blocks.emplace_back(trend_picture(trend));
}

TableBlock oldest_children(const CaseList& cases, ChildFacts& facts, bool says_others) {
  ChildTable what{"oldest-table", "All that stand", "Nothing is late.", k_oldest, says_others};
  TableBlock table = child_table(what, oldest_first(cases), cases.inputs(), facts);
  table.says_left_off.clear();
  table.rows.resize(table.printed_rows());
  return table;
}

// Of the annex's table what the page has room for.
void write_oldest(Document& paper, const CaseList& cases, ChildFacts& facts) {
  section(paper, "oldest", "3. The oldest ten");
  const TableBlock whole = oldest_children(cases, facts, false);
  TableBlock table;
  table.id = "oldest-ten";
  table.when_empty = whole.when_empty;
  table.columns = {words("Reference", 1.1), words("Age", 0.6),  words("What is late", 4.5),
                   words("Severity", 0.9),  a_date("Due", 1.6), a_number("Days over", 1.2)};
  for (const auto& row : whole.rows)
    table.rows.push_back({row[0], row[1], row[2], row[3], row[5], row[6]});
  paper.blocks.emplace_back(std::move(table));
}

// Of the table of exemptions that ended what a page has room for; the annex has it whole.
TableBlock ended_on_page(const CaseList& cases) {
  const TableBlock whole = exemption_table(cases, ExemptionsShown::breach_is_back);
  TableBlock table;
  table.id = "ended";
  table.when_empty = whole.when_empty;
  table.columns = {words("Reference", 1.2), words("What is late", 3.4), words("Decided by", 1.6),
                   words("How it ended", 2.6)};
  for (const auto& row : whole.rows) table.rows.push_back({row[0], row[1], row[3], row[7]});
  table.print_first(k_ended_on_page,
                    left_off(k_ended_on_page, table.rows.size(), "the longest ended first"));
  return table;
}

std::string escalations_words(const PaperInputs& inputs) {
  std::uint64_t open = 0;
  std::optional<Day> since;
  for (const ExceptionLife& life : inputs.lives) {
    if (life.state != LifeState::escalated) continue;
    ++open;
    const Day on = life.escalations.back().on;
    since = std::min(since.value_or(on), on);
  }
  if (!since) return "No escalation waits for an answer.";
  return counted(open, "escalation is", "escalations are") + " not answered, the longest since " +
         inputs.names.day(*since) + ".";
}

void write_ended(Document& paper, const CaseList& cases) {
  section(paper, "expired", "4. Exemptions that have ended, and escalations");
  TableBlock table = ended_on_page(cases);
  const std::string escalations = escalations_words(cases.inputs());
  if (table.rows.empty()) {
    say(paper, table.when_empty + " " + escalations);
    return;
  }
  paper.blocks.emplace_back(std::move(table));
  say(paper, escalations);
}

void write_targets(Document& paper, const PaperInputs& inputs) {
  const MeasureRun* run = inputs.measures;
  if (run == nullptr) {
    section(paper, "targets", "5. Targets");
    say(paper, "No target can be shown: " +
                   (inputs.why_no_measures.empty() ? std::string("no measure was worked out")
                                                   : inputs.why_no_measures) +
                   ".");
    return;
  }
  TableBlock table = targets_table(*run, "targets-table");
  section(paper, "targets", "5. " + table.caption);
  table.caption.clear();
  paper.blocks.emplace_back(std::move(table));
  const std::string assumed = forecasts_assume(*run);
  if (!assumed.empty()) say(paper, assumed, Paragraph::Style::small);
}

void write_forecast(Document& paper, const CaseList& cases) {
  const PaperInputs& inputs = cases.inputs();
  section(paper, "forecast", "6. What is to come");
  if (!inputs.next_on) {
    say(paper, "No day was given to look ahead to (--next).");
    return;
  }
  std::uint64_t all = 0, severe = 0;
  for (const CaseLine& line : cases.coming(*inputs.next_on)) {
    ++all;
    severe += line.severity() <= Severity::high ? 1 : 0;
  }
  say(paper, "If nothing is done, " + counted(all, "more limit passes", "more limits pass") +
                 " by " + in_words(*inputs.next_on) + ", " + number(severe) +
                 " of critical or high severity. This assumes that no clock starts, stops or is "
                 "corrected before then, and says nothing of what cannot be decided.");
}

void write_trend_in_numbers(Document& paper, const PaperInputs& inputs) {
  if (inputs.trend.size() < 2) return;
  section(paper, "trend-numbers", "Annex A. The trend in numbers");
  TableBlock table;
  table.id = "trend-table";
  table.columns = {words("As at", 2),    a_number("Run"),
                   a_number("Breaches"), a_number("Of these with a stated reason"),
                   a_number("Due soon"), a_number("Cannot be decided")};
  for (std::size_t i = first_run_shown(inputs); i < inputs.trend.size(); ++i) {
    const RunSum& sum = inputs.trend[i];
    table.rows.push_back({in_words(sum.as_at), std::to_string(sum.run),
                          std::to_string(sum.breach + sum.explained), std::to_string(sum.explained),
                          std::to_string(sum.due_soon), std::to_string(sum.cannot_decide)});
  }
  paper.blocks.emplace_back(std::move(table));
}

void write_escalations(Document& paper, const CaseList& cases) {
  const PaperInputs& inputs = cases.inputs();
  TableBlock table;
  table.id = "escalations-table";
  table.columns = {words("Reference", 1), words("What is late", 3), words("Escalated to", 1.6),
                   words("Because", 3), a_date("Since", 1)};
  std::vector<std::tuple<Day, std::string, std::vector<std::string>>> order;
  for (const ExceptionLife& life : inputs.lives) {
    if (life.state != LifeState::escalated) continue;
    const Rule* rule = cases.rule_of(life.rule);
    const std::string reference = inputs.names.line(life.child, &life);
    for (const OpenEscalation& open : life.escalations) {
      order.push_back(
          {open.on,
           reference,
           {reference, rule == nullptr ? life.rule : rule->title, owner_words(inputs, open.to),
            free_text(inputs, open.because), inputs.names.day(open.on)}});
    }
  }
  if (order.empty()) return;
  section(paper, "escalations", "Annex D. Escalations not answered");
  // By days, ties by the drawn reference: an order of numbers would say which came first.
  std::sort(order.begin(), order.end());
  for (const auto& [day, reference, cells] : order) table.rows.push_back(cells);
  table.print_first(k_lines_shown,
                    left_off(k_lines_shown, order.size(), "the longest waiting first"));
  paper.blocks.emplace_back(std::move(table));
}

void write_annex(Document& paper, const CaseList& cases, ChildFacts& facts) {
  paper.blocks.emplace_back(PageBreak{});
  write_trend_in_numbers(paper, cases.inputs());
  section(paper, "oldest-reasons", "Annex B. The oldest ten, with what is said of them");
  paper.blocks.emplace_back(oldest_children(cases, facts, true));
  section(paper, "ended-whole", "Annex C. Exemptions that have ended");
  write_ended_exemptions(paper, cases);
  write_escalations(paper, cases);
}

}  // namespace

Document head_page(const PaperInputs& inputs) {
  Document paper = begin_paper(inputs, "Head of service's page", "As on");
  paper.wide = false;
  paper.one_page = true;
  const CaseList cases(inputs);
  ChildFacts facts(inputs.run, inputs.shape);
  if (!inputs.intro.empty()) say(paper, inputs.intro);
  write_counts(paper, cases);
  write_trend(paper, inputs);
  write_oldest(paper, cases, facts);
  write_ended(paper, cases);
  write_targets(paper, inputs);
  write_forecast(paper, cases);
  write_annex(paper, cases, facts);
  return paper;
}

}  // namespace tidemark::report
