#include "report/rule_coverage_table.hpp"

#include "base/text.hpp"
#include "report/plain_table.hpp"

namespace tidemark::report {

namespace {

constexpr Outcome k_outcomes[] = {
    Outcome::breach,     Outcome::no_breach,   Outcome::due_soon,
    Outcome::explained,  Outcome::met_late,    Outcome::population_open,
    Outcome::clock_open, Outcome::answer_open, Outcome::table_not_supplied};

std::string in_force_from(const Rule& rule) {
  return rule.in_force && rule.in_force->from != k_earliest ? iso(rule.in_force->from) : "";
}

// The same id stands for every version of a rule.
std::string name_of_version(const Rule& rule) {
  const std::string from = in_force_from(rule);
  return from.empty() ? rule.id : rule.id + " from " + from;
}

std::string heading_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::breach:
      return "breach";
    case Outcome::no_breach:
      return "no breach";
    case Outcome::due_soon:
      return "amber";
    case Outcome::explained:
      return "explained";
    case Outcome::met_late:
      return "met late";
    case Outcome::population_open:
      return "who open";
    case Outcome::clock_open:
      return "clock open";
    case Outcome::answer_open:
      return "limit, stop or count open";
    case Outcome::table_not_supplied:
      return "no table";
  }
  return "";
}

std::string in_words(const Rule& rule, const CoverageCell& cell) {
  if (cell.outcome != Outcome::explained) return heading_of(cell.outcome);
  return "explained by \"" + rule.explained_by[static_cast<std::size_t>(cell.reason)].text + "\"";
}

std::string mark_of(const std::vector<CoverageCell>& cells, std::size_t rule, Outcome outcome) {
  std::size_t seen = 0;
  std::size_t all = 0;
  for (const CoverageCell& cell : cells) {
    if (cell.rule != rule || cell.outcome != outcome) continue;
    ++all;
    if (cell.is_seen()) ++seen;
  }
  if (all == 0) return "-";
  if (all > 1) return std::to_string(seen) + " of " + std::to_string(all);
  return seen == 1 ? "yes" : "NO";
}

// What of a rule was not seen, in words.
std::string missing_of(const Rulebook& rulebook, const std::vector<CoverageCell>& cells,
                       std::size_t rule) {
  std::string missing;
  for (const CoverageCell& cell : cells) {
    if (cell.rule != rule || cell.is_seen()) continue;
    missing += (missing.empty() ? "" : "; ") + in_words(rulebook.rules[rule], cell);
  }
  return missing;
}

}  // namespace

CoverageSum sum_of(const Rulebook& rulebook, const std::vector<CoverageCell>& cells) {
  CoverageSum sum;
  for (const CoverageCell& cell : cells) {
    ++sum.all;
    if (cell.is_seen()) ++sum.seen;
  }
  for (std::size_t i = 0; i < rulebook.rules.size(); ++i) {
    const bool live = rulebook.rules[i].maturity == Maturity::live;
    if (live && !missing_of(rulebook, cells, i).empty()) ++sum.rules_with_gaps;
  }
  return sum;
}

std::string sentence_of(const CoverageSum& sum) {
  std::string text =
      "coverage: " + std::to_string(sum.seen) + " of " + std::to_string(sum.all) + " cells";
  if (sum.rules_with_gaps == 1) text += "; 1 live rule has gaps";
  if (sum.rules_with_gaps > 1) {
    text += "; " + std::to_string(sum.rules_with_gaps) + " live rules have gaps";
  }
  return text;
}

std::string coverage_text(const Rulebook& rulebook, const std::vector<CoverageCell>& cells) {
  std::vector<std::vector<std::string>> rows{{"rule"}};
  for (const Outcome outcome : k_outcomes) rows[0].push_back(heading_of(outcome));
  for (std::size_t i = 0; i < rulebook.rules.size(); ++i) {
    std::vector<std::string> row{name_of_version(rulebook.rules[i])};
    for (const Outcome outcome : k_outcomes) row.push_back(mark_of(cells, i, outcome));
    rows.push_back(std::move(row));
  }
  return plain_table(rows);
}

std::string gaps_text(const Rulebook& rulebook, const std::vector<CoverageCell>& cells) {
  std::string text;
  for (std::size_t i = 0; i < rulebook.rules.size(); ++i) {
    const Rule& rule = rulebook.rules[i];
    const std::string missing = missing_of(rulebook, cells, i);
    if (rule.maturity != Maturity::live || missing.empty()) continue;
    text += rulebook.files[static_cast<std::size_t>(rule.at.file)].path + ":" +
            std::to_string(rule.at.line) + ": " + name_of_version(rule) +
            " was not seen: " + missing + "\n";
  }
  return text;
}

std::string coverage_csv(const Rulebook& rulebook, const std::vector<CoverageCell>& cells) {
  std::string out = "rule,in_force_from,maturity,outcome,reason,seen,seen_in\n";
  for (const CoverageCell& cell : cells) {
    const Rule& rule = rulebook.rules[cell.rule];
    const std::string reason =
        cell.reason < 0 ? "" : rule.explained_by[static_cast<std::size_t>(cell.reason)].text;
    for (const std::string& text :
         {rule.id, in_force_from(rule), std::string(name_of(rule.maturity)),
          std::string(name_of(cell.outcome)), reason, std::string(cell.is_seen() ? "yes" : "no")}) {
      out += csv_cell(text) + ',';
    }
    out += csv_cell(cell.seen_in) + '\n';
  }
  return out;
}

}  // namespace tidemark::report
