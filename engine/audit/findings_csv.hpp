// The files that others script against: findings.csv, summary.csv, load-notes.csv, with the
// columns and spellings that issue 2 fixes. The bytes of findings.csv are also what a run's digest
// is taken over, so they may depend on nothing but the findings. Pure functions.
#pragma once

#include <string>
#include <vector>

#include "evaluate/judge.hpp"
#include "store/run_record.hpp"

namespace tidemark {

// The finding as text, evidence included.
[[nodiscard]] FindingRow row_of(const Finding& finding);

[[nodiscard]] std::string findings_csv_heading();
void append_findings_csv(const FindingRow& row, std::string& out);
[[nodiscard]] std::string findings_csv(const std::vector<Finding>& findings);

// One line for each rule id that loaded, its versions added up.
[[nodiscard]] std::string summary_csv(const Rulebook& rulebook, const std::vector<Counts>& counts);

[[nodiscard]] std::string load_notes_csv(const std::vector<LoadNote>& notes);

}  // namespace tidemark
