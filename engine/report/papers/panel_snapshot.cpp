// 1: what the pack was made from, how old it is, and what is missing; then the whole pack in a few
// numbers.
#include <algorithm>

#include "report/papers/lists_supplied.hpp"
#include "report/papers/panel_sections.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

constexpr Day k_old = 35;  // a month and the usual days between papers and panel

std::uint64_t count(std::size_t n) {
  return static_cast<std::uint64_t>(n);
}

void say_age(Document& paper, const PaperInputs& inputs) {
  const Day age = inputs.held_on - inputs.run.as_at;
  if (age < 0) {
    say(paper, "Take care: the record is seen as at a day after the meeting.",
        Paragraph::Style::warning);
  } else if (age > k_old) {
    say(paper,
        "Take care: the record is " + counted(count(static_cast<std::size_t>(age)), "day", "days") +
            " old on the day of the meeting; what was done since is not in this pack.",
        Paragraph::Style::warning);
  }
  const std::string& warning = inputs.run.coverage.warning;
  if (!warning.empty()) say(paper, "Take care: " + warning, Paragraph::Style::warning);
}

void say_rules_with_errors(Document& paper, const PaperInputs& inputs) {
  std::uint64_t not_loaded = 0, errors = 0;
  for (const RuleProblem& problem : inputs.run.rulebook->problems) not_loaded += problem.fatal;
  for (const Counts& counts : inputs.run.judgements.counts) errors += counts.error;
  if (not_loaded + errors == 0) return;
  say(paper,
      "Take care: " + counted(not_loaded, "rule did not load", "rules did not load") + " and " +
          counted(errors, "case was not judged because its rule failed",
                  "cases were not judged because their rule failed") +
          ". What they would have found is not in this pack.",
      Paragraph::Style::warning);
}

std::string recording_words(const CaseList& cases) {
  const std::vector<std::string>& rules = cases.inputs().shape.recording;
  std::uint64_t waiting = 0, late = 0;
  for (const CaseLine& line : cases.standing()) waiting += names(rules, line.rule->id) ? 1 : 0;
  for (const Finding& finding : cases.inputs().run.findings) {
    const bool is_late = finding.judgement.verdict == Verdict::met_late;
    late += is_late && names(rules, finding.rule) ? 1 : 0;
  }
  if (rules.empty()) return "not known: the rulebook has no rule for it";
  const std::string why = why_not_known(cases.inputs(), rules);
  if (waiting + late == 0 && !why.empty()) return "cannot be decided: " + why;
  const std::uint64_t open = undecided_of(cases.inputs(), rules);
  if (waiting + late == 0) {
    return open == 0 ? "none known"
                     : "none known; of " + counted(open, "fact", "facts") + " it cannot be decided";
  }
  return counted(waiting, "fact", "facts") + " known and not yet recorded in time, " +
         counted(late, "fact", "facts") + " recorded late";
}

// The file or folder alone: a path may name people.
std::string last_part(const std::string& path) {
  const std::size_t end = path.find_last_not_of('/');
  if (end == std::string::npos) return "not kept";
  const std::size_t slash = path.rfind('/', end);
  return path.substr(slash == std::string::npos ? 0 : slash + 1, end + 1 - (slash + 1));
}

std::string age_words(Day age) {
  const std::string days = counted(static_cast<std::uint64_t>(age < 0 ? -age : age), "day", "days");
  return age < 0 ? "none: seen " + days + " after the meeting" : days;
}

void write_facts(Document& paper, const CaseList& cases) {
  const PaperInputs& inputs = cases.inputs();
  TableBlock table;
  table.id = "snapshot-facts";
  table.caption = "What this pack was made from";
  table.columns = {words("Fact", 1), words("Value", 3)};
  table.rows = {
      {"Record seen as at", in_words(inputs.run.as_at)},
      {"Age on the day of the meeting", age_words(inputs.held_on - inputs.run.as_at)},
      {"Source", last_part(inputs.source)},
      {"Children in the record", std::to_string(inputs.run.snapshot->children.size())},
      {"Run", std::to_string(inputs.run.record.number) + ", " +
                  counted(count(inputs.run.rulebook->rules.size()), "rule", "rules")},
      {"Compared with", inputs.before
                            ? (inputs.before->number > 0
                                   ? "pack " + std::to_string(inputs.before->number) + ", panel of "
                                   : "the panel of ") +
                                  in_words(inputs.before->held_on)
                            : "no earlier pack, so every breach counts as new"},
      {"Recording backlog", recording_words(cases)},
  };
  paper.blocks.emplace_back(std::move(table));
}

