// FilledDecisions: the decision workbook as it comes back from a panel, row by row, with where each
// cell stands so that what is wrong can be said of it. Reads the file; holds nothing open.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "calendar/day.hpp"
#include "report/papers/decision_words.hpp"

namespace tidemark::report {

struct FilledCell {
  std::string text;    // trimmed
  std::string column;  // "E"
};

struct FilledRow {
  std::string sheet;
  std::uint32_t row = 0;
  std::map<std::string, FilledCell> cells;  // by heading; those of the decision table

  [[nodiscard]] const std::string& text(const char* heading) const;  // "" where it is blank
  // "sheet "decisions", row 7, column E (Decision)"
  [[nodiscard]] std::string place(const char* heading) const;
};

// Every row of the decision table that has a reference or was filled in. ErrorKind::input when the
// file is no workbook or has no such table.
[[nodiscard]] Result<std::vector<FilledRow>> read_filled_decisions(const std::string& path);

// What a row decides, or one sentence on what is wrong with it, where, and what to do.
struct FilledDecision {
  std::string reference;
  std::int64_t pack = 0;
  std::string seal;  // the beginning of that of the pack's run
  std::string late;  // what the row says is late
  std::string mark;  // of the row
  Decision decision = Decision::no_change;
  std::string maker, role, code, why, meeting, action, owner, evidence;
  std::optional<Day> on;  // nothing: the day of the meeting
  std::optional<Day> until, due;
};
// Nothing for a row in which nothing was filled in.
[[nodiscard]] Result<std::optional<FilledDecision>> decision_in(const FilledRow& row);

}  // namespace tidemark::report
