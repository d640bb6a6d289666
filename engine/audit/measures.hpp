// A run of measures from end to end: read the rules and the snapshot, measure, write each figure
// with what it must carry, withhold small numbers. Reads no clock. A MeasureRun owns everything
// that its results point into; immutable once returned.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/figure.hpp"
#include "audit/suppression.hpp"
#include "base/result.hpp"
#include "calendar/period.hpp"
#include "rulebook/rulebook.hpp"
#include "snapshot/snapshot.hpp"

namespace tidemark {

// One printed line: the figure itself, a part of it, or a figure that it rests on.
struct MeasureLine {
  std::string part;   // "" the figure itself; else "linked", "opening", "expected"
  std::string label;  // what the text says: "opening, at the end of 30 Jun 2021"
  std::string unit;
  Figure figure;
  Rounding rounding;
  std::optional<Figure> numerator, denominator;
  std::uint64_t undecided = 0;  // children or rows
  std::string why;              // why the figure is not exact, "" when it is
  std::string limit;            // "within 17", "over 17", "cannot be decided"; "" without a limit
  std::vector<std::size_t> rests_on;  // numbers of the suppression: any of them withheld hides it
  std::vector<std::size_t> numerator_rests_on, denominator_rests_on;
  bool withheld = false;
  bool numerator_withheld = false, denominator_withheld = false;
};

struct MeasureResult {
  int measure = -1;  // index into Rulebook::measures
  Period period;
  std::vector<MeasureLine> lines;
  std::vector<std::string> notes;  // assumptions, exclusions and what else must stand beside it
};

// The children or rows behind a number of the suppression.
struct CountedBy {
  Asked question;
  Quantity::Of of = Quantity::Of::nothing;
  ExprId value = k_no_expr;
};

// What the lines of a run rest on, with the sums that hold among it.
struct MeasureNumbers {
  std::vector<PrintedNumber> numbers;
  std::vector<Relation> relations;
  std::map<std::size_t, CountedBy> counted_by;  // none where it counts no children or rows
};

struct MeasureRequest {
  std::string snapshot_path;  // also a folder of dated snapshots
  std::string rules_folder;
  std::vector<Period> periods;
  std::optional<Day> known_at;
  std::vector<std::string> only;  // ids; empty: all
  bool is_internal = false;       // all figures, not for publication
  int threads = 1;
  std::function<void(std::string_view, std::uint64_t, std::uint64_t)> progress;  // may be empty
};

struct MeasureRun {
  std::unique_ptr<const Rulebook> rulebook;  // of measures; its `problems`: those that did not load
  std::unique_ptr<const Snapshot> snapshot;
  std::string snapshot_path;
  std::string snapshot_digest;
  std::optional<Day> made_on;  // the knowledge date, where it was stated
  bool is_internal = false;
  std::vector<MeasureResult> results;  // by period as asked, then id
  std::size_t left_out = 0;            // measures that are never public
  MeasureNumbers rests_on;             // of a run that is not internal
};

// Refused with ErrorKind::input (the snapshot), rules, or usage (an id that does not exist).
[[nodiscard]] Result<MeasureRun> run_measures(const MeasureRequest& request);

// The same of a snapshot that is read already: fills in the results of these measures (indexes) for
// the periods asked for. The run holds its rulebook and its snapshot.
void work_out(const MeasureRequest& request, std::vector<int> measures, MeasureRun& run);

// The measures of a rules folder, with the columns that they read marked.
[[nodiscard]] Result<std::unique_ptr<const Rulebook>> read_measures(const std::string& folder);

// The indexes of the measures named, all of them for no name; an unknown one is refused with the
// nearest.
[[nodiscard]] Result<std::vector<int>> chosen_measures(const Rulebook& rulebook,
                                                       const std::vector<std::string>& ids);

}  // namespace tidemark
