#include "audit/finding_pass.hpp"

#include <algorithm>
#include <tuple>

namespace tidemark {

namespace {

constexpr std::size_t k_batch = 8192;

auto key_of(const Finding& f) {
  return std::tie(f.rule, f.child, f.occasion);
}

// The end of the judgements that share the first one's rule id: all versions of a rule.
std::size_t end_of_rule(const Rulebook& rulebook, const std::vector<Judgement>& listed,
                        std::size_t begin) {
  const std::string& id = rulebook.rules[listed[begin].rule].id;
  std::size_t end = begin;
  while (end < listed.size() && rulebook.rules[listed[end].rule].id == id) ++end;
  return end;
}

// The judgements of one rule by child; those of its versions come one after another in `listed`.
std::vector<Judgement> by_child(const std::vector<Judgement>& listed, std::size_t begin,
                                std::size_t end, const std::vector<std::uint32_t>& ranks) {
  std::vector<Judgement> of_rule(listed.begin() + static_cast<std::ptrdiff_t>(begin),
                                 listed.begin() + static_cast<std::ptrdiff_t>(end));
  if (of_rule.front().rule != of_rule.back().rule) {
    std::stable_sort(of_rule.begin(), of_rule.end(), [&](const Judgement& a, const Judgement& b) {
      return ranks[a.child] < ranks[b.child];
    });
  }
  return of_rule;
}

std::size_t end_of_batch(const std::vector<Judgement>& of_rule, std::size_t begin) {
  std::size_t end = std::min(begin + k_batch, of_rule.size());
  // A child's occasions are put in order among themselves, so they stay together.
  while (end < of_rule.size() && of_rule[end].child == of_rule[end - 1].child) ++end;
  return end;
}

}  // namespace

Status each_finding(const Rulebook& rulebook, const Snapshot& snapshot, Day as_at,
                    const std::vector<Judgement>& listed, int threads,
                    const std::function<Status(Finding&&)>& take) {
  const std::vector<std::uint32_t> ranks = snapshot.children.ranks();
  for (std::size_t begin = 0; begin < listed.size();) {
    const std::size_t end = end_of_rule(rulebook, listed, begin);
    const std::vector<Judgement> of_rule = by_child(listed, begin, end, ranks);
    for (std::size_t at = 0; at < of_rule.size();) {
      const std::size_t stop = end_of_batch(of_rule, at);
      const std::vector<Judgement> batch(of_rule.begin() + static_cast<std::ptrdiff_t>(at),
                                         of_rule.begin() + static_cast<std::ptrdiff_t>(stop));
      std::vector<Finding> findings = narrate(rulebook, snapshot, as_at, batch, threads);
      std::stable_sort(findings.begin(), findings.end(),
                       [](const Finding& a, const Finding& b) { return key_of(a) < key_of(b); });
      for (Finding& finding : findings) {
        if (Status taken = take(std::move(finding)); !taken) return taken;
      }
      at = stop;
    }
    begin = end;
  }
  return Done{};
}

std::vector<Finding> coming_findings(const Rulebook& rulebook, const Snapshot& snapshot, Day as_at,
                                     const std::vector<Judgement>& coming,
                                     const std::vector<Finding>& findings, int threads) {
  std::vector<Finding> out = narrate(rulebook, snapshot, as_at, coming, threads);
  for (const Finding& finding : findings) {
    if (finding.judgement.verdict == Verdict::due_soon) out.push_back(finding);
  }
  std::stable_sort(out.begin(), out.end(), [](const Finding& a, const Finding& b) {
    const Date &due_a = a.judgement.due, &due_b = b.judgement.due;
    return std::tuple(due_a.lo, due_a.hi, key_of(a)) < std::tuple(due_b.lo, due_b.hi, key_of(b));
  });
  return out;
}

}  // namespace tidemark
