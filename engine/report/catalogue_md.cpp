#include <map>
#include <set>

#include "report/catalogue.hpp"
#include "report/catalogue_measures.hpp"
#include "report/catalogue_parts.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

constexpr const char* k_words = "Words used";

// The headings of describe_rule that a catalogue prints, in its order.
constexpr const char* k_headings[] = {"Who it is about",        "One answer for each of",
                                      "When the clock starts",  "How long there is",
                                      "When it is due",         "When it is a breach",
                                      "What stops the clock",   "Due soon",
                                      "What explains a breach", "Figures that people may change"};

void bullet(std::string& out, const std::string& name, const std::string& what) {
  if (!what.empty()) out += "- **" + name + ":** " + md(what) + "\n";
}

std::string how_it_stands(const Rule& rule) {
  std::string text = standing_words(rule) + ". Severity " + name_of(rule.severity) +
                     ". Owner: " + rule.owner + ".";
  if (rule.maturity != Maturity::live) text += std::string(" Maturity: ") + name_of(rule.maturity);
  if (rule.has_logic) text += " Has logic of its own: part of it is worked out in Lua.";
  return text;
}

void write_rule(std::string& out, const Rulebook& rulebook, const Rule& rule,
                std::set<std::string>& words) {
  const std::vector<Passage> passages = describe_rule(rulebook, rule);
  out += "\n### " + md(rule.id) + ": " + md(rule.title) + "\n\n" + md(rule.why) + "\n\n";
  bullet(out, "In force", in_force_words(rule));
  for (const char* heading : k_headings) bullet(out, heading, passage(passages, heading));
  bullet(out, "Standing", how_it_stands(rule));
  bullet(out, "Source", rule.source);
  for (const Passage& part : passages) {
    if (part.heading == k_words) words.insert(part.lines.begin(), part.lines.end());
  }
}

void write_tracker(std::string& out, const Rulebook& rulebook, const Tracker& tracker) {
  out += "\n### " + md(tracker.id) + ": " + md(tracker.title) + "\n\n" + md(tracker.why) + "\n\n";
  if (tracker.each != k_no_expr)
    bullet(out, "A line for each of", describe(rulebook, tracker.each));
  if (tracker.who != k_no_expr) bullet(out, "Who is on it", describe(rulebook, tracker.who));
  std::string columns;
  for (const TrackerColumn& column : tracker.columns) {
    columns += (columns.empty() ? "" : ", ") + column.heading;
  }
  bullet(out, "Columns", columns);
  std::string rules;
  for (const std::string& id : tracker.rules) rules += (rules.empty() ? "" : ", ") + id;
  bullet(out, "Rules", rules);
  bullet(out, "Panel", tracker.panel);
  bullet(out, "Source", tracker.source);
}

using ByTheme = std::map<std::string, std::vector<const Rule*>>;

void write_contents(std::string& out, const Rulebook& rulebook, const Rulebook& measures,
                    const ByTheme& themes) {
  std::set<std::string> ids;
  for (const Rule& rule : rulebook.rules) ids.insert(rule.id);
  out += "\n" + counted(ids.size(), "rule", "rules") + " in " +
         counted(themes.size(), "theme", "themes") + ", " +
         counted(rulebook.trackers.size(), "tracker", "trackers") + ", " +
         counted(measures.measures.size(), "measure", "measures") + ".\n\n";
  for (const auto& [theme, rules] : themes) {
    std::string named;
    std::string last;
    for (const Rule* rule : rules) {
      if (rule->id != last) named += (named.empty() ? "" : ", ") + rule->id;
      last = rule->id;
    }
    bullet(out, theme, named);
  }
}

}  // namespace

std::string catalogue_md(const Rulebook& rulebook, const Rulebook& measures) {
  std::string out =
      "# The catalogue of rules\n\n"
      "Made by `tidemark catalogue` from the rule files: what is printed is what runs. Do not edit "
      "it; run `tools/docs`.\n\nA local standard is this council's own and has no force of law. "
      "\"To be confirmed\" marks a limit or a reference that has yet to be checked at its source. "
      "The tags of a source: [S] a public report, [V] seen, [K] known but to be checked, [L] "
      "local.\n";
  ByTheme themes;
  for (const Rule& rule : rulebook.rules) themes[theme_of(rulebook, rule.at)].push_back(&rule);
  write_contents(out, rulebook, measures, themes);
  std::set<std::string> words;
  for (const auto& [theme, rules] : themes) {
    out += "\n## " + theme + "\n";
    for (const Rule* rule : rules) write_rule(out, rulebook, *rule, words);
  }
  if (!rulebook.trackers.empty()) out += "\n## Trackers\n";
  for (const Tracker& tracker : rulebook.trackers) write_tracker(out, rulebook, tracker);
  if (!measures.measures.empty()) out += "\n## Measures\n" + measures_md(measures);
  out += "\n## Words that rules share\n\n";
  for (const std::string& word : words) {
    const std::size_t end = word.find(": ");
    bullet(out, word.substr(0, end), word.substr(end + 2));
  }
  return out;
}

}  // namespace tidemark::report
