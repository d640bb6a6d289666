#include "report/backtest_report.hpp"

#include <array>
#include <map>

#include "base/text.hpp"
#include "report/plain_table.hpp"
#include "report/trend.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

constexpr std::array k_severities = {Severity::critical, Severity::high, Severity::medium,
                                     Severity::low};
using Kind = TableColumn::Kind;

TableColumn column(const std::string& heading, Kind kind) {
  TableColumn made;
  made.heading = heading;
  made.kind = kind;
  return made;
}

Counts total_of(const BacktestDate& date) {
  Counts sum;
  for (const BacktestRule& rule : date.rules) add(rule.counts, sum);
  return sum;
}

std::uint64_t breaches_of(const BacktestDate& date, Severity severity) {
  std::uint64_t breaches = 0;
  for (const BacktestRule& rule : date.rules) {
    if (rule.severity == severity) breaches += rule.counts.breach;
  }
  return breaches;
}

std::string heading_of(const Backtest& backtest) {
  if (backtest.dates.empty()) return backtest.name;
  return backtest.name + ", " + in_words(backtest.dates.front().day) + " to " +
         in_words(backtest.dates.back().day);
}

std::string how_known(const Backtest& backtest) {
  return backtest.known_then
             ? "As known then: each date is judged with the files and the rules of the latest run "
               "that looked at it or at an earlier day. A date without such a run is a gap."
             : "As known now: one snapshot and one set of rules, seen as at each date. Later "
               "corrections and what was entered late are in it; nothing that happened after a "
               "date is.";
}

TableBlock dates_table(const Backtest& backtest) {
  TableBlock table;
  table.id = "by-date";
  table.caption = "All rules, date by date";
  table.columns = {column("Date", Kind::date), column("Known", Kind::words)};
  for (const Severity severity : k_severities) {
    table.columns.push_back(column("Breach, " + lower(words_of(severity)), Kind::number));
  }
  for (const char* heading :
       {"Breach", "Explained", "Due soon", "Done late", "Not decided", "Error"}) {
    table.columns.push_back(column(heading, Kind::number));
  }
  table.columns.push_back(column("Rules", Kind::words));
  for (const BacktestDate& date : backtest.dates) {
    std::vector<std::string> row = {iso(date.day), date.is_gap() ? "no run yet" : date.known};
    if (date.is_gap()) {
      row.resize(table.columns.size());
    } else {
      const Counts sum = total_of(date);
      for (const Severity severity : k_severities) {
        row.push_back(std::to_string(breaches_of(date, severity)));
      }
      for (const std::uint64_t count : {sum.breach, sum.explained, sum.due_soon, sum.met_late,
                                        sum.cannot_decide + sum.population_undecided, sum.error}) {
        row.push_back(std::to_string(count));
      }
      row.emplace_back(date.rules_changed ? "changed" : "");
    }
    table.rows.push_back(std::move(row));
  }
  table.when_empty = "There is no such date between the two days.";
  return table;
}

// Breaches of each rule that ever had one.
TableBlock rules_table(const Backtest& backtest) {
  TableBlock table;
  table.id = "by-rule";
  table.caption = "Breaches by rule, of rules that had any";
  table.columns = {column("Rule", Kind::words)};
  table.columns[0].share = 2;
  std::map<std::string, std::vector<std::string>> rows;
  std::map<std::string, std::uint64_t> sums;
  for (std::size_t i = 0; i < backtest.dates.size(); ++i) {
    table.columns.push_back(column(iso(backtest.dates[i].day), Kind::number));
    for (const BacktestRule& rule : backtest.dates[i].rules) {
      auto& row = rows[rule.rule];
      row.resize(backtest.dates.size());
      row[i] = std::to_string(rule.counts.breach);
      sums[rule.rule] += rule.counts.breach;
    }
  }
  for (auto& [rule, row] : rows) {
    if (sums[rule] == 0) continue;
    row.insert(row.begin(), rule);
    table.rows.push_back(std::move(row));
  }
  table.when_empty = "No rule had a breach at any of these dates.";
  return table;
}

Trend trend_of(const Backtest& backtest) {
  Trend trend;
  trend.id = "breaches";
  trend.measure = "Breaches, all rules";
  TrendSeries all{"All rules", {}};
  std::vector<TrendSeries> by_severity;
  for (const Severity severity : k_severities) by_severity.push_back({words_of(severity), {}});
  for (std::size_t i = 0; i < backtest.dates.size(); ++i) {
    const BacktestDate& date = backtest.dates[i];
    trend.labels.push_back(in_words(date.day));
    if (date.rules_changed) trend.marks.push_back({i, "rules changed"});
    const auto value = [&](std::uint64_t count) {
      return date.is_gap() ? std::nullopt : std::optional(static_cast<double>(count));
    };
    all.values.push_back(value(total_of(date).breach));
    for (std::size_t s = 0; s < k_severities.size(); ++s) {
      by_severity[s].values.push_back(value(breaches_of(date, k_severities[s])));
    }
  }
  trend.series.push_back(std::move(all));
  for (TrendSeries& series : by_severity) trend.series.push_back(std::move(series));
  return trend;
}

}  // namespace

std::string backtest_text(const Backtest& backtest) {
  const TableBlock dates = dates_table(backtest), rules = rules_table(backtest);
  return heading_of(backtest) + "\n" + how_known(backtest) + "\n\n" +
         plain_table(dates, dates.columns.size()) + "\n" + plain_table(rules, rules.columns.size());
}

std::string backtest_csv(const Backtest& backtest) {
  std::string text =
      "date,rule,known,population,breach,explained,due_soon,met_late,cannot_decide,error,"
      "population_undecided\n";
  for (const BacktestDate& date : backtest.dates) {
    if (date.is_gap()) text += iso(date.day) + ",,,,,,,,,,\n";
    for (const BacktestRule& rule : date.rules) {
      const Counts& counts = rule.counts;
      text += iso(date.day) + ',' + csv_cell(rule.rule) + ',' + csv_cell(date.known);
      for (const std::uint64_t count :
           {counts.population, counts.breach, counts.explained, counts.due_soon, counts.met_late,
            counts.cannot_decide, counts.error, counts.population_undecided}) {
        text += ',' + std::to_string(count);
      }
      text += '\n';
    }
  }
  return text;
}

Document backtest_document(const Backtest& backtest, const std::string& made_at) {
  Document document;
  document.title = "The trend";
  document.subtitle = document.running_foot = heading_of(backtest);
  document.made_at = made_at;
  auto& blocks = document.blocks;
  blocks.push_back(Paragraph{how_known(backtest), Paragraph::Style::lead});
  blocks.push_back(Heading{1, "All rules", "all-rules"});
  if (!backtest.dates.empty()) blocks.push_back(trend_picture(trend_of(backtest)));
  blocks.push_back(dates_table(backtest));
  blocks.push_back(Heading{1, "By rule", "by-rule-section"});
  blocks.push_back(rules_table(backtest));
  return document;
}

}  // namespace tidemark::report
