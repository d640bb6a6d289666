#include "report/pack.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

namespace tidemark::report {

namespace {

constexpr std::size_t k_verdicts = static_cast<std::size_t>(Verdict::error) + 1;

std::size_t slot(std::size_t rule, Verdict verdict) {
  return rule * k_verdicts + static_cast<std::size_t>(verdict);
}

std::vector<std::size_t> reading_order(const std::vector<Rule>& rules) {
  std::vector<std::size_t> order(rules.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto place = [&](std::size_t i) {
      return std::make_tuple(rules[i].maturity != Maturity::live, rules[i].severity);
    };
    return place(a) < place(b);
  });
  return order;
}

}  // namespace

Pack::Pack(const AuditRun& run, std::string snapshot_path)
    : run_(run),
      snapshot_path_(std::move(snapshot_path)),
      rules_(reading_order(run.rulebook->rules)),
      listed_(run.rulebook->rules.size() * k_verdicts) {
  for (std::size_t i = 0; i < run.findings.size(); ++i) {
    const Judgement& judgement = run.findings[i].judgement;
    listed_[slot(judgement.rule, judgement.verdict)].push_back(i);
  }
  for (auto& indexes : listed_) {
    std::stable_sort(indexes.begin(), indexes.end(), [&](std::size_t a, std::size_t b) {
      return run.findings[a].judgement.days_over > run.findings[b].judgement.days_over;
    });
  }
}

const Rule& Pack::rule_of(const Finding& finding) const {
  return rulebook().rules[finding.judgement.rule];
}

const std::vector<std::size_t>& Pack::of(std::size_t rule, Verdict verdict) const {
  return listed_[slot(rule, verdict)];
}

std::string Pack::change_of(std::size_t index) const {
  const Verdict verdict = run_.findings[index].judgement.verdict;
  if (verdict != Verdict::breach && verdict != Verdict::explained) return {};
  if (!run_.compared_with.has_value()) return name_of(Change::raised);
  return index < run_.since_last.changes.size() ? name_of(run_.since_last.changes[index]) : "";
}

Counts Pack::totals() const {
  Counts sum;
  for (const Counts& counts : run_.judgements.counts) add(counts, sum);
  return sum;
}

Counts Pack::live_totals() const {
  Counts sum;
  for (std::size_t i = 0; i < rulebook().rules.size(); ++i) {
    if (rulebook().rules[i].maturity == Maturity::live) add(run_.judgements.counts[i], sum);
  }
  return sum;
}

std::uint64_t Pack::rules_not_loaded() const {
  std::set<std::string> files;  // one rule a file; a file may have several things wrong with it
  for (const RuleProblem& problem : rulebook().problems) {
    if (problem.fatal) files.insert(problem.file);
  }
  return files.size();
}

std::string title_of(const Rule& rule) {
  std::string title = rule.title + (rule.maturity == Maturity::live ? "" : " (on trial)");
  if (!rule.in_force.has_value()) return title;
  const InForce& law = *rule.in_force;
  std::string days;
  if (law.from != k_earliest) days += "from " + in_words(law.from);
  if (law.to != k_latest) days += (days.empty() ? "to " : " to ") + in_words(law.to);
  return days.empty() ? title : title + " (in force " + days + ")";
}

}  // namespace tidemark::report
