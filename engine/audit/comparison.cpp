#include "audit/comparison.hpp"

#include <algorithm>
#include <map>

#include "audit/child_teams.hpp"

namespace tidemark {

namespace {

constexpr const char* k_no_team = "no team recorded";

// One side: its totals by rule and by group.
class Side {
 public:
  Side(const HeldSituation& held, const Judgements& judged)
      : rulebook_(*held.rulebook),
        judged_(judged),
        teams_(rulebook_, *held.snapshot, held.situation.as_at) {}

  [[nodiscard]] bool teams_are_recorded() const { return teams_.are_recorded(); }
  [[nodiscard]] std::string team_of(const std::string& child) { return teams_.of(child); }

  void add_rules(std::map<std::string, ComparedRule>& rules, Counts ComparedRule::*side) const {
    for (std::size_t i = 0; i < rulebook_.rules.size(); ++i) {
      const Rule& rule = rulebook_.rules[i];
      if (!runs(rule)) continue;
      ComparedRule& compared = rules[rule.id];
      compared.rule = rule.id;
      compared.title = rule.title;
      compared.severity = name_of(rule.severity);
      compared.owner = rule.owner;
      add(judged_.counts[i], compared.*side);
    }
  }

  void add_groups(bool by_team, std::map<std::string, ComparedGroup>& groups,
                  std::uint64_t ComparedGroup::*side) {
    for (const Judgement& judgement : judged_.listed) {
      const bool stands =
          judgement.verdict == Verdict::breach || judgement.verdict == Verdict::explained;
      if (!stands) continue;
      std::string name =
          by_team ? teams_.of(judgement.child) : rulebook_.rules[judgement.rule].owner;
      ++(groups[name.empty() ? k_no_team : name].*side);
    }
  }

 private:
  const Rulebook& rulebook_;
  const Judgements& judged_;
  ChildTeams teams_;
};

std::string exemption_in_words(const Exemption& exemption) {
  return "until " + iso(exemption.until) + ", decided by " + exemption.decided_by + " on " +
         iso(exemption.decided);
}

using Key = std::tuple<std::string, std::string, std::string>;
using Exemptions = std::map<Key, std::string>;

Exemptions open_exemptions(const std::vector<ExceptionLife>& lives, Day day) {
  Exemptions open;
  for (const ExceptionLife& life : lives) {
    // Decided after the as-at day it is open all the same.
    if (const Exemption* exemption = exemption_on(life, std::max(day, life.last_moved_on))) {
      open[{life.rule, life.child, life.occasion}] = exemption_in_words(*exemption);
    }
  }
  return open;
}

std::string exemption_of(const Moved& moved, const Exemptions& open) {
  for (const std::string& occasion : {moved.before.occasion, moved.now.occasion, moved.occasion}) {
    const auto found = open.find({moved.rule, moved.child, occasion});
    if (found != open.end()) return found->second;
  }
  return "";
}

std::string owner_of(const std::map<std::string, ComparedRule>& rules, const std::string& id) {
  const auto found = rules.find(id);
  return found == rules.end() ? "" : found->second.owner;
}

void count_movements(Comparison& comparison, std::map<std::string, ComparedGroup>& groups) {
  for (const ComparedException& each : comparison.moved) {
    const std::string& own = comparison.teams_are_recorded ? each.team : each.owner;
    ComparedGroup& group = groups[own.empty() ? k_no_team : own];
    const bool stood = each.moved.before.stands();
    const bool stands = each.moved.now.stands();
    group.appears += !stood && stands ? 1 : 0;
    group.disappears += stood && !stands ? 1 : 0;
  }
}

}  // namespace

std::size_t Comparison::count(Movement kind) const {
  return static_cast<std::size_t>(
      std::count_if(moved.begin(), moved.end(),
                    [&](const ComparedException& each) { return each.moved.kind == kind; }));
}

Result<Comparison> compare(const HeldSituation& before, const HeldSituation& now,
                           const std::vector<ExceptionLife>& lives, int threads) {
  Movements movements(before.situation, now.situation, threads);
  auto moved = movements.all();
  if (!moved) return moved.error();
  Comparison comparison;
  comparison.before = before.name;
  comparison.now = now.name;
  comparison.before_day = before.situation.as_at;
  comparison.now_day = now.situation.as_at;
  comparison.rule_changes = changes_of_rules(*before.rulebook, *now.rulebook);
  Side then(before, movements.judged_before()), later(now, movements.judged_now());
  std::map<std::string, ComparedRule> rules;
  then.add_rules(rules, &ComparedRule::before);
  later.add_rules(rules, &ComparedRule::now);
  comparison.teams_are_recorded = then.teams_are_recorded() && later.teams_are_recorded();
  std::map<std::string, ComparedGroup> groups;
  then.add_groups(comparison.teams_are_recorded, groups, &ComparedGroup::before);
  later.add_groups(comparison.teams_are_recorded, groups, &ComparedGroup::now);
  const Exemptions open = open_exemptions(lives, now.situation.as_at);
  for (Moved& each : moved.value()) {
    std::string team = later.team_of(each.child);
    if (team.empty()) team = then.team_of(each.child);
    std::string exemption = exemption_of(each, open);
    std::string owner = owner_of(rules, each.rule);
    comparison.moved.push_back(
        {std::move(each), std::move(owner), std::move(team), std::move(exemption)});
  }
  count_movements(comparison, groups);
  for (auto& [id, rule] : rules) comparison.rules.push_back(std::move(rule));
  for (auto& [name, group] : groups) {
    group.name = name;
    comparison.groups.push_back(std::move(group));
  }
  return comparison;
}

}  // namespace tidemark
