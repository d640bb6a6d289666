// The files that others script against: findings.csv, summary.csv, load-notes.csv, with columns and
// spellings that do not change. The bytes of findings.csv are also what a run's digest is taken
// over, so they depend on nothing but the findings. Pure functions.
#pragma once

#include <string>
#include <vector>

#include "evaluate/judge.hpp"
#include "store/run_record.hpp"

namespace tidemark {

// The finding as text; the second also takes its evidence. `row` is filled again and again so that
// its room is used again.
void fill_row(const Finding& finding, FindingRow& row);
void fill_evidence(const Finding& finding, FindingRow& row);

extern const char* const k_findings_csv_heading;
void append_findings_csv(const FindingRow& row, std::string& out);
[[nodiscard]] std::string findings_csv(const std::vector<Finding>& findings);
// The digest of just those bytes, without holding them all.
[[nodiscard]] std::string digest_of(const std::vector<Finding>& findings);

// One line for each rule that loaded, all its versions added up. `counts` as in Judgements.
[[nodiscard]] std::string summary_csv(const Rulebook& rulebook, const std::vector<Counts>& counts);

[[nodiscard]] std::string load_notes_csv(const std::vector<LoadNote>& notes);

}  // namespace tidemark
