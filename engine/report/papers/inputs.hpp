// PaperInputs: everything that a paper is written from. Points into what the caller keeps alive;
// any thread may read it. Reads no clock: every day and moment is given.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "audit/measures.hpp"
#include "audit/public_figures.hpp"
#include "audit/run.hpp"
#include "casework/life.hpp"
#include "report/document.hpp"
#include "report/papers/known_ids.hpp"
#include "report/papers/pseudonyms.hpp"
#include "rulebook/paper_shape.hpp"

namespace tidemark::report {

// What a run counted of all live rules, for a trend.
struct RunSum {
  std::int64_t run = 0;
  Day as_at = 0;
  std::uint64_t breach = 0, explained = 0, due_soon = 0, cannot_decide = 0;
};

// The pack before this one of the same kind.
struct PackBefore {
  std::int64_t number = 0;  // 0: none was issued; the day was given
  Day held_on = 0;
  Day as_at = 0;         // of its run; without a number the day that was given
  std::int64_t run = 0;  // 0: a day was given, and nothing else is known of it
  std::string issued_at{};

  // Could that pack tell of it? What a later run found it could not, also where that run looked at
  // the same day; nor what people recorded once it was issued, whatever day they gave.
  [[nodiscard]] bool knew(const Event& event) const;
};

struct PaperInputs {
  const AuditRun& run;
  const std::vector<ExceptionLife>& lives;  // all of the store; may be empty
  const Pseudonyms& names;
  const KnownIds& ids;  // of the same run and lives
  const PaperShape& shape;
  Day held_on = 0;  // the day of the meeting, or for which the paper is made
  std::optional<Day> next_on;
  std::optional<PackBefore> before;
  const MeasureRun* measures = nullptr;         // not for publication
  const MeasureRun* measures_before = nullptr;  // the same of the pack before this one
  std::vector<RunSum> trend;                    // by run
  std::string source;                           // where the snapshot came from; "" not known
  House house;
  std::string intro;        // the council's own words at the head of the paper; "" none
  std::int64_t number = 0;  // 0: a draft, which has none
  bool draft = false;
  std::string made_at;
  const PublicFigures* figures = nullptr;  // of the paper for members
  std::string why_no_measures = "";        // where they were looked for and cannot be had
};

// Children who may stand in any paper of the run, each once, in order.
[[nodiscard]] std::vector<std::string> children_of(const AuditRun& run,
                                                   const std::vector<ExceptionLife>& lives);

}  // namespace tidemark::report
