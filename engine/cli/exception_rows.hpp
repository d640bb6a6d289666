// Exceptions and their events as rows of text, for the verbs that list them. Contracts: the columns
// of docs/command-line.md.
#pragma once

#include <string>
#include <vector>

#include "casework/corrected.hpp"
#include "casework/life.hpp"

namespace tidemark::cli {

using TextRow = std::vector<std::string>;

// number,rule,child,occasion,state,parked,... as on `day`. `numbered` finds what it was before a
// correction.
[[nodiscard]] TextRow exception_heading();
[[nodiscard]] TextRow exception_row(const ExceptionLife& life, Day day,
                                    const LifeNumbered& numbered);

// exception,rule,child,occasion,event_number,day,run,event,code,by,role,why,until,to,meeting,evidence,
// about,explained_before
[[nodiscard]] TextRow event_heading();
[[nodiscard]] TextRow event_row(const ExceptionLife& life, const Event& event,
                                const LifeNumbered& numbered);

// A table for the terminal, or CSV, on stdout.
void print_rows(const std::vector<TextRow>& rows, const std::string& format);

}  // namespace tidemark::cli
