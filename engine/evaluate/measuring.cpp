#include "evaluate/measuring.hpp"

#include <algorithm>
#include <thread>

#include "evaluate/measurer.hpp"

namespace tidemark {
namespace {

// What is asked as at one day: by first day, the places in the list of questions.
using ByFirstDay = std::map<Day, std::vector<std::size_t>>;

void measure_children(const Plan& plan, const Snapshot& snapshot, const std::vector<Asked>& asked,
                      Day as_at, const ByFirstDay& by_first_day, std::uint32_t begin,
                      std::uint32_t end, std::vector<Tally>& tallies) {
  const Rulebook& rulebook = plan.rulebook();
  CaseView view(snapshot, rulebook.model, rulebook.sources, as_at);
  Evaluator evaluator(plan);
  Measurer measurer(evaluator, &view);
  for (std::uint32_t child = begin; child < end; ++child) {
    const ChildCase& child_case = view.open(child);
    for (const auto& [first, places] : by_first_day) {
      evaluator.begin_period(first);
      evaluator.start(child_case);
      for (const std::size_t at : places) {
        measurer.tally(rulebook.measures[static_cast<std::size_t>(asked[at].measure)], tallies[at]);
      }
    }
  }
}

}  // namespace

void Sum::add(const Sum& other) {
  lo += other.lo;
  hi += other.hi;
  open_lo = open_lo || other.open_lo;
  open_hi = open_hi || other.open_hi;
  undecided += other.undecided;
}

void Spread::add(const Spread& other) {
  sum.add(other.sum);
  count += other.count;
  known += other.known;
  known_count += other.known_count;
  without += other.without;
  maybe.insert(maybe.end(), other.maybe.begin(), other.maybe.end());
}

void Tally::add(const Tally& other) {
  counts.add(other.counts);
  of.add(other.of);
  parts.resize(std::max(parts.size(), other.parts.size()));
  for (std::size_t i = 0; i < other.parts.size(); ++i) parts[i].add(other.parts[i]);
  spread.add(other.spread);
  for (const auto& [cause, count] : other.causes) causes[cause] += count;
  not_supplied.insert(other.not_supplied.begin(), other.not_supplied.end());
  if (error.empty()) error = other.error;
}

std::vector<Tally> measure(const Rulebook& rulebook, const Snapshot& snapshot,
                           const std::vector<Asked>& asked, int threads) {
  const Plan plan(rulebook, snapshot.pools.texts);
  std::map<Day, ByFirstDay> by_last_day;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    by_last_day[asked[i].to][asked[i].from].push_back(i);
  }
  const auto children = static_cast<std::uint32_t>(snapshot.children.size());
  const auto count = static_cast<std::uint32_t>(std::clamp(threads, 1, 64));
  const auto bound = [&](std::uint32_t i) {
    return static_cast<std::uint32_t>(std::uint64_t{children} * i / count);
  };
  std::vector<std::vector<Tally>> shares(count, std::vector<Tally>(asked.size()));
  const auto work = [&](std::uint32_t i) {
    for (const auto& [as_at, by_first_day] : by_last_day) {
      measure_children(plan, snapshot, asked, as_at, by_first_day, bound(i), bound(i + 1),
                       shares[i]);
    }
  };
  std::vector<std::thread> workers;
  for (std::uint32_t i = 1; i < count; ++i) workers.emplace_back(work, i);
  work(0);
  for (std::thread& worker : workers) worker.join();
  std::vector<Tally> result = std::move(shares[0]);
  for (std::uint32_t i = 1; i < count; ++i) {
    for (std::size_t at = 0; at < asked.size(); ++at) result[at].add(shares[i][at]);
  }
  return result;
}

}  // namespace tidemark
