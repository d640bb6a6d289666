// Section 9: each rule in plain English, made from the expressions that ran, with its standing,
// source and settings as describe_rule says them.
#include "report/rows.hpp"
#include "report/sections.hpp"
#include "report/words.hpp"
#include "rulebook/describe.hpp"

namespace tidemark::report {

namespace {

void term(std::string& page, std::string_view name, const Markup& what) {
  page += "<dt>" + text(name).html + "</dt><dd>" + what.html + "</dd>\n";
}

Markup lines_of(const std::vector<std::string>& lines) {
  Markup out;
  for (const std::string& line : lines) out = out + element("div", line);
  return out;
}

std::string file_of(const Pack& pack, const Rule& rule) {
  const auto& files = pack.rulebook().files;
  if (rule.at.file < 0 || static_cast<std::size_t>(rule.at.file) >= files.size()) return {};
  return files[static_cast<std::size_t>(rule.at.file)].path;
}

void write_rule(std::string& page, const Pack& pack, const Rule& rule) {
  const std::string id = rule_anchor(rule);
  page += "<section class=\"definition\" aria-labelledby=\"" + id + "\">\n";
  heading(page, 3, id, title_of(rule));
  page += "<dl>\n";
  term(page, "Standing",
       element("strong", words_of(rule.standing)) +
           text(rule.to_be_confirmed ? ", to be confirmed" : ""));
  for (Passage& passage : describe_rule(pack.rulebook(), rule)) {
    std::erase(passage.lines, rule.title);  // it is the heading
    term(page, passage.heading, lines_of(passage.lines));
  }
  std::string rule_file = rule.id + ", " + file_of(pack, rule);
  if (rule.maturity != Maturity::live) rule_file += std::string(", ") + name_of(rule.maturity);
  if (rule.has_logic) rule_file += ", has logic of its own";
  term(page, "File", text(rule_file));
  page += "</dl>\n</section>\n";
}

}  // namespace

void write_definitions(std::string& page, const Pack& pack) {
  paragraph(page,
            "What is printed here is made from the expressions that ran. Local standards are "
            "this council's own and have no force of law; “to be confirmed” marks a limit "
            "or a reference that the council's legal or quality team has yet to confirm.");
  for (const std::size_t rule : pack.rules()) write_rule(page, pack, pack.rulebook().rules[rule]);
}

}  // namespace tidemark::report
