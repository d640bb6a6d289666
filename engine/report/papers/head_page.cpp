// The head of service's page: counts by rule and severity, the trend, the oldest ten, exemptions
// that ran out, escalations that nobody answered, and what is to come.
#include <algorithm>
#include <tuple>

#include "report/papers/free_text.hpp"
#include "report/papers/panel_sections.hpp"
#include "report/papers/papers.hpp"
#include "report/trend.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

constexpr std::size_t k_most_runs = 12;

void write_trend(Document& paper, const PaperInputs& inputs) {
  section(paper, "trend", "2. Trend");
  if (inputs.trend.size() < 2) {
    say(paper, "There is one run only, so there is no trend yet.");
    return;
  }
  const std::size_t first =
      inputs.trend.size() > k_most_runs ? inputs.trend.size() - k_most_runs : 0;
  Trend trend;
  trend.id = "trend-chart";
  trend.measure = "Breaches, all live rules";
  trend.height = 150;
  trend.series = {{"Breaches", {}}, {"Of these with a stated reason", {}}};
  TableBlock table;
  table.id = "trend-table";
  table.caption = "The same numbers";
  table.columns = {words("As at", 2),    a_number("Run"),
                   a_number("Breaches"), a_number("Of these with a stated reason"),
                   a_number("Due soon"), a_number("Cannot be decided")};
  for (std::size_t i = first; i < inputs.trend.size(); ++i) {
    const RunSum& sum = inputs.trend[i];
    const auto standing = sum.breach + sum.explained;
    trend.labels.push_back(in_words(sum.as_at));
    trend.series[0].values.emplace_back(static_cast<double>(standing));
    trend.series[1].values.emplace_back(static_cast<double>(sum.explained));
    table.rows.push_back({in_words(sum.as_at), std::to_string(sum.run), std::to_string(standing),
                          std::to_string(sum.explained), std::to_string(sum.due_soon),
                          std::to_string(sum.cannot_decide)});
  }
  paper.blocks.emplace_back(trend_picture(trend));
  paper.blocks.emplace_back(std::move(table));
}

void write_oldest(Document& paper, const CaseList& cases, ChildFacts& facts) {
  std::vector<CaseLine> oldest = cases.standing();
  std::stable_sort(oldest.begin(), oldest.end(), [](const CaseLine& a, const CaseLine& b) {
    return a.days_over() > b.days_over();
  });
  section(paper, "oldest", "3. The oldest ten");
  ChildTable what{"oldest-table", "All that stand", "Nothing is late.", 10};
  TableBlock table = child_table(what, oldest, cases.inputs(), facts);
  table.says_left_off.clear();
  table.rows.resize(table.printed_rows());
  paper.blocks.emplace_back(std::move(table));
}

void write_escalations(Document& paper, const CaseList& cases) {
  const PaperInputs& inputs = cases.inputs();
  section(paper, "escalations", "5. Escalations not answered");
  TableBlock table;
  table.id = "escalations-table";
  table.columns = {words("Reference", 1), words("What is late", 3), words("Escalated to", 1.6),
                   words("Because", 3), a_date("Since", 1)};
  std::size_t all = 0;
  std::vector<std::tuple<Day, std::string, std::vector<std::string>>> order;
  for (const ExceptionLife& life : inputs.lives) {
    if (life.state != LifeState::escalated) continue;
    ++all;
    const Rule* rule = cases.rule_of(life.rule);
    const std::string reference = inputs.names.line(life.child, &life);
    order.push_back(
        {life.escalations.back().on,
         reference,
         {reference, rule == nullptr ? life.rule : rule->title,
          owner_words(inputs, life.escalated_to), free_text(inputs, life.escalated_because),
          inputs.names.day(life.escalations.back().on)}});
  }
  table.caption = counted(all, "escalation", "escalations");
  table.when_empty = "None is open.";
  // By days, ties by the drawn reference: an order of numbers would say which came first.
  std::sort(order.begin(), order.end());
  for (const auto& [day, reference, cells] : order) table.rows.push_back(cells);
  table.print_first(k_lines_shown, left_off(k_lines_shown, all, "the longest waiting first"));
  paper.blocks.emplace_back(std::move(table));
}

void write_forecast(Document& paper, const CaseList& cases) {
  const PaperInputs& inputs = cases.inputs();
  section(paper, "forecast", "6. What is to come");
  if (!inputs.next_on) {
    say(paper, "No day was given to look ahead to (--next).");
    return;
  }
  const std::size_t due = cases.coming(*inputs.next_on).size();
  say(paper, counted(cases.standing().size(), "breach stands", "breaches stand") +
                 ". If nothing is "
                 "done, " +
                 counted(due, "more limit passes", "more limits pass") + " by " +
                 in_words(*inputs.next_on) +
                 ". This assumes that no clock starts, stops or is corrected before then, and says "
                 "nothing of what cannot be decided.");
}

}  // namespace

Document head_page(const PaperInputs& inputs) {
  Document paper = begin_paper(inputs, "Head of service's page", "As on");
  const CaseList cases(inputs);
  ChildFacts facts(inputs.run, inputs.shape);
  if (!inputs.intro.empty()) say(paper, inputs.intro, Paragraph::Style::lead);
  section(paper, "counts", "1. What stands, by rule and severity");
  if (!inputs.before) say(paper, k_no_paper_before);
  paper.blocks.emplace_back(counts_by_rule(
      "by-rule", "Breaches, explained ones among them, exempt ones beside them", cases.standing()));
  write_trend(paper, inputs);
  write_oldest(paper, cases, facts);
  section(paper, "expired", "4. Exemptions that have ended");
  write_ended_exemptions(paper, cases);
  write_escalations(paper, cases);
  write_forecast(paper, cases);
  return paper;
}

}  // namespace tidemark::report
