#include "report/by_rule.hpp"

#include <algorithm>

#include "report/rows.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

// A limit that takes longer to say is left to the definition.
constexpr std::size_t k_limit_letters = 160;

// "Local standard. Limit: reaches 9 months. Owner: adoption team manager. Severity: high."
Markup terms_of(const Pack& pack, const Rule& rule) {
  const std::string limit = limit_of(pack.rulebook(), rule);
  const Markup said = limit.size() <= k_limit_letters
                          ? text(limit)
                          : link_to(rule_anchor(rule), "as its definition says");
  std::string rest = ".";
  if (!rule.owner.empty()) rest += " Owner: " + rule.owner + ".";
  rest += " Severity: " + words_of(rule.severity) + ".";
  return element("strong", words_of(rule.standing)) +
         text(rule.to_be_confirmed ? " (to be confirmed). Limit: " : ". Limit: ") + said +
         text(rest);
}

void write_rule(std::string& page, const Pack& pack, const RuleTable& what, std::size_t index) {
  const Rule& rule = pack.rulebook().rules[index];
  const std::vector<std::size_t>& found = pack.of(index, what.verdict);
  const std::string id = anchor(what.section, rule_anchor(rule));
  page += "<section class=\"rule\" aria-labelledby=\"" + id + "\">\n";
  heading(page, 3, id, title_of(rule));
  if (rule.maturity != Maturity::live) {
    paragraph(page, element("strong", "On trial: ") +
                        text("this rule runs to be tried out; its findings are not yet acted on."));
  }
  if (!rule.why.empty()) paragraph(page, rule.why);
  paragraph(page, terms_of(pack, rule), "terms");
  {
    Table table(page, counted(found.size(), "finding", "findings"), what.columns);
    for (std::size_t i = 0; i < std::min(found.size(), k_rows_shown); ++i) {
      table.row(what.row(found[i]));
    }
  }
  say_what_is_left_off(page, found.size(), "the most days over first");
  paragraph(page, text("Rule ") + link_to(rule_anchor(rule), rule.id), "rule-id");
  page += "</section>\n";
}

}  // namespace

void write_by_rule(std::string& page, const Pack& pack, const RuleTable& what) {
  bool any = false;
  for (const std::size_t rule : pack.rules()) {
    if (pack.of(rule, what.verdict).empty()) continue;
    write_rule(page, pack, what, rule);
    any = true;
  }
  if (!any) paragraph(page, what.nothing);
}

}  // namespace tidemark::report
