// Section 9: each rule once, in plain English, made from the expressions that ran: first its limit,
// standing and source, then its parts run together; the words that rules share stand once at the
// end.
#include <set>

#include "report/rows.hpp"
#include "report/sections.hpp"
#include "report/words.hpp"
#include "rulebook/describe.hpp"

namespace tidemark::report {

namespace {

constexpr const char* k_words = "Words used";

// The passages of describe_rule that a panel reads, as this page heads them.
constexpr struct {
  const char* heading;
  const char* shown;
} k_parts[] = {{"Why", "Why"},
               {"In force", "In force"},
               {"Who it is about", "Who"},
               {"One answer for each of", "For each of"},
               {"When the clock starts", "Clock starts"},
               {"How long there is", "How long"},
               {"When it is due", "Due"},
               {"When it is a breach", "Breach"},
               {"What stops the clock", "Clock stops"},
               {"Due soon", "Due soon"},
               {"What explains a breach", "Explained by"},
               {"Figures that people may change", "May be changed"}};

std::string file_of(const Pack& pack, const Rule& rule) {
  const auto& files = pack.rulebook().files;
  if (rule.at.file < 0 || static_cast<std::size_t>(rule.at.file) >= files.size()) return {};
  return files[static_cast<std::size_t>(rule.at.file)].path;
}

// "Local standard, to be confirmed. Severity: high. Owner: ... Source: ... File: ..."
Markup standing_of(const Pack& pack, const Rule& rule) {
  std::string rest = rule.to_be_confirmed ? ", to be confirmed" : "";
  rest += ". Severity: " + words_of(rule.severity) + ". Owner: " + rule.owner +
          ". File: " + file_of(pack, rule);
  if (rule.maturity != Maturity::live) rest += std::string(", ") + name_of(rule.maturity);
  if (rule.has_logic) rest += ", has logic of its own";
  return element("strong", words_of(rule.standing)) + text(rest + ". Source: " + rule.source);
}

Markup parts_of(const std::vector<Passage>& passages) {
  Markup all;
  for (const auto& part : k_parts) {
    for (const Passage& passage : passages) {
      if (passage.heading != part.heading) continue;
      std::string lines;
      for (const std::string& line : passage.lines) lines += (lines.empty() ? "" : "; ") + line;
      all = all + element("strong", std::string(part.shown) + ":") +
            text(" " + lines + (lines.ends_with('.') ? " " : ". "));
    }
  }
  return all;
}

void write_rule(std::string& page, const Pack& pack, const Rule& rule,
                std::set<std::string>& words) {
  const std::string id = rule_anchor(rule);
  const std::vector<Passage> passages = describe_rule(pack.rulebook(), rule);
  page += "<section class=\"definition\" aria-labelledby=\"" + id + "\">\n";
  heading(page, 3, id, rule.id + ": " + title_of(rule));
  paragraph(page, standing_of(pack, rule));
  paragraph(page, parts_of(passages));
  page += "</section>\n";
  for (const Passage& passage : passages) {
    if (passage.heading == k_words) words.insert(passage.lines.begin(), passage.lines.end());
  }
}

void write_words(std::string& page, const std::set<std::string>& words) {
  if (words.empty()) return;
  heading(page, 3, "shared-words", "Words that rules share");
  page += "<div class=\"definitions\">\n";
  for (const std::string& word : words) {
    const std::size_t end = word.find(": ");
    paragraph(page, element("strong", word.substr(0, end)) + text(word.substr(end)));
  }
  page += "</div>\n";
}

}  // namespace

void write_definitions(std::string& page, const Pack& pack) {
  paragraph(page,
            "What is printed here is made from the expressions that ran. Local standards are "
            "this council's own and have no force of law; “to be confirmed” marks a limit "
            "or a reference that the council's legal or quality team has yet to confirm.");
  std::set<std::string> words;
  page += "<div class=\"definitions\">\n";
  for (const std::size_t rule : pack.rules()) {
    write_rule(page, pack, pack.rulebook().rules[rule], words);
  }
  page += "</div>\n";
  write_words(page, words);
}

}  // namespace tidemark::report
