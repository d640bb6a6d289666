// What a folder of rules costs on a folder of data, and which of its rules cost most.
//   whole RULES DATA YYYY-MM-DD [--each]     on one thread
// Prints seconds of reading and judging, best of three, and the peak of memory; with --each also
// what each rule costs by itself, beyond opening every child for no rule at all.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "calendar/day.hpp"
#include "evaluate/judge.hpp"
#include "rulebook/rulebook.hpp"
#include "snapshot/load.hpp"

namespace tidemark::bench {
namespace {

constexpr int k_rounds = 3;

[[noreturn]] void give_up(const std::string& message) {
  std::fprintf(stderr, "whole: %s\n", message.c_str());
  std::exit(2);
}

template <class T>
T value_or_give_up(Result<T> result) {
  if (!result) give_up(result.error().message);
  return std::move(result).value();
}

Rulebook load_rules(const std::string& folder) {
  Rulebook rulebook =
      value_or_give_up(load_rulebook(value_or_give_up(read_rule_files(folder)), folder));
  for (const RuleProblem& problem : rulebook.problems) {
    if (problem.fatal) give_up(problem.message);
  }
  mark_wanted(rulebook.sources, rulebook.model, wanted_fields(rulebook));
  return rulebook;
}

template <class Work>
double seconds(Work work) {
  double best = 1e9;
  for (int round = 0; round < k_rounds; ++round) {
    const auto start = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    best = std::min(best, took.count());
  }
  return best;
}

double judging(const Rulebook& rulebook, const Snapshot& snapshot, Day as_at) {
  return seconds([&] {
    const Judgements said =
        judge(rulebook, snapshot, as_at, {.threads = 1, .list_due_by = k_earliest});
    if (said.counts.size() != rulebook.rules.size()) give_up("a rule was not judged");
  });
}

void print_each(Rulebook rulebook, const Snapshot& snapshot, Day as_at) {
  const std::vector<Rule> rules = std::move(rulebook.rules);
  rulebook.rules.clear();
  const double nothing = judging(rulebook, snapshot, as_at);
  std::printf("opening every child for no rule: %.3f s\n", nothing);
  std::vector<std::pair<double, std::string>> cost;
  for (const Rule& rule : rules) {
    rulebook.rules = {rule};
    cost.emplace_back(judging(rulebook, snapshot, as_at) - nothing, rule.id);
  }
  std::sort(cost.rbegin(), cost.rend());
  for (const auto& [took, id] : cost) std::printf("%8.3f s  %s\n", took, id.c_str());
}

void run(const std::string& rules, const std::string& data, Day as_at, bool each) {
  const Rulebook rulebook = load_rules(rules);
  Snapshot snapshot;
  const double reading = seconds([&] {
    snapshot =
        value_or_give_up(load_snapshot(data, rulebook.sources, {.threads = 1, .progress = {}}));
  });
  const double judged = judging(rulebook, snapshot, as_at);
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  std::printf("%zu rules, %zu children: reading %.3f s, judging %.3f s, peak %ld MB\n",
              rulebook.rules.size(), snapshot.children.size(), reading, judged,
              used.ru_maxrss / 1024);
  if (each) print_each(rulebook, snapshot, as_at);
}

}  // namespace
}  // namespace tidemark::bench

int main(int argc, char** argv) {
  using namespace tidemark::bench;
  if (argc < 4) give_up("usage: whole RULES DATA YYYY-MM-DD [--each]");
  const std::optional<tidemark::Day> as_at = tidemark::parse_iso(argv[3]);
  if (!as_at) give_up(std::string(argv[3]) + " is not a date (YYYY-MM-DD)");
  run(argv[1], argv[2], *as_at, argc > 4 && std::strcmp(argv[4], "--each") == 0);
}
