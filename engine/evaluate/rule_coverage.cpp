#include "evaluate/rule_coverage.hpp"

#include "evaluate/probes.hpp"

namespace tidemark {
namespace {

// An answer that the limit, the stop or a count can leave open although the clock is known.
bool can_leave_answer_open(const Rule& rule) {
  return rule.breach_when != k_no_expr || rule.due != k_no_expr || rule.stops != k_no_expr ||
         rule.limits.size() > 1 || (!rule.limits.empty() && rule.limits[0].when != k_no_expr);
}

// With `due` the clock is only shown.
bool runs_from_clock(const Rule& rule) {
  return rule.clock != k_no_expr && !rule.limits.empty();
}

bool can_be(const Rule& rule, Outcome outcome) {
  const bool timed = rule.breach_when == k_no_expr;
  switch (outcome) {
    case Outcome::due_soon:
      return timed ? rule.amber.has_value() : rule.amber_when != k_no_expr;
    case Outcome::met_late:
      return timed && rule.stops != k_no_expr;
    case Outcome::population_open:
      return rule.applies != k_no_expr;
    case Outcome::clock_open:
      return runs_from_clock(rule);
    case Outcome::answer_open:
      return can_leave_answer_open(rule);
    default:
      return true;
  }
}

bool shows_open(const Rule& rule, Outcome outcome, const Judgement& said) {
  if (said.population_undecided) return outcome == Outcome::population_open;
  const bool clock_open = runs_from_clock(rule) && !said.clock.is_exact();
  return outcome == (clock_open ? Outcome::clock_open : Outcome::answer_open);
}

void mark(const Rulebook& rulebook, const std::vector<CheckResult>& results, const char* kind,
          std::vector<CoverageCell>& cells) {
  for (CoverageCell& cell : cells) {
    for (const CheckResult& result : results) {
      if (cell.is_seen()) break;
      if (!result.passed || result.said.rule != cell.rule) continue;
      if (!shows(rulebook.rules[cell.rule], cell, result.said, result.lacks_table)) continue;
      cell.seen_in = std::string(kind) + " \"" + result.name + "\"";
    }
  }
}

}  // namespace

const char* name_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::breach:
      return "breach";
    case Outcome::no_breach:
      return "no_breach";
    case Outcome::due_soon:
      return "due_soon";
    case Outcome::explained:
      return "explained";
    case Outcome::met_late:
      return "met_late";
    case Outcome::population_open:
      return "population_open";
    case Outcome::clock_open:
      return "clock_open";
    case Outcome::answer_open:
      return "answer_open";
    case Outcome::table_not_supplied:
      return "table_not_supplied";
  }
  return "";
}

std::vector<CoverageCell> outcomes_of(const Rulebook& rulebook, std::size_t index) {
  const Rule& rule = rulebook.rules[index];
  std::vector<CoverageCell> cells;
  for (int o = 0; o <= static_cast<int>(Outcome::table_not_supplied); ++o) {
    const auto outcome = static_cast<Outcome>(o);
    if (outcome == Outcome::explained) {
      for (std::size_t i = 0; i < rule.explained_by.size(); ++i) {
        cells.push_back({index, outcome, static_cast<int>(i), ""});
      }
    } else if (can_be(rule, outcome)) {
      cells.push_back({index, outcome, -1, ""});
    }
  }
  return cells;
}

bool shows(const Rule& rule, const CoverageCell& cell, const Judgement& said, bool lacks_table) {
  switch (said.verdict) {
    case Verdict::breach:
      return cell.outcome == Outcome::breach;
    case Verdict::on_track:
    case Verdict::not_applicable:
      return cell.outcome == Outcome::no_breach;
    case Verdict::due_soon:
      return cell.outcome == Outcome::due_soon;
    case Verdict::explained:
      return cell.outcome == Outcome::explained && cell.reason == said.reason;
    case Verdict::met_late:
      return cell.outcome == Outcome::met_late;
    case Verdict::cannot_decide:
      if (lacks_table) return cell.outcome == Outcome::table_not_supplied;
      return shows_open(rule, cell.outcome, said);
    case Verdict::error:
      break;
  }
  return false;
}

std::vector<CoverageCell> rule_coverage(const Rulebook& rulebook,
                                        const std::vector<CheckResult>& examples,
                                        const std::vector<CheckResult>& edge_cases) {
  std::vector<CoverageCell> cells;
  for (std::size_t i = 0; i < rulebook.rules.size(); ++i) {
    for (CoverageCell& cell : outcomes_of(rulebook, i)) cells.push_back(std::move(cell));
  }
  mark(rulebook, examples, "example", cells);
  mark(rulebook, edge_cases, "edge case", cells);
  Probes probes(rulebook);
  for (CoverageCell& cell : cells) {
    if (!cell.is_seen()) cell.seen_in = probes.seen_in(cell);
  }
  return cells;
}

}  // namespace tidemark
