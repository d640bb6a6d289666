#include "evaluate/judge.hpp"

#include <algorithm>
#include <thread>

#include "evaluate/rule_judge.hpp"
#include "snapshot/table_feeds.hpp"

namespace tidemark {
namespace {

// What one thread found for its share of the children.
struct Share {
  std::vector<Judgement> listed, coming;
  std::vector<Counts> counts;
};

void tally(const Judgement& judgement, Counts& counts) {
  if (judgement.population_undecided) {
    ++counts.population_undecided;
    return;
  }
  ++counts.population;
  switch (judgement.verdict) {
    case Verdict::on_track:
      ++counts.on_track;
      break;
    case Verdict::due_soon:
      ++counts.due_soon;
      break;
    case Verdict::breach:
      ++counts.breach;
      break;
    case Verdict::explained:
      ++counts.explained;
      break;
    case Verdict::met_late:
      ++counts.met_late;
      break;
    case Verdict::cannot_decide:
      ++counts.cannot_decide;
      break;
    default:
      ++counts.error;
      break;
  }
}

void judge_children(const Plan& plan, const Snapshot& snapshot, Day as_at, Day list_due_by,
                    std::uint32_t begin, std::uint32_t end, Share& share) {
  const Rulebook& rulebook = plan.rulebook();
  CaseView view(snapshot, rulebook.model, rulebook.sources, as_at);
  Evaluator evaluator(plan);
  RuleJudge rule_judge(evaluator);
  share.counts.resize(rulebook.rules.size());
  std::vector<std::size_t> running;
  for (std::size_t rule = 0; rule < rulebook.rules.size(); ++rule) {
    if (runs(rulebook.rules[rule])) running.push_back(rule);
  }
  std::vector<Judgement> said;
  for (std::uint32_t child = begin; child < end; ++child) {
    evaluator.start(view.open(child));
    for (const std::size_t rule : running) {
      said.clear();
      rule_judge.judge(rule, said);
      for (const Judgement& judgement : said) {
        if (judgement.verdict == Verdict::not_applicable) continue;
        tally(judgement, share.counts[rule]);
        if (judgement.verdict != Verdict::on_track) {
          share.listed.push_back(judgement);
        } else if (!judgement.has_stopped && !judgement.due.is_absent() &&
                   judgement.due.lo <= list_due_by) {
          share.coming.push_back(judgement);
        }
      }
    }
  }
}

// Rule, child id, row: the order of every list, whatever the number of threads. Children are put in
// order first, then rules, each by one stable pass of counting.
std::vector<Judgement> in_order(std::vector<Judgement> judgements, std::size_t rules,
                                const std::vector<std::uint32_t>& ranks) {
  std::vector<std::uint32_t> by_child(ranks.size() + 1, 0);
  for (const Judgement& j : judgements) ++by_child[ranks[j.child] + 1];
  for (std::size_t i = 1; i < by_child.size(); ++i) by_child[i] += by_child[i - 1];
  std::vector<std::uint32_t> order(judgements.size());
  for (std::uint32_t i = 0; i < judgements.size(); ++i) {
    order[by_child[ranks[judgements[i].child]]++] = i;
  }
  std::vector<std::uint32_t> by_rule(rules + 1, 0);
  for (const Judgement& j : judgements) ++by_rule[j.rule + std::size_t{1}];
  for (std::size_t i = 1; i < by_rule.size(); ++i) by_rule[i] += by_rule[i - 1];
  std::vector<Judgement> sorted(judgements.size());
  for (const std::uint32_t i : order) sorted[by_rule[judgements[i].rule]++] = judgements[i];
  return sorted;
}

}  // namespace

bool runs(const Rule& rule) {
  return rule.maturity == Maturity::live || rule.maturity == Maturity::trial;
}

void add(const Counts& more, Counts& total) {
  total.population += more.population;
  total.on_track += more.on_track;
  total.due_soon += more.due_soon;
  total.breach += more.breach;
  total.explained += more.explained;
  total.met_late += more.met_late;
  total.cannot_decide += more.cannot_decide;
  total.error += more.error;
  total.population_undecided += more.population_undecided;
}

Judgements judge(const Rulebook& rulebook, const Snapshot& snapshot, Day as_at,
                 const JudgeOptions& options) {
  const Plan plan(rulebook, snapshot.pools.texts,
                  missing_tables(snapshot, rulebook.model, rulebook.sources));
  const auto children = static_cast<std::uint32_t>(snapshot.children.size());
  const auto threads = static_cast<std::uint32_t>(std::clamp(options.threads, 1, 64));
  std::vector<Share> shares(threads);
  std::vector<std::thread> workers;
  const auto bound = [&](std::uint32_t i) {
    return static_cast<std::uint32_t>(std::uint64_t{children} * i / threads);
  };
  for (std::uint32_t i = 1; i < threads; ++i) {
    workers.emplace_back([&, i] {
      judge_children(plan, snapshot, as_at, options.list_due_by, bound(i), bound(i + 1), shares[i]);
    });
  }
  judge_children(plan, snapshot, as_at, options.list_due_by, 0, bound(1), shares[0]);
  for (std::thread& worker : workers) worker.join();

  Judgements result;
  result.counts.resize(rulebook.rules.size());
  for (std::uint32_t i = 0; i < threads; ++i) {
    for (std::size_t rule = 0; rule < rulebook.rules.size(); ++rule) {
      add(shares[i].counts[rule], result.counts[rule]);
    }
    if (i == 0) {
      result.listed = std::move(shares[0].listed);
      result.coming = std::move(shares[0].coming);
      continue;
    }
    result.listed.insert(result.listed.end(), shares[i].listed.begin(), shares[i].listed.end());
    result.coming.insert(result.coming.end(), shares[i].coming.begin(), shares[i].coming.end());
  }
  const std::vector<std::uint32_t> ranks = snapshot.children.ranks();
  result.listed = in_order(std::move(result.listed), rulebook.rules.size(), ranks);
  result.coming = in_order(std::move(result.coming), rulebook.rules.size(), ranks);
  return result;
}

}  // namespace tidemark
