// Open exceptions that nobody could judge this time, one line each. Silence is not recovery
// (domain/process.md, section 3): a child who drops out of an export must not drop out of the
// papers.
#include <algorithm>
#include <tuple>

#include "report/papers/free_text.hpp"
#include "report/papers/panel_sections.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

Day parked_on(const ExceptionLife& life) {
  Day on = life.last_moved_on;
  for (const Event& event : life.history) {
    if (event.kind == EventKind::parked) on = event.on;
  }
  return on;
}

std::string why_parked(const PaperInputs& inputs, const ExceptionLife& life) {
  std::string why = capital(words_of(life.parking));
  if (!life.parked_because.empty()) why += ": " + free_text(inputs, life.parked_because);
  return why;
}

std::vector<const ExceptionLife*> parked_lives(const CaseList& cases) {
  std::vector<const ExceptionLife*> parked;
  for (const ExceptionLife& life : cases.inputs().lives) {
    if (life.is_open() && life.is_parked) parked.push_back(&life);
  }
  const auto place = [&](const ExceptionLife* life) {
    const Rule* rule = cases.rule_of(life->rule);
    return std::make_tuple(rule == nullptr ? Severity::critical : rule->severity, parked_on(*life),
                           cases.inputs().names.line(life->child, life));
  };
  std::stable_sort(parked.begin(), parked.end(),
                   [&](const auto* a, const auto* b) { return place(a) < place(b); });
  return parked;
}

}  // namespace

std::string parked_words(const std::vector<ExceptionLife>& lives) {
  const auto parked = std::count_if(lives.begin(), lives.end(), [](const ExceptionLife& life) {
    return life.is_open() && life.is_parked;
  });
  if (parked == 0) return {};
  return counted(static_cast<std::uint64_t>(parked), "breach is", "breaches are") +
         " parked: nobody could judge them this time, which is not the same as put right.";
}

TableBlock parked_table(const CaseList& cases, const std::string& id) {
  const PaperInputs& inputs = cases.inputs();
  const std::vector<const ExceptionLife*> parked = parked_lives(cases);
  TableBlock table;
  table.id = id;
  table.columns = {words("Reference", 1), words("What was late", 3),
                   words("Why it could not be judged", 4), a_date("Since", 1),
                   words("Who answers for it", 1.4)};
  for (const ExceptionLife* life : parked) {
    const Rule* rule = cases.rule_of(life->rule);
    const std::string owner = rule == nullptr ? "" : rule->owner;
    table.rows.push_back({inputs.names.line(life->child, life),
                          rule == nullptr ? life->rule : rule->title, why_parked(inputs, *life),
                          inputs.names.day(parked_on(*life)),
                          owner.empty() ? "nobody named" : owner});
  }
  table.caption = parked.empty()
                      ? "Parked"
                      : counted(parked.size(), "breach stood and is", "breaches stood and are") +
                            " parked: nobody could judge them this time";
  table.when_empty = "Every breach that stood could be judged again.";
  table.print_first(k_lines_shown, left_off(k_lines_shown, parked.size(), "the most severe first"));
  return table;
}

}  // namespace tidemark::report
