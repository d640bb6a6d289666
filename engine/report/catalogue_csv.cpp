#include "base/text.hpp"
#include "report/catalogue.hpp"
#include "report/catalogue_measures.hpp"
#include "report/catalogue_parts.hpp"

namespace tidemark::report {

namespace {

std::string line_of(const std::vector<std::string>& cells) {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i) out += (i == 0 ? "" : ",") + csv_cell(cells[i]);
  return out + "\n";
}

const char* yes_if(bool is) {
  return is ? "yes" : "no";
}

std::string limit_words(const std::vector<Passage>& passages) {
  for (const char* heading : {"How long there is", "When it is due", "When it is a breach"}) {
    if (std::string text = passage(passages, heading); !text.empty()) return text;
  }
  return "";
}

std::string line_of(const Rulebook& rulebook, const Rule& rule) {
  const std::vector<Passage> passages = describe_rule(rulebook, rule);
  return line_of({rule.id,
                  "rule",
                  theme_of(rulebook, rule.at),
                  rule.title,
                  rule.why,
                  passage(passages, "Who it is about"),
                  passage(passages, "One answer for each of"),
                  passage(passages, "When the clock starts"),
                  limit_words(passages),
                  passage(passages, "Figures that people may change"),
                  passage(passages, "Due soon"),
                  passage(passages, "What stops the clock"),
                  passage(passages, "What explains a breach"),
                  standing_words(rule),
                  yes_if(rule.to_be_confirmed),
                  name_of(rule.severity),
                  rule.owner,
                  rule.source,
                  in_force_words(rule),
                  name_of(rule.maturity),
                  yes_if(rule.has_logic),
                  file_of(rulebook, rule.at)});
}

std::string line_of(const Rulebook& rulebook, const Tracker& tracker) {
  const auto said = [&](ExprId id) {
    return id == k_no_expr ? std::string() : describe(rulebook, id);
  };
  std::vector<std::string> cells{tracker.id,  "tracker",         "Trackers",        tracker.title,
                                 tracker.why, said(tracker.who), said(tracker.each)};
  cells.resize(17);
  cells.push_back(tracker.source);
  cells.resize(k_catalogue_columns - 1);
  cells.push_back(file_of(rulebook, tracker.at));
  return line_of(cells);
}

}  // namespace

std::string catalogue_csv(const Rulebook& rulebook, const Rulebook& measures) {
  std::string out =
      "id,kind,theme,title,why,who,each,clock,limit,settings,amber,stops,explained_by,standing,"
      "to_be_confirmed,severity,owner,source,in_force,maturity,has_logic,file\n";
  for (const Rule& rule : rulebook.rules) out += line_of(rulebook, rule);
  for (const Tracker& tracker : rulebook.trackers) out += line_of(rulebook, tracker);
  return out + measures_csv(measures);
}

}  // namespace tidemark::report