// "no court list was supplied" -> "court list"; other causes stand in section 6 alone.
std::string missing_name(const std::string& words) {
  constexpr std::string_view k_before = "no ", k_after = " was supplied";
  if (!words.starts_with(k_before) || !words.ends_with(k_after)) return {};
  return words.substr(k_before.size(), words.size() - k_before.size() - k_after.size());
}

void say_missing(Document& paper, const CaseList& cases) {
  std::string all;
  for (const MissingTable& cause : cases.inputs().run.undecided.missing_tables()) {
    const std::string name = missing_name(cause.words);
    if (!name.empty()) all += (all.empty() ? "" : ", ") + name;
  }
  if (all.empty()) {
    say(paper, "Every table that a rule asks for was supplied.");
  } else {
    say(paper, "Tables missing: " + all + ". Section 6 says what that leaves undecided.");
  }
}

void say_what_counts(Document& paper, const CaseList& cases) {
  std::string small =
      "One count is one rule and one child, or one occasion of it; a child may be counted under "
      "several rules. Explained breaches are breaches and are counted as such; exempt ones are "
      "breaches too and "
      "stand in the last line, never among the others.";
  if (cases.standing_on_trial() > 0) {
    small += " Rules on trial found " + std::to_string(cases.standing_on_trial()) +
             " more, which are not in this pack.";
  }
  say(paper, small, Paragraph::Style::small);
}

void write_numbers(Document& paper, const CaseList& cases) {
  const PaperInputs& inputs = cases.inputs();
  struct Row {
    std::uint64_t standing = 0, fresh = 0, explained = 0, exempt = 0, escalated = 0, undecided = 0;
  };
  std::vector<Row> rows(4);
  Row exempt;  // beside the headline, never in it
  for (const CaseLine& line : cases.standing()) {
    const bool is_exempt = line.exemption != nullptr;
    Row& row = is_exempt ? exempt : rows[static_cast<std::size_t>(line.severity())];
    ++row.standing;
    row.fresh += line.is_new ? 1 : 0;
    row.explained += line.finding->judgement.verdict == Verdict::explained ? 1 : 0;
    if (is_exempt) ++rows[static_cast<std::size_t>(line.severity())].exempt;
    row.escalated += line.life != nullptr && line.life->state == LifeState::escalated ? 1 : 0;
  }
  const std::vector<Rule>& rules = inputs.run.rulebook->rules;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const Counts& counts = inputs.run.judgements.counts[i];
    if (rules[i].maturity != Maturity::live) continue;
    rows[static_cast<std::size_t>(rules[i].severity)].undecided +=
        counts.cannot_decide + counts.population_undecided;
  }
  TableBlock table;
  table.id = "numbers";
  table.caption = "The pack in numbers";
  table.columns = {words("Severity", 1.4),       a_number("Breaches"),
                   a_number("Of these new"),     a_number("With a stated reason"),
                   a_number("Exempt besides"),   a_number("Escalated"),
                   a_number("Cannot be decided")};
  Row all;
  const auto add_row = [&table](const std::string& name, const Row& row) {
    std::vector<std::string> cells{name};
    for (const std::uint64_t n :
         {row.standing, row.fresh, row.explained, row.exempt, row.escalated, row.undecided}) {
      cells.push_back(std::to_string(n));
    }
    table.rows.push_back(std::move(cells));
  };
  for (std::size_t i = 0; i < rows.size(); ++i) {
    add_row(words_of(static_cast<Severity>(i)), rows[i]);
    all.standing += rows[i].standing;
    all.fresh += rows[i].fresh;
    all.explained += rows[i].explained;
    all.exempt += rows[i].exempt;
    all.escalated += rows[i].escalated;
    all.undecided += rows[i].undecided;
  }
  add_row("All", all);
  add_row("Exempt, not in the lines above", exempt);
  paper.blocks.emplace_back(std::move(table));
  say_what_counts(paper, cases);
}

}  // namespace

void write_snapshot(Document& paper, const CaseList& cases) {
  section(paper, "snapshot", "1. What this pack was made from");
  say_age(paper, cases.inputs());
  say_rules_with_errors(paper, cases.inputs());
  write_numbers(paper, cases);
  write_facts(paper, cases);
  say_missing(paper, cases);
}

}  // namespace tidemark::report
