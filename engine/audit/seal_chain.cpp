#include "audit/seal_chain.hpp"

#include <algorithm>
#include <set>

namespace tidemark {

namespace {

std::string run_name(std::int64_t number) {
  return "run " + std::to_string(number);
}

// What the seal that this run names as the one before it tells.
std::string what_came_before(const RunRecord& run, const std::vector<RunRecord>& runs) {
  if (run.previous_seal.empty()) return "it says that no run came before it";
  const auto other = std::find_if(runs.begin(), runs.end(), [&](const RunRecord& each) {
    return each.seal == run.previous_seal;
  });
  if (other == runs.end()) return "the run that it was sealed after is not in the store as it was";
  return "it was sealed after " + run_name(other->number) + ": the order was changed";
}

void check_link(const RunRecord& run, const RunRecord* before, const std::vector<RunRecord>& runs,
                std::vector<Flaw>& flaws) {
  if (seal_of(run) != run.seal) {
    flaws.push_back(flaw_of(Check::chain, run.number,
                            run_name(run.number) +
                                " has been altered: its seal does not follow from its "
                                "record"));
  }
  const bool follows = before == nullptr ? run.number != 1 || run.previous_seal.empty()
                                         : run.previous_seal == before->seal;
  if (follows) return;
  const std::string after = before == nullptr
                                ? " is the first of the store and does not say so: "
                                : " does not follow " + run_name(before->number) + ": ";
  flaws.push_back(flaw_of(Check::chain, run.number,
                          run_name(run.number) + after + what_came_before(run, runs)));
}

}  // namespace

std::vector<Flaw> flaws_of_chain(const std::vector<RunRecord>& runs,
                                 const std::vector<std::int64_t>& missing,
                                 const std::string& known_seal) {
  std::vector<Flaw> flaws;
  std::set<std::int64_t> gone(missing.begin(), missing.end());
  std::int64_t expected = 1;
  const RunRecord* before = nullptr;
  for (const RunRecord& run : runs) {
    for (; expected < run.number; ++expected) gone.insert(expected);
    const bool gap = before != nullptr && before->number + 1 != run.number;
    check_link(run, gap ? nullptr : before, runs, flaws);
    before = &run;
    expected = run.number + 1;
  }
  for (const std::int64_t number : gone) {
    flaws.push_back(flaw_of(Check::chain, number, run_name(number) + " has been removed"));
  }
  std::stable_sort(flaws.begin(), flaws.end(),
                   [](const Flaw& a, const Flaw& b) { return a.run < b.run; });
  const bool known =
      known_seal.empty() || std::any_of(runs.begin(), runs.end(), [&](const RunRecord& run) {
        return run.seal == known_seal && seal_of(run) == run.seal;
      });
  if (!known) {
    flaws.push_back(flaw_of(Check::chain, 0,
                            "no run has the seal " + known_seal +
                                ": the run that had it was removed, or the chain was made anew"));
  }
  return flaws;
}

}  // namespace tidemark
