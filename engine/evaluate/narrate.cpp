#include <algorithm>
#include <thread>

#include "evaluate/judge.hpp"
#include "evaluate/narrator.hpp"

namespace tidemark {

std::vector<Finding> narrate(const Rulebook& rulebook, const Snapshot& snapshot, Day as_at,
                             const std::vector<Judgement>& judgements, int threads) {
  const Plan plan(rulebook, snapshot.pools.texts);
  std::vector<Finding> findings(judgements.size());
  // Grouped by child, so that a child's case is opened once.
  std::vector<std::uint32_t> order(judgements.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return judgements[a].child < judgements[b].child;
  });
  const auto share = [&](std::size_t begin, std::size_t end) {
    CaseView view(snapshot, rulebook.model, rulebook.sources, as_at);
    Evaluator evaluator(plan);
    Narrator narrator(evaluator, &view);
    std::uint32_t open = ChildIndex::k_none;
    for (std::size_t i = begin; i < end; ++i) {
      const Judgement& judgement = judgements[order[i]];
      if (judgement.child != open) {
        evaluator.start(view.open(judgement.child));
        open = judgement.child;
      }
      Finding& finding = findings[order[i]];
      finding = narrator.finding(judgement);
      finding.child = std::string(snapshot.children.id(judgement.child));
    }
  };
  const auto n = static_cast<std::size_t>(std::clamp(threads, 1, 64));
  std::vector<std::thread> workers;
  for (std::size_t t = 1; t < n; ++t) {
    workers.emplace_back(share, order.size() * t / n, order.size() * (t + 1) / n);
  }
  share(0, order.size() / n);
  for (std::thread& worker : workers) worker.join();
  return findings;
}

}  // namespace tidemark
