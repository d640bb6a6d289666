// ChildJudge: one child under one rule at a time, with words and cells, as judge() and narrate()
// would say it of all. For asking again and again about a few children: what it needs is built
// once. Belongs to one thread; the rulebook and the snapshot must outlive it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "evaluate/judge.hpp"

namespace tidemark {

class ChildJudge {
 public:
  ChildJudge(const Rulebook& rulebook, const Snapshot& snapshot, Day as_at);
  ~ChildJudge();
  ChildJudge(ChildJudge&&) noexcept;

  // What every version of the rule that runs says of the child, not_applicable included; nothing
  // where no such rule runs or the snapshot does not have the child.
  [[nodiscard]] std::vector<Finding> findings(const std::string& child, const std::string& rule);
  [[nodiscard]] bool has_child(const std::string& child) const;
  // "no court list was supplied" for a table of the model that did not come, else "".
  [[nodiscard]] std::string why_missing(int table) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace tidemark
