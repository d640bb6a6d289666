// A section that goes rule by rule: for each rule with findings of one verdict, its title, why it
// is there and what it allows, then a table of children, then the rule's id.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "report/html.hpp"
#include "report/pack.hpp"

namespace tidemark::report {

struct RuleTable {
  Verdict verdict = Verdict::breach;
  std::string_view section;  // for anchors: "breach"
  std::string_view nothing;  // what is said when no rule has any
  std::vector<Column> columns;
  std::function<std::vector<Markup>(std::size_t finding)> row;
};

void write_by_rule(std::string& page, const Pack& pack, const RuleTable& what);

}  // namespace tidemark::report
