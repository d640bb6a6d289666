// Section 8: rules that did not load, rules that failed while they ran, warnings of the lint.
#include <map>

#include "report/rows.hpp"
#include "report/sections.hpp"
#include "report/words.hpp"

namespace tidemark::report {

namespace {

void write_problems(std::string& page, const Pack& pack, bool fatal, const std::string& caption) {
  std::vector<const RuleProblem*> problems;
  for (const RuleProblem& problem : pack.rulebook().problems) {
    if (problem.fatal == fatal) problems.push_back(&problem);
  }
  if (problems.empty()) return;
  Table table(page, caption, {{"Where", ""}, {"Rule", ""}, {"What is wrong", ""}});
  for (const RuleProblem* problem : problems) {
    const std::string line = problem->line == 0 ? "" : ":" + std::to_string(problem->line);
    table.row({text(problem->file + line), text(problem->rule), text(problem->message)});
  }
}

struct Failure {
  std::uint64_t count = 0;
  const Finding* first = nullptr;
};

void write_failures(std::string& page, const Pack& pack) {
  std::vector<std::pair<std::size_t, std::map<std::string, Failure>>> failed;
  for (const std::size_t rule : pack.rules()) {
    std::map<std::string, Failure> by_reason;
    for (const std::size_t i : pack.of(rule, Verdict::error)) {
      Failure& failure = by_reason[pack.finding(i).reason];
      if (failure.count++ == 0) failure.first = &pack.finding(i);
    }
    if (!by_reason.empty()) failed.emplace_back(rule, std::move(by_reason));
  }
  if (failed.empty()) return;
  Table table(page, "Rules that failed while they ran",
              {{"Rule", ""}, {"What is wrong", ""}, {"Not judged", "number"}, {"First child", ""}});
  for (const auto& [rule, by_reason] : failed) {
    for (const auto& [reason, failure] : by_reason) {
      table.row({rule_cell(pack.rulebook().rules[rule]), text(reason), text(number(failure.count)),
                 text(failure.first->child)});
    }
  }
}

}  // namespace

void write_rule_errors(std::string& page, const Pack& pack) {
  const Counts totals = pack.totals();
  if (pack.rules_not_loaded() == 0 && totals.error == 0) {
    paragraph(page, "Every rule loaded, and none failed for any child.");
  } else {
    paragraph(page,
              "A rule that is listed here has not judged the children that it is about: "
              "that it found nothing means nothing.");
  }
  write_problems(page, pack, true, "Rules that did not load and were not run");
  write_failures(page, pack);
  write_problems(page, pack, false, "Warnings: these rules ran");
}

}  // namespace tidemark::report
