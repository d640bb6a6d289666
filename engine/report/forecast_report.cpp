#include "report/forecast_report.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.hpp"
#include "report/plain_table.hpp"
#include "report/trend.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

constexpr std::size_t k_lines = 200;  // on the terminal
constexpr std::size_t k_rows = 2000;  // on the page
constexpr Day k_week = 7;
constexpr const char* k_no_owner = "nobody named";

std::string assumption_of(const Forecast& forecast) {
  return "This is what comes if nothing more is recorded: every clock runs on as the record stands "
         "as at " +
         in_words(forecast.as_at) + ". Whatever cannot be decided (" +
         counted(forecast.undecided, "finding", "findings") +
         ") may run out as well and is not here.";
}

const std::string& group_of(const Forecast& forecast, const ForecastLine& line) {
  static const std::string k_none = k_no_owner;
  const std::string& name = forecast.teams_are_recorded ? line.team : line.owner;
  return name.empty() ? k_none : name;
}

std::string groups_sentence(const Forecast& forecast) {
  return forecast.teams_are_recorded
             ? "By the team that the child is with."
             : "No team is recorded in these files; by the owner of the rule.";
}

// Every week of the time asked about, also those in which nothing runs out.
std::vector<Day> weeks_of(const Forecast& forecast) {
  std::vector<Day> weeks;
  for (Day week = forecast.as_at - weekday(forecast.as_at); week <= forecast.until;
       week += k_week) {
    weeks.push_back(week);
  }
  return weeks;
}

TableColumn column(const char* heading, TableColumn::Kind kind, double share) {
  TableColumn made;
  made.heading = heading;
  made.kind = kind;
  made.share = share;
  return made;
}

TableBlock weeks_table(const Forecast& forecast) {
  using Kind = TableColumn::Kind;
  TableBlock table;
  table.id = "weeks";
  table.caption =
      "What runs out, by week and " + std::string(forecast.teams_are_recorded ? "team" : "owner");
  table.columns = {column("Week from", Kind::date, 1),
                   column(forecast.teams_are_recorded ? "Team" : "Owner", Kind::words, 2),
                   column("Clocks", Kind::number, 0.7),
                   column("Exemptions that end", Kind::number, 1),
                   column("Actions due", Kind::number, 0.8)};
  std::map<std::pair<Day, std::string>, std::array<std::uint64_t, 3>> counts;
  for (const ForecastLine& line : forecast.lines) {
    ++counts[{line.week, group_of(forecast, line)}][static_cast<std::size_t>(line.kind)];
  }
  for (const auto& [key, count] : counts) {
    table.rows.push_back({iso(key.first), key.second, std::to_string(count[0]),
                          std::to_string(count[1]), std::to_string(count[2])});
  }
  table.when_empty = "Nothing runs out by " + in_words(forecast.until) + ".";
  return table;
}

std::string verdict_words(const ForecastLine& line) {
  std::string words = line.verdict;
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

TableBlock lines_table(const Forecast& forecast, std::size_t most) {
  using Kind = TableColumn::Kind;
  TableBlock table;
  table.id = "clocks";
  table.caption = "Each of them, by week";
  table.columns = {column("Rule", Kind::words, 1),       column("Child", Kind::words, 0.8),
                   column("Week from", Kind::date, 0.9), column("Due", Kind::date, 1),
                   column("Owner", Kind::words, 1.3),    column("Now", Kind::words, 0.8),
                   column("Clock from", Kind::date, 1),  column("What", Kind::words, 3)};
  for (const ForecastLine& line : forecast.lines) {
    if (table.rows.size() == most) break;
    table.rows.push_back({line.rule, line.child, iso(line.week), line.due, line.owner,
                          verdict_words(line), line.clock, line.what});
  }
  if (table.rows.size() < forecast.lines.size()) {
    table.says_left_off = std::to_string(table.rows.size()) + " of " +
                          std::to_string(forecast.lines.size()) +
                          " are listed here; --format csv lists them all.";
  }
  return table;
}

StackedBars bars_of(const Forecast& forecast) {
  StackedBars bars;
  bars.id = "by-week";
  bars.measure = "Clocks that run out, exemptions that end and actions due, by week";
  const std::vector<Day> weeks = weeks_of(forecast);
  std::map<Day, std::size_t> at;
  for (const Day week : weeks) {
    at[week] = bars.labels.size();
    const std::string words = in_words(week);
    bars.labels.push_back(words.substr(0, words.rfind(' ')));
  }
  std::map<std::string, std::vector<std::uint64_t>> parts;
  for (const ForecastLine& line : forecast.lines) {
    auto& counts = parts[group_of(forecast, line)];
    counts.resize(weeks.size());
    if (const auto index = at.find(line.week); index != at.end()) ++counts[index->second];
  }
  for (auto& [name, counts] : parts) bars.parts.push_back({name, std::move(counts)});
  const auto sum = [](const StackedPart& part) {
    std::uint64_t all = 0;
    for (const std::uint64_t count : part.counts) all += count;
    return all;
  };
  std::stable_sort(bars.parts.begin(), bars.parts.end(),
                   [&](const StackedPart& a, const StackedPart& b) { return sum(a) > sum(b); });
  return bars;
}

std::string heading_of(const Forecast& forecast) {
  return forecast.name + ", from " + in_words(forecast.as_at) + " to " + in_words(forecast.until);
}

}  // namespace

std::string forecast_text(const Forecast& forecast) {
  std::string text = heading_of(forecast) + "\n" + assumption_of(forecast) + "\n\n";
  const TableBlock weeks = weeks_table(forecast);
  if (weeks.rows.empty()) return text + weeks.when_empty + "\n";
  text += groups_sentence(forecast) + "\n" + plain_table(weeks, weeks.columns.size());
  const TableBlock lines = lines_table(forecast, k_lines);
  text += "\n" + plain_table(lines, lines.columns.size() - 1);
  if (!lines.says_left_off.empty()) text += lines.says_left_off + "\n";
  return text;
}

std::string forecast_csv(const Forecast& forecast) {
  std::string text = "week,due,rule,child,occasion,owner,verdict,clock,team,what\n";
  for (const ForecastLine& line : forecast.lines) {
    text += iso(line.week);
    for (const std::string* cell : {&line.due, &line.rule, &line.child, &line.occasion, &line.owner,
                                    &line.verdict, &line.clock, &line.team, &line.what}) {
      text += ',' + csv_cell(*cell);
    }
    text += '\n';
  }
  return text;
}

Document forecast_document(const Forecast& forecast, const std::string& made_at) {
  Document document;
  document.title = "What falls due";
  document.subtitle = document.running_foot = heading_of(forecast);
  document.made_at = made_at;
  auto& blocks = document.blocks;
  blocks.push_back(Paragraph{assumption_of(forecast), Paragraph::Style::lead});
  blocks.push_back(Heading{1, "By week", "by-week-section"});
  blocks.push_back(Paragraph{groups_sentence(forecast)});
  if (!forecast.lines.empty()) blocks.push_back(bars_picture(bars_of(forecast)));
  blocks.push_back(weeks_table(forecast));
  blocks.push_back(Heading{1, "Each of them", "clocks-section"});
  blocks.push_back(lines_table(forecast, k_rows));
  return document;
}

}  // namespace tidemark::report
