// Judging: every rule over every child of a snapshot, as at a day. The result is a pure function
// of (snapshot, rulebook, as-at day) and the same for every number of threads.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rulebook/rulebook.hpp"
#include "snapshot/case_view.hpp"
#include "snapshot/snapshot.hpp"

namespace tidemark {

// What one rule says of one child (or of one row of it, for rules with `each`). Plain numbers, so
// that millions are cheap; narrate() adds the words and the cells for those that are reported.
struct Judgement {
  std::uint16_t rule = 0;  // index into Rulebook::rules
  Verdict verdict = Verdict::not_applicable;
  bool population_undecided = false;  // cannot_decide, because the population cannot be decided
  bool at_least = false;              // days_over is a lower bound
  bool has_days_over = false;
  bool reason_not_evidenced = false;  // a breach for which a stated reason cannot be decided
  bool has_stopped = false;           // the clock has stopped for certain: nothing is to come
  std::int16_t reason = -1;           // index into Rule::explained_by
  std::uint32_t child = 0;
  std::int32_t row = -1;  // row of the `each` table, else -1
  std::int32_t days_over = 0;
  Date clock = Date::absent();  // absent: means nothing for this rule
  Date due = Date::absent();
};

// Draft and retired rules are loaded and not judged.
[[nodiscard]] bool runs(const Rule& rule);

struct Counts {
  std::uint64_t population = 0, on_track = 0, due_soon = 0, breach = 0, explained = 0, met_late = 0,
                cannot_decide = 0, error = 0, population_undecided = 0;
};
void add(const Counts& more, Counts& total);

struct JudgeOptions {
  int threads = 1;
  Day list_due_by = k_earliest;  // also list on_track judgements due on or before this day
};

struct Judgements {
  std::vector<Judgement> listed;  // all but not_applicable and on_track; by rule, child id, row
  std::vector<Judgement> coming;  // on_track and running, due on or before list_due_by
  std::vector<Counts> counts;     // by rule of the rulebook
};

[[nodiscard]] Judgements judge(const Rulebook& rulebook, const Snapshot& snapshot, Day as_at,
                               const JudgeOptions& options);

// A cell that a verdict rests on.
struct Evidence {
  std::string table, field;  // of the case table: "legal_status", "from"
  std::string value;         // ISO date, code, text; "" for a blank
  std::string file;          // where it was read; "" for a table that was not supplied
  std::uint32_t line = 0;
  std::string source_column;  // "DECOM"
  std::string note;           // "blank", "no court list was supplied", ""
};

// A judgement with its words and its cells.
struct Finding {
  Judgement judgement;
  std::string rule, child, occasion;
  std::string
      reason;  // the stated reason, "reason not evidenced: ...", or why it cannot be decided
  std::string says;
  std::vector<std::pair<std::string, std::string>> facts;  // name, value in words
  std::vector<Evidence> evidence;
};

// The findings for these judgements, in the same order, by judging each again with every cell
// noted. A cheap rule costs a few microseconds a finding.
[[nodiscard]] std::vector<Finding> narrate(const Rulebook& rulebook, const Snapshot& snapshot,
                                           Day as_at, const std::vector<Judgement>& judgements,
                                           int threads);

// One line of `tidemark explain`: a part of the rule, its value for this child, its cells.
struct ExplainLine {
  int depth = 0;
  std::string part;   // in plain English
  std::string value;  // "yes", "cannot be decided", "1 Apr 2021", "2 rows"
  std::vector<Evidence> evidence;
};

struct Explanation {
  Finding finding;
  std::vector<ExplainLine> lines;
};

// Why, and why not: also for children with no finding. One for each occasion.
[[nodiscard]] std::vector<Explanation> explain(const Rulebook& rulebook, const Snapshot& snapshot,
                                               Day as_at, std::uint32_t child, int rule);

}  // namespace tidemark
