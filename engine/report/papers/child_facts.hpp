// ChildFacts: what papers show of a child that no rule says: age band, team, worker, and the lanes
// of the picture of the record. Which fields those are, rules/papers.lua says. One ChildFacts
// belongs to one thread; the run must outlive it.
#pragma once

#include <string>
#include <vector>

#include "audit/run.hpp"
#include "report/timeline.hpp"
#include "rulebook/paper_shape.hpp"
#include "snapshot/case_view.hpp"

namespace tidemark::report {

struct ChildFact {
  std::string age_band;      // "5-9", "2-4 or 5-9" where the record leaves it open, "not known"
  std::string team, worker;  // "" where the record has none
};

class ChildFacts {
 public:
  ChildFacts(const AuditRun& run, const PaperShape& shape);

  [[nodiscard]] ChildFact of(const std::string& child);
  // Rows in force or held from `from` on, as at the run's day.
  [[nodiscard]] std::vector<TimelineLane> lanes(const std::string& child, Day from);

 private:
  [[nodiscard]] std::string latest(const ChildCase& seen, const FieldNamed& named) const;
  [[nodiscard]] TimelineLane lane(const ChildCase& seen, const PaperLane& shape, Day from) const;
  [[nodiscard]] std::string label(const ChildCase& seen, const FieldNamed& named,
                                  std::uint32_t row) const;
  void add_gap(const ChildCase& seen, const FieldNamed& named, Day from, TimelineLane& lane) const;

  const AuditRun& run_;
  const PaperShape& shape_;
  CaseView view_;
};

// 0-1, 2-4, 5-9, 10-15, 16-17, "18 or over".
[[nodiscard]] std::string age_band(int years);

}  // namespace tidemark::report
