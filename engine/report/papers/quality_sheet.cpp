// The data-quality sheet: what to put right and who can, what was not read as it stood, which
// tables did not come, and where a worker says that the record is wrong.
#include <map>
#include <set>
#include <tuple>

#include "report/causes.hpp"
#include "report/papers/free_text.hpp"
#include "report/papers/panel_sections.hpp"
#include "report/papers/papers.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

constexpr std::size_t k_most_fields = 200;

TableBlock by_owner(const CaseList& cases) {
  struct Sum {
    std::set<std::string_view> children;
    std::uint64_t undecided = 0;
  };
  std::map<std::pair<std::string, std::string>, Sum> sums;
  for (const CaseLine& line : cases.undecided()) {
    if (!missing_table_of(*line.finding).empty()) continue;
    for (const FieldToPutRight& field :
         fields_to_put_right(cases.inputs().run.rulebook->model, *line.finding)) {
      Sum& sum = sums[{field.owner.empty() ? "nobody named" : field.owner, field.field}];
      sum.children.insert(line.finding->child);
      ++sum.undecided;
    }
  }
  TableBlock table;
  table.id = "by-owner";
  table.caption = "Fields to put right, by who can";
  table.when_empty = "No child's own record leaves a rule undecided.";
  table.columns = {words("Who can put it right", 2), words("Field", 3), a_number("Children"),
                   a_number("Verdicts that wait for it")};
  for (const auto& [key, sum] : sums) {
    table.rows.push_back({key.first, key.second, std::to_string(sum.children.size()),
                          std::to_string(sum.undecided)});
  }
  return table;
}

TableBlock load_notes(const Snapshot& snapshot) {
  struct Sum {
    std::uint64_t notes = 0;
    std::string done;
  };
  std::map<std::tuple<std::string, std::string, std::string>, Sum> sums;
  for (const LoadNote& note : snapshot.notes) {
    Sum& sum = sums[{note.kind, note.file, note.column}];
    ++sum.notes;
    if (sum.done.empty()) sum.done = note.what_was_done;
  }
  TableBlock table;
  table.id = "load-notes";
  table.caption = counted(snapshot.notes.size(), "note", "notes") +
                  " on what was not read as it stood; load-notes.csv of the run has each";
  table.when_empty = "Every value of every file was read as it stood.";
  table.columns = {words("Kind", 2), words("File", 2), words("Column", 1.5), a_number("Notes"),
                   words("What was done", 4)};
  for (const auto& [key, sum] : sums) {
    table.rows.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key),
                          std::to_string(sum.notes), sum.done});
  }
  return table;
}

TableBlock record_wrong(const CaseList& cases) {
  const PaperInputs& inputs = cases.inputs();
  TableBlock table;
  table.id = "record-wrong";
  table.columns = {words("Reference", 1), words("What is listed as late", 3),
                   words("What is said to be wrong", 4), a_date("Since", 1)};
  for (const ExceptionLife& life : inputs.lives) {
    if (!life.record_wrong) continue;
    const Event* said = nullptr;
    for (const Event& event : life.history) {
      if (event.kind == EventKind::record_wrong) said = &event;
    }
    const Rule* rule = cases.rule_of(life.rule);
    table.rows.push_back({inputs.names.line(life.child, &life),
                          rule == nullptr ? life.rule : rule->title,
                          said == nullptr ? "" : free_text(inputs, said->why),
                          said == nullptr ? "" : inputs.names.day(said->on)});
  }
  table.caption = table.rows.empty()
                      ? "For the analyst"
                      : counted(table.rows.size(), "task", "tasks") + " for the analyst";
  table.when_empty = "Nobody has said that the record is wrong.";
  return table;
}

}  // namespace

Document quality_sheet(const PaperInputs& inputs) {
  Document paper = begin_paper(inputs, "Data-quality sheet", "As on");
  const CaseList cases(inputs);
  if (!inputs.intro.empty()) say(paper, inputs.intro, Paragraph::Style::lead);
  section(paper, "fields", "1. Fields to put right");
  paper.blocks.emplace_back(by_owner(cases));
  paper.blocks.emplace_back(fields_table(cases, "fields-table", k_most_fields));
  section(paper, "missing", "2. Tables that did not come");
  paper.blocks.emplace_back(missing_tables_table(cases, "undecided-tables"));
  section(paper, "notes", "3. What was not read as it stood");
  paper.blocks.emplace_back(load_notes(*inputs.run.snapshot));
  section(paper, "wrong", "4. Said to be wrong");
  paper.blocks.emplace_back(record_wrong(cases));
  return paper;
}

}  // namespace tidemark::report
