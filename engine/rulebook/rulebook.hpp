// Rulebook: everything a folder of Lua says: the model, the sources, the calendar, the rules and
// their settings. Loaded in the sandbox; immutable afterwards, read by any thread.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "calendar/working_calendar.hpp"
#include "rulebook/measure.hpp"
#include "rulebook/rule.hpp"
#include "rulebook/tracker.hpp"
#include "snapshot/source_map.hpp"

namespace tidemark {

// One file of the rule set as it was read: its text is what the store keeps.
struct RuleFile {
  std::string path;  // relative to the rules folder: "adoption/PO-9M.lua"
  std::string text;
};

// Something wrong with one file; the others still run.
struct RuleProblem {
  std::string file;
  int line = 0;
  std::string
      message;        // "adoption/PO-9M.lua:12: placement has no field `knd`; did you mean `kind`?"
  std::string rule;   // id of the rule that does not run because of it; "" when none
  bool fatal = true;  // false: a warning of the lint
};

struct Compute {
  std::string name;
  std::string rule;  // whose budget and state it uses
  int file = -1;
  int order = 0;  // the how-manieth compute of that file, in order of calling
  Type gives = Type::truth;
};

struct Rulebook {
  std::string folder;
  std::vector<RuleFile> files;  // in order of path
  Model model;
  Sources sources;
  WorkingCalendar calendar;
  ExprPool exprs;
  std::vector<Rule> rules;        // in order of id, then in_force.from
  std::vector<Tracker> trackers;  // in order of id
  std::vector<Measure> measures;  // in order of id
  std::vector<Setting> settings;
  std::vector<Compute> computes;
  SidePools given_pools;  // side values of examples
  std::vector<RuleProblem> problems;

  [[nodiscard]] const Rule* rule(std::string_view id) const;
  [[nodiscard]] int measure(std::string_view id) const;  // index into measures; -1: there is none
};

// What of a rules folder is run. A folder's name decides what its files are: measures/ holds
// measures, trackers/ trackers, and every folder that has no meaning of its own holds rules. The
// rulebook holds the expressions of that kind only, so nothing reads a column for the others;
// trackers come with the rules, which they name.
enum class FileKind { rule, measure, tracker };

// The files of a rules folder, read but not run (also how a stored rule set comes back).
[[nodiscard]] Result<std::vector<RuleFile>> read_rule_files(const std::string& folder);

// Refused (ErrorKind::rules) only when model.lua, sources/ or calendars/ cannot be used at all or
// there is no rule (no measure is no mistake); a broken rule is a RuleProblem and the others are
// there.
[[nodiscard]] Result<Rulebook> load_rulebook(std::vector<RuleFile> files, std::string folder,
                                             FileKind kind = FileKind::rule);

// Every case-table field that any rule (or the derivation of a table) depends on.
[[nodiscard]] WantedFields wanted_fields(const Rulebook& rulebook);

}  // namespace tidemark
