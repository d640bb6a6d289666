// 6: children whose record does not let the panel know, with the field to put right and its owner.
// A table that did not come is one cause for many children and is said once.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "report/causes.hpp"
#include "report/papers/free_text.hpp"
#include "report/papers/panel_sections.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

struct Wanting {
  Severity severity = Severity::low;
  std::set<std::string> rules;
};

// Child, field, state, owner -> what hangs on it.
using ByField = std::map<std::tuple<std::string, std::string, std::string, std::string>, Wanting>;

ByField fields_of(const CaseList& cases) {
  const PaperInputs& inputs = cases.inputs();
  ByField fields;
  for (const CaseLine& line : cases.undecided()) {
    if (!missing_table_of(*line.finding).empty()) continue;
    for (const FieldToPutRight& field :
         fields_to_put_right(inputs.run.rulebook->model, *line.finding)) {
      const std::string state = said_of(inputs, field.state, *line.finding);
      Wanting& wanting = fields[{line.finding->child, field.field, state, field.owner}];
      wanting.severity = std::min(wanting.severity, line.severity());
      wanting.rules.insert(line.rule->title);
    }
  }
  return fields;
}

std::string titles_of(const std::set<std::string>& rules) {
  std::string out = *rules.begin();
  if (rules.size() > 1) out += " (and " + counted(rules.size() - 1, "rule", "rules") + " more)";
  return out;
}

}  // namespace

TableBlock fields_table(const CaseList& cases, const std::string& id, std::size_t most) {
  const PaperInputs& inputs = cases.inputs();
  const ByField fields = fields_of(cases);
  std::vector<ByField::const_iterator> order;
  std::set<std::string> children;
  for (auto at = fields.begin(); at != fields.end(); ++at) {
    order.push_back(at);
    children.insert(std::get<0>(at->first));
  }
  const auto place = [&](auto at) { return inputs.names.line(std::get<0>(at->first), nullptr); };
  std::stable_sort(order.begin(), order.end(), [&place](auto a, auto b) {
    const auto most_rules = [](auto at) { return -static_cast<int>(at->second.rules.size()); };
    return std::make_tuple(a->second.severity, most_rules(a), place(a)) <
           std::make_tuple(b->second.severity, most_rules(b), place(b));
  });
  TableBlock table;
  table.id = id;
  table.columns = {words("Reference", 1), words("Field to put right", 2), words("As it stands", 2),
                   words("Who can put it right", 1.4), words("What it leaves undecided", 4)};
  for (const ByField::const_iterator& at : order) {
    const auto& [child, field, state, owner] = at->first;
    table.rows.push_back({inputs.names.child(child), field, state,
                          owner.empty() ? "nobody named" : owner, titles_of(at->second.rules)});
  }
  table.caption = "Fields to put right, by child";
  if (!fields.empty()) {
    table.caption = counted(fields.size(), "field", "fields") + " of " +
                    counted(children.size(), "child", "children");
  }
  table.when_empty = "No child's own record leaves a rule undecided.";
  table.print_first(most, left_off(most, order.size(), "the most severe first"));
  return table;
}

namespace {

// A rule about children finds one thing of each child, so the most of any such rule is a number of
// children that the cause concerns at the least: another rule may ask about others.
std::uint64_t children_at_least(const MissingTable& cause, const Rulebook& rulebook) {
  std::uint64_t most = 0;
  for (const auto& [rule, undecided] : cause.undecided_by_rule) {
    if (rulebook.rules[rule].each == k_no_expr) most = std::max(most, undecided);
  }
  return most;
}

}  // namespace

TableBlock missing_tables_table(const CaseList& cases, const std::string& id) {
  const Rulebook& rulebook = *cases.inputs().run.rulebook;
  TableBlock table;
  table.id = id;
  table.columns = {words("Cannot be decided because", 3), a_number("Children, at least", 0.8),
                   a_number("Rules", 0.6), words("Rules that cannot be decided for it", 6)};
  for (const MissingTable& cause : cases.inputs().run.undecided.missing_tables()) {
    std::set<std::string> which;
    for (const auto& [rule, undecided] : cause.undecided_by_rule)
      which.insert(rulebook.rules[rule].title);
    std::string titles;
    for (const std::string& title : which) titles += (titles.empty() ? "" : "; ") + title;
    const std::uint64_t children = children_at_least(cause, rulebook);
    table.rows.push_back({capital(cause.words),
                          children == 0 ? "not counted" : std::to_string(children),
                          std::to_string(which.size()), titles});
  }
  table.caption = "For want of a whole table; said once for all children";
  table.when_empty = "Every table that a rule asks for was supplied.";
  return table;
}

void write_not_decided(Document& paper, const CaseList& cases) {
  section(paper, "undecided", "6. Cannot be decided");
  say(paper, "The record does not let the panel know. None of these is counted as on track.");
  paper.blocks.emplace_back(parked_table(cases, "parked"));
  paper.blocks.emplace_back(missing_tables_table(cases, "undecided-tables"));
  paper.blocks.emplace_back(fields_table(cases, "undecided-fields", k_lines_shown));
}

}  // namespace tidemark::report
