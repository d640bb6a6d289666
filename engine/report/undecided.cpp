// Section 6: what cannot be decided, with the field to put right and who owns it. A table that did
// not come is one cause for many children and is said once.
#include <algorithm>

#include "report/causes.hpp"
#include "report/rows.hpp"
#include "report/sections.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

void write_missing_tables(std::string& page, const Pack& pack) {
  const std::vector<MissingTable> missing = pack.run().undecided.missing_tables();
  if (missing.empty()) return;
  heading(page, 3, "undecided-tables", "For want of a whole table");
  paragraph(page, "These are said once; findings.csv has a row for each child.");
  Table table(
      page, "",
      {{"Cannot be decided because", ""}, {"Rule", ""}, {"Children or occasions", "number"}});
  for (const MissingTable& cause : missing) {
    for (const auto& [rule, count] : cause.undecided_by_rule) {
      table.row({text(cause.words), rule_cell(pack.rulebook().rules[rule]), text(number(count))});
    }
  }
}

Markup list_of(const std::vector<std::string>& lines) {
  Markup out;
  for (const std::string& line : lines) out = out + element("div", line);
  return out;
}

std::vector<Markup> row_of(const Pack& pack, const Finding& finding) {
  std::vector<std::string> fields, owners, places;
  for (const FieldToPutRight& field : fields_to_put_right(pack.rulebook().model, finding)) {
    fields.push_back(field.field + ", " + field.state);
    places.push_back(field.where);
    if (std::find(owners.begin(), owners.end(), field.owner) == owners.end()) {
      owners.push_back(field.owner);
    }
  }
  const std::string about = finding.judgement.population_undecided
                                ? "Cannot be decided whether the rule is about this child"
                                : "Cannot be decided";
  const std::string why = finding.reason.empty() ? "." : ": " + finding.reason;
  return {child_cell(pack, finding), text(about + why), list_of(fields), list_of(owners),
          places.empty() ? evidence_block(finding) : list_of(places)};
}

void write_rule(std::string& page, const Pack& pack, std::size_t index) {
  std::vector<std::size_t> own;  // those with a cause of their own
  for (const std::size_t i : pack.of(index, Verdict::cannot_decide)) {
    if (missing_table_of(pack.finding(i)).empty()) own.push_back(i);
  }
  if (own.empty()) return;
  const std::uint64_t all = pack.run().undecided.own_causes(index);
  const Rule& rule = pack.rulebook().rules[index];
  const std::string id = anchor("undecided", rule_anchor(rule));
  page += "<section class=\"rule\" aria-labelledby=\"" + id + "\">\n";
  heading(page, 3, id, title_of(rule));
  {
    Table table(page, counted(all, "finding", "findings"),
                {{"Child", ""},
                 {"What cannot be decided", "reason"},
                 {"Field to put right", ""},
                 {"Who owns it", ""},
                 {"Where", "where"}});
    for (std::size_t i = 0; i < std::min(own.size(), k_rows_shown); ++i) {
      table.row(row_of(pack, pack.finding(own[i])));
    }
  }
  say_what_is_left_off(page, all, "in the order of findings.csv");
  paragraph(page, text("Rule ") + link_to(rule_anchor(rule), rule.id), "rule-id");
  page += "</section>\n";
}

}  // namespace

void write_undecided(std::string& page, const Pack& pack) {
  const Counts totals = pack.totals();
  if (totals.cannot_decide + totals.population_undecided == 0) {
    paragraph(page, "Every rule could be decided for every child.");
    return;
  }
  paragraph(page, "The record does not let anybody say. None of these is counted as on track.");
  write_missing_tables(page, pack);
  for (const std::size_t rule : pack.rules()) write_rule(page, pack, rule);
}

}  // namespace tidemark::report
