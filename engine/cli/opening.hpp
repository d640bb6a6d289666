// What most verbs begin with: the rules, and a snapshot read for them.
#pragma once

#include <memory>
#include <string>

#include "base/result.hpp"
#include "calendar/day.hpp"
#include "calendar/period.hpp"
#include "rulebook/rulebook.hpp"
#include "snapshot/snapshot.hpp"

namespace tidemark::cli {

// `named` is what --rules said; "" means the shipped rules.
[[nodiscard]] Result<std::string> rules_folder(const std::string& named);
[[nodiscard]] Result<Rulebook> open_rules(const std::string& named, FileKind kind = FileKind::rule);

// The same without settings.lua: with the numbers that the rule files themselves say.
[[nodiscard]] Result<Rulebook> open_rules_as_written(const std::string& named);

// Reads the columns that the rules want, with a progress line.
[[nodiscard]] Result<Snapshot> open_snapshot(const std::string& path, Rulebook& rulebook,
                                             int threads);

// The same for the columns that these fields rest on.
[[nodiscard]] Result<Snapshot> open_snapshot(const std::string& path, Rulebook& rulebook,
                                             int threads, const WantedFields& wanted);

// The day that `option` ("--as-at") named.
[[nodiscard]] Result<Day> day_named(const std::string& option, const std::string& text);

// Refused when the day lies ahead of the clock: a slip of the pen would make every later run
// history.
[[nodiscard]] Status day_has_come(const std::string& option, Day day);

// The periods that --period named.
[[nodiscard]] Result<std::vector<Period>> periods_named(const std::vector<std::string>& texts);

// Rules (or measures) that did not load, on stderr: they are skipped, not forgotten.
void say_problems(const Rulebook& rulebook, const std::string& what = "rule");

}  // namespace tidemark::cli
