// The ten reference rules (rules/*.lua), run by the ordinary engine.
//   contender FOLDER YYYY-MM-DD OUTFILE        threads: TIDEMARK_THREADS, else 1
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "calendar/day.hpp"
#include "evaluate/judge.hpp"
#include "exceptions_csv.hpp"
#include "rulebook/rulebook.hpp"
#include "snapshot/load.hpp"

namespace tidemark::bench {
namespace {

[[noreturn]] void give_up(const std::string& message) {
  std::fprintf(stderr, "contender: %s\n", message.c_str());
  std::exit(2);
}

template <class T>
T value_or_give_up(Result<T> result) {
  if (!result) give_up(result.error().message);
  return std::move(result).value();
}

int threads_wanted() {
  const char* text = std::getenv("TIDEMARK_THREADS");
  const int threads = text == nullptr ? 1 : std::atoi(text);
  if (threads < 1) give_up("TIDEMARK_THREADS is not a number of threads");
  return threads;
}

// Any problem with the rules ends the run: a benchmark of nine rules is no benchmark of ten.
Rulebook load_rules(const std::string& folder) {
  std::vector<RuleFile> files = value_or_give_up(read_rule_files(folder));
  Rulebook rulebook = value_or_give_up(load_rulebook(std::move(files), folder));
  for (const RuleProblem& problem : rulebook.problems) {
    if (problem.fatal) give_up(problem.message);
  }
  mark_wanted(rulebook.sources, rulebook.model, wanted_fields(rulebook));
  return rulebook;
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void run(const std::string& folder, Day as_at, const std::string& out, int threads) {
  const Rulebook rulebook = load_rules(TIDEMARK_BENCH_RULES);
  const auto start = std::chrono::steady_clock::now();
  const Snapshot snapshot = value_or_give_up(
      load_snapshot(folder, rulebook.sources, {.threads = threads, .progress = {}}));
  const double loaded = seconds_since(start);
  const Judgements judgements =
      judge(rulebook, snapshot, as_at, {.threads = threads, .list_due_by = k_earliest});
  const double judged = seconds_since(start);
  value_or_give_up(write_exceptions(out, rulebook, snapshot, judgements.listed));
  std::fprintf(stderr, "TIMES load=%.6f eval=%.6f write=%.6f\n", loaded, judged - loaded,
               seconds_since(start) - judged);
}

}  // namespace
}  // namespace tidemark::bench

int main(int argc, char** argv) {
  using namespace tidemark::bench;
  if (argc != 4) give_up("usage: contender FOLDER YYYY-MM-DD OUTFILE");
  const std::optional<tidemark::Day> as_at = tidemark::parse_iso(argv[2]);
  if (!as_at) give_up(std::string(argv[2]) + " is not a date (YYYY-MM-DD)");
  run(argv[1], *as_at, argv[3], threads_wanted());
}
