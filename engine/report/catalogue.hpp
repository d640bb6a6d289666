// The catalogue of rules and the dictionary of case tables, made from the rule files themselves:
// what is printed is what runs. Markdown for people, CSV for spreadsheets. Pure functions of a
// rulebook that was loaded with its trackers, and of one that was loaded with the measures.
#pragma once

#include <string>

#include "rulebook/rulebook.hpp"

namespace tidemark::report {

// Rules by theme (their folder), each version with who, clock, limit and its settings, amber,
// stated exceptions, standing, source; then the trackers and the measures; then the words that
// rules share.
[[nodiscard]] std::string catalogue_md(const Rulebook& rules, const Rulebook& measures);
// id,kind,theme,title,why,who,each,clock,limit,settings,amber,stops,explained_by,standing,
// to_be_confirmed,severity,owner,source,in_force,maturity,has_logic,file
[[nodiscard]] std::string catalogue_csv(const Rulebook& rules, const Rulebook& measures);

// Every case table with its fields: what a blank means, codes, the columns that feed it, the rules
// that ask it.
[[nodiscard]] std::string dictionary_md(const Rulebook& rules, const Rulebook& measures);
// table,shape,list,field,kind,label,blank,owner,codes,fed_by,asked_by
[[nodiscard]] std::string dictionary_csv(const Rulebook& rules, const Rulebook& measures);

}  // namespace tidemark::report
