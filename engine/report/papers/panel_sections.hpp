// The ten points of a panel's agenda (domain/process.md, 1.1), each appending to the paper, and the
// pages of single children.
#pragma once

#include "report/papers/blocks.hpp"

namespace tidemark::report {

void write_snapshot(Document& paper, const CaseList& cases);                         // 1
void write_actions(Document& paper, const CaseList& cases);                          // 2
void write_new_breaches(Document& paper, const CaseList& cases, ChildFacts& facts);  // 3
void write_exemptions(Document& paper, const CaseList& cases, ChildFacts& facts);    // 4
void write_amber(Document& paper, const CaseList& cases, ChildFacts& facts);         // 5
void write_not_decided(Document& paper, const CaseList& cases);                      // 6
void write_no_tracker(Document& paper, const CaseList& cases, ChildFacts& facts);    // 7
void write_resolved(Document& paper, const CaseList& cases);                         // 8
void write_measures(Document& paper, const CaseList& cases);                         // 9
void write_decisions(Document& paper, const CaseList& cases);                        // 10
void write_child_pages(Document& paper, const CaseList& cases, ChildFacts& facts);

// Breaches of critical and high severity that the panel has not seen, of rules without a point of
// the agenda of their own.
[[nodiscard]] std::vector<CaseLine> new_and_severe(const CaseList& cases);

// Exemptions that apply; those that ended while the breach stands, however long ago, for nothing
// renewed them; those that ended since the paper before and whose breach is resolved.
enum class ExemptionsShown { in_force, breach_is_back, breach_is_resolved };
[[nodiscard]] TableBlock exemption_table(const CaseList& cases, ExemptionsShown shown);
void write_ended_exemptions(Document& paper, const CaseList& cases);  // the last two

// The fields that keep a child from being judged, one line a child and field.
[[nodiscard]] TableBlock fields_table(const CaseList& cases, const std::string& id,
                                      std::size_t most);
// How many open exceptions nobody could judge this time; "" none.
[[nodiscard]] std::string parked_words(const std::vector<ExceptionLife>& lives);
// One line each.
[[nodiscard]] TableBlock parked_table(const CaseList& cases, const std::string& id);
[[nodiscard]] TableBlock missing_tables_table(const CaseList& cases, const std::string& id);

}  // namespace tidemark::report
