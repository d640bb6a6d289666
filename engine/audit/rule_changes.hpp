// RuleChange: how one rule differs between two rulebooks, and whether only numbers that people may
// change have moved. A pure function of the two.
#pragma once

#include <string>
#include <vector>

#include "rulebook/rulebook.hpp"

namespace tidemark {

struct SettingChange {
  std::string of;                    // the rule's id, or the library's name: "lib.reviewing"
  std::string label, before, after;  // "9 months", "8 months"; "" where there is no such setting
};

// A section of what `tidemark describe` says: the lines that only one of the two has.
struct PassageChange {
  std::string heading;
  std::vector<std::string> before, after;
};

struct RuleChange {
  std::string rule;
  bool runs_before = false, runs_after = false;
  std::vector<SettingChange> settings;
  std::vector<std::string> files;  // that differ in more than the numbers of settings
  std::vector<PassageChange> passages;

  [[nodiscard]] bool is_none() const {
    return runs_before == runs_after && settings.empty() && files.empty();
  }
  [[nodiscard]] bool only_settings() const {
    return runs_before == runs_after && files.empty() && !settings.empty();
  }
};

// Looks at the rule's file, the libraries that it requires, and what every rule rests on: the case
// tables, the sources and the calendars.
[[nodiscard]] RuleChange change_of_rule(const Rulebook& before, const Rulebook& after,
                                        const std::string& rule);
// Of every rule of either, in order of id; those without a change are left out.
[[nodiscard]] std::vector<RuleChange> changes_of_rules(const Rulebook& before,
                                                       const Rulebook& after);
[[nodiscard]] bool same_rules(const Rulebook& before, const Rulebook& after);

// "PO-9M: Months after the order: 9 months -> 8 months"
[[nodiscard]] std::string words_of(const SettingChange& change);
// One sentence for all of it, without a full stop.
[[nodiscard]] std::string words_of(const RuleChange& change);

}  // namespace tidemark
