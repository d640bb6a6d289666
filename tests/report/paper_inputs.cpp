#include "paper_inputs.hpp"

#include <catch2/catch.hpp>
#include <memory>

namespace tidemark::made {

report::Draw fixed_draw() {
  auto state = std::make_shared<std::uint32_t>(20180412U);
  return [state](std::uint32_t below) {
    *state = *state * 1664525U + 1013904223U;
    return (*state >> 8U) % below;
  };
}

namespace {

// So many cases of each kind as were counted, of no child and of no other rule.
std::vector<RuleCases> cases_of(const std::vector<Counts>& counts) {
  std::uint64_t next = 1;
  const auto so_many = [&](std::uint64_t count, std::initializer_list<CaseSet*> sets) {
    for (std::uint64_t i = 0; i < count; ++i, ++next) {
      for (CaseSet* set : sets) set->push_back(next * next * next);
    }
  };
  std::vector<RuleCases> all(counts.size());
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const Counts& c = counts[i];
    RuleCases& r = all[i];
    so_many(c.breach, {&r.about, &r.late, &r.unexplained});
    so_many(c.explained, {&r.about, &r.late, &r.explained});
    so_many(c.on_track + c.due_soon + c.met_late, {&r.about, &r.not_late});
    so_many(c.cannot_decide + c.error + c.population_undecided, {&r.about, &r.undecided});
  }
  return all;
}

}  // namespace

report::Document Paper::by(
    const std::function<report::Document(const report::PaperInputs&)>& write) const {
  const report::Pseudonyms names(report::children_of(run, lives), lives, identified, fixed_draw());
  const report::KnownIds ids(run, lives);
  const PublicFigures figures =
      public_figures(*run.rulebook, cases_of(run.judgements.counts), nullptr);
  const report::PaperInputs inputs{run,
                                   lives,
                                   names,
                                   ids,
                                   shape,
                                   day_of(2018, 4, 12),
                                   next_on,
                                   before,
                                   nullptr,
                                   nullptr,
                                   trend,
                                   "exports/2018",
                                   {},
                                   "",
                                   number,
                                   draft,
                                   "2018-04-10T09:30:00Z",
                                   &figures};
  return write(inputs);
}

Event event(EventKind kind, const char* on, const char* why) {
  Event made;
  made.kind = kind;
  made.on = parse_iso(on).value();
  made.by = "P. Chair";
  made.role = "panel chair";
  made.why = why;
  return made;
}

ExceptionLife life_of(std::int64_t number, const Finding& finding, const char* raised) {
  Event first = event(EventKind::raised, raised);
  first.exception = number;
  return tidemark::life_of({finding.rule, finding.child, finding.occasion}, {first});
}

ExceptionLife with(ExceptionLife life, Event event) {
  std::vector<Event> events = life.history;
  event.exception = life.number;
  event.number = static_cast<std::int64_t>(events.size()) + life.number * 100;
  events.push_back(std::move(event));
  return tidemark::life_of({life.rule, life.child, life.occasion}, std::move(events));
}

std::vector<std::vector<std::string>> rows_of(const report::Document& paper,
                                              const std::string& id) {
  for (const report::Block& block : paper.blocks) {
    const auto* table = std::get_if<report::TableBlock>(&block);
    if (table != nullptr && table->id == id) return table->rows;
  }
  FAIL("no table " << id);
  return {};
}

namespace {

void add_words(const report::TableBlock& table, std::string& out) {
  out += table.caption + "\n";
  for (const auto& row : table.rows) {
    for (const std::string& cell : row) out += cell + " | ";
    out += "\n";
  }
  out += table.rows.empty() ? table.when_empty + "\n" : "";
  out += table.says_left_off + "\n";
}

}  // namespace

std::string words_of(const report::Document& paper) {
  std::string out =
      paper.title + "\n" + paper.subtitle + "\n" + paper.number + "\n" + paper.running_foot + "\n";
  for (const report::Block& block : paper.blocks) {
    if (const auto* heading = std::get_if<report::Heading>(&block)) out += heading->text + "\n";
    if (const auto* said = std::get_if<report::Paragraph>(&block)) out += said->text + "\n";
    if (const auto* table = std::get_if<report::TableBlock>(&block)) add_words(*table, out);
    if (const auto* picture = std::get_if<report::Picture>(&block))
      out += picture->title + "\n" + picture->description + "\n";
    if (const auto* bullets = std::get_if<report::Bullets>(&block)) {
      for (const std::string& item : bullets->items) out += item + "\n";
    }
  }
  return out;
}

}  // namespace tidemark::made
