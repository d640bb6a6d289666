// Restatement: one period measured in two snapshots, and each child or row by which the two figures
// differ, with what changed in the record. Always internal: it names children.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "audit/figure.hpp"
#include "audit/row_changes.hpp"
#include "base/result.hpp"
#include "calendar/period.hpp"
#include "rulebook/rulebook.hpp"

namespace tidemark {

enum class RestateCause {
  entered_late,            // there was no such row
  corrected,               // the row is there in both, or its key was, and differs
  withdrawn,               // the row is gone
  rule_decided_otherwise,  // the row is the same and something else changed
  undecided_before,
  undecided_now,
};
[[nodiscard]] const char* name_of(RestateCause cause);  // "entered late"

struct RestatedRow {
  std::string child;
  std::string table;     // of the row counted; "" where children are counted
  std::string occasion;  // the values of its key
  std::string was, is;   // "counted", "not counted", "undecided"
  RestateCause cause = RestateCause::corrected;
  std::string what;                       // "review 2021-07-05: on 2021-07-05 -> 2021-06-28"
  std::string place_before, place_after;  // "reviews.csv:12"; "" where there is no row
};

struct Restated {
  int measure = -1;
  Period period;
  Figure before, after;
  std::string why_before, why_after;  // why a figure is not exact
  std::vector<RestatedRow> rows;      // in order of child and occasion

  [[nodiscard]] bool changed() const;
};

struct RestateRequest {
  std::string before_path, after_path;
  std::string rules_folder;
  std::vector<Period> periods;
  std::vector<std::string> only;  // ids; empty: all counts
  int threads = 1;
};

struct RestateRun {
  std::unique_ptr<const Rulebook> rulebook;
  std::string before_path, after_path;
  std::optional<Day> before_made_on, after_made_on;
  std::vector<Restated> results;  // by period as asked, then id
};

// Measures of measures are taken apart into the counts that they rest on; means have no rows that
// count, and one that is named is refused.
[[nodiscard]] Result<RestateRun> run_restatement(const RestateRequest& request);

}  // namespace tidemark
