#include "cli/served_words.hpp"

#include <algorithm>

#include "cli/outcome.hpp"

namespace tidemark::cli {

std::string words_of_run(const AuditRun& run) {
  Counts sum;
  for (const Counts& counts : run.judgements.counts) add(counts, sum);
  const auto broken = std::count_if(run.rulebook->problems.begin(), run.rulebook->problems.end(),
                                    [](const RuleProblem& problem) { return problem.fatal; });
  const auto n = [](auto count) { return std::to_string(count); };
  std::string words = "Run " + n(run.record.number) + ", as at " + in_words(run.as_at) + ": " +
                      n(run.snapshot->children.size()) + " children, " +
                      n(run.rulebook->rules.size()) + " rules; breach " + n(sum.breach) +
                      ", explained " + n(sum.explained) + ", due soon " + n(sum.due_soon) +
                      ", cannot be decided " + n(sum.cannot_decide + sum.population_undecided) +
                      ", done late " + n(sum.met_late) + ", error " + n(sum.error) + ".";
  if (run.compared_with) {
    words += " Since run " + n(run.compared_with->number) + ": " + n(run.since_last.raised) +
             " new, " + n(run.since_last.resolved) + " resolved, " + n(run.since_last.parked) +
             " parked.";
  }
  if (!run.coverage.warning.empty()) {
    words += " Take care: the first page of the report says what the files lack.";
  }
  if (broken > 0) words += " Rules that did not load: " + n(broken) + ".";
  return words;
}

std::string words_of_failure(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::rules:
      return "The rules could not be used and nothing was recorded; the log of the server says "
             "why.";
    case ErrorKind::store:
      return "The store could not be used and nothing was recorded; the log of the server says "
             "why.";
    case ErrorKind::usage:
    case ErrorKind::input:
      break;
  }
  return "The snapshot could not be used and nothing was recorded; the log of the server says why.";
}

Letter letter_of(const ScheduledOutcome& outcome) {
  Letter letter;
  const char* how = outcome.exit_code == k_done ? "done" : "not done";
  if (outcome.exit_code == k_found) how = "no snapshot came";
  letter.subject = "Tidemark, " + outcome.job + ": " + how;
  letter.body =
      outcome.sentence + "\n\nJob: " + outcome.job + "\nDue: " + outcome.due_at +
      "\nBegan: " + outcome.began_at + "\nEnded: " + outcome.ended_at +
      "\nExit code: " + std::to_string(outcome.exit_code) +
      "\n\nThis letter holds counts only. The report lies with the others on the server.\n";
  return letter;
}

}  // namespace tidemark::cli
