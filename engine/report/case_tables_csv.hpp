// The case tables themselves, as rules see them as at a day: for whoever has to find out what
// became of a column, and to compare one form of an export with another. Pure functions.
#pragma once

#include <string>

#include "rulebook/rulebook.hpp"
#include "snapshot/snapshot.hpp"

namespace tidemark::report {

// Every field of every case table of the model is to be loaded for this.
[[nodiscard]] WantedFields every_field(const Model& model);

// child,table,row,field,value,file,line: one line for each cell that is not blank, children in
// order of id, rows in the order of their dates. A table that did not come has one line with the
// field "not supplied".
[[nodiscard]] std::string case_tables_csv(const Rulebook& rulebook, const Snapshot& snapshot,
                                          Day as_at);

}  // namespace tidemark::report
