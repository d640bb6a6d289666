#include "audit/undecided.hpp"

namespace tidemark {

namespace {

// A cell of a column that did not come has no heading.
bool is_about_a_table(const Evidence& cell) {
  return !cell.note.empty() && (cell.file.empty() || cell.source_column.empty());
}

}  // namespace

// The reason names the cells that decided; other cells may have been read on the way.
std::string missing_table_of(const Finding& finding) {
  bool waits = false, own_cell = false;
  for (const Evidence& cell : finding.evidence) {
    const bool decided = !cell.note.empty() && finding.reason.find(cell.note) != std::string::npos;
    if (decided && is_about_a_table(cell)) return cell.note;
    waits = waits || is_about_a_table(cell);
    own_cell = own_cell || decided;
  }
  // "it fell due before 1 Apr 2017, the first day that the list of reviews covers"
  return waits && !own_cell ? finding.reason : std::string();
}

bool UndecidedTally::take(const Finding& finding) {
  const std::string words = missing_table_of(finding);
  if (words.empty()) return ++own_[finding.judgement.rule] <= k_held_of_own_cause;
  return ++by_words_[words][finding.judgement.rule] <= k_held_for_a_table;
}

std::vector<MissingTable> UndecidedTally::missing_tables() const {
  std::vector<MissingTable> out;
  for (const auto& [words, by_rule] : by_words_) out.push_back({words, by_rule});
  return out;
}

std::uint64_t UndecidedTally::own_causes(std::size_t rule) const {
  const auto found = own_.find(rule);
  return found == own_.end() ? 0 : found->second;
}

}  // namespace tidemark
