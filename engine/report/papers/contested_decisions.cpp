#include "report/papers/contested_decisions.hpp"

#include <map>
#include <tuple>

namespace tidemark::report {

namespace {

// Does it say how the exception is to stand?
bool settles(Decision decision) {
  return decision != Decision::set_action && decision != Decision::record_wrong;
}

bool same(const FilledDecision& a, const FilledDecision& b) {
  const auto cells = [](const FilledDecision& one) {
    return std::tie(one.decision, one.maker, one.role, one.on, one.until, one.code, one.why,
                    one.meeting, one.evidence, one.owner);
  };
  return cells(a) == cells(b);
}

}  // namespace

std::set<std::pair<std::int64_t, std::string>> contested_in(const std::vector<FilledRow>& rows) {
  std::map<std::pair<std::int64_t, std::string>, FilledDecision> first;
  std::set<std::pair<std::int64_t, std::string>> contested;
  for (const FilledRow& row : rows) {
    const auto read = decision_in(row);
    const std::optional<FilledDecision> decided = read ? read.value() : std::nullopt;
    if (!decided || !settles(decided->decision)) continue;
    const FilledDecision& filled = *decided;
    std::pair key{filled.pack, filled.reference};
    const auto [known, is_first] = first.try_emplace(key, filled);
    if (!is_first && !same(known->second, filled)) contested.insert(std::move(key));
  }
  return contested;
}

}  // namespace tidemark::report
