// PaperShape: what papers show of a child beside what the rules say, and which rules fill which
// part of a panel's agenda, as rules/papers.lua declares it. The engine knows no such table or rule
// by name. Values only; any thread.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "rulebook/rulebook.hpp"

namespace tidemark {

// A field of a case table; `field` is -1 where only the rows' dates matter.
struct FieldNamed {
  int table = -1;
  int field = -1;
  [[nodiscard]] bool is_there() const { return table >= 0; }
};

// A lane of the picture of a child's record: the rows of one or more tables.
struct PaperLane {
  std::string title;
  std::vector<FieldNamed> rows;
};

struct PaperShape {
  FieldNamed birth, worker, team;
  std::vector<PaperLane> lanes;
  // Ids of rules; those that a rulebook lacks say nothing.
  std::vector<std::string> actions, exemptions, no_tracker, recording;
};

// Nothing in it where the rulebook has no papers.lua; ErrorKind::rules names the file's mistake.
[[nodiscard]] Result<PaperShape> paper_shape(const Rulebook& rulebook);

}  // namespace tidemark
