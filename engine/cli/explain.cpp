// tidemark explain: why, and why not, for one child: each part of a rule with its value and cells.
#include <algorithm>
#include <iostream>
#include <string>

#include "base/text.hpp"
#include "cli/opening.hpp"
#include "cli/outcome.hpp"
#include "cli/verbs.hpp"
#include "evaluate/judge.hpp"

namespace tidemark::cli {

namespace {

struct Request {
  std::string child, rule, snapshot, as_at, rules;
};

std::string place_of(const Evidence& cell) {
  if (cell.file.empty()) return cell.note;
  std::string out = cell.file + ":" + std::to_string(cell.line) + " " + cell.source_column;
  out += cell.value.empty() ? " blank" : " \"" + cell.value + "\"";
  return cell.note.empty() || cell.note == "blank" ? out : out + " (" + cell.note + ")";
}

void print_headline(const Finding& finding) {
  const Judgement& judgement = finding.judgement;
  std::cout << "  " << name_of(judgement.verdict);
  if (!finding.occasion.empty()) std::cout << ", occasion " << finding.occasion;
  if (!judgement.clock.is_absent()) std::cout << ", clock from " << words_of(judgement.clock);
  if (!judgement.due.is_absent()) std::cout << ", due " << words_of(judgement.due);
  if (judgement.has_days_over) {
    std::cout << ", " << (judgement.at_least ? "at least " : "") << judgement.days_over
              << " days over";
  }
  std::cout << "\n";
  if (!finding.reason.empty()) std::cout << "  " << finding.reason << "\n";
}

void print_tree(const Explanation& explanation) {
  if (!explanation.finding.says.empty()) std::cout << "  " << explanation.finding.says << "\n";
  for (const ExplainLine& line : explanation.lines) {
    const std::string indent(2 * static_cast<std::size_t>(line.depth) + 4, ' ');
    std::cout << indent << line.part << ": " << line.value << "\n";
    for (const Evidence& cell : line.evidence) {
      std::cout << indent << "    " << place_of(cell) << "\n";
    }
  }
}

// Ids that one slip of the hand away would have named a child.
std::string near_misses(const ChildIndex& children, const std::string& id) {
  std::vector<std::string> near;
  for (std::uint32_t child = 0; child < children.size(); ++child) {
    if (edit_distance(children.id(child), id) == 1) near.emplace_back(children.id(child));
  }
  if (near.empty()) return "no id in it differs from that by one letter";
  std::sort(near.begin(), near.end());
  constexpr std::size_t k_shown = 5;
  std::string out = std::to_string(near.size()) +
                    (near.size() == 1 ? " id differs" : " ids differ") +
                    " from that by one letter: ";
  for (std::size_t i = 0; i < std::min(near.size(), k_shown); ++i) {
    out += (i == 0 ? "" : ", ") + near[i];
  }
  return near.size() > k_shown ? out + " ..." : out;
}

void print_rule(const Rulebook& rulebook, const Snapshot& snapshot, Day as_at, std::uint32_t child,
                std::size_t rule, bool with_tree) {
  std::cout << "\n" << rulebook.rules[rule].id << "  " << rulebook.rules[rule].title << "\n";
  const auto explanations = explain(rulebook, snapshot, as_at, child, static_cast<int>(rule));
  if (explanations.empty()) std::cout << "  not_applicable: no occasion of it\n";
  for (const Explanation& explanation : explanations) {
    print_headline(explanation.finding);
    if (with_tree) print_tree(explanation);
  }
}

int print_child(const Request& request, const Rulebook& rulebook, const Snapshot& snapshot,
                Day as_at) {
  const std::uint32_t child = snapshot.children.find(request.child);
  if (child == ChildIndex::k_none) {
    return fail({ErrorKind::input, "there is no child \"" + request.child + "\" among the " +
                                       std::to_string(snapshot.children.size()) + " of " +
                                       request.snapshot + "; " +
                                       near_misses(snapshot.children, request.child)});
  }
  std::cout << "Child " << request.child << ", as at " << in_words(as_at) << "\n";
  for (std::size_t rule = 0; rule < rulebook.rules.size(); ++rule) {
    if (!request.rule.empty() && rulebook.rules[rule].id != request.rule) continue;
    print_rule(rulebook, snapshot, as_at, child, rule, !request.rule.empty());
  }
  if (request.rule.empty()) {
    std::cout << "\nAdd --rule ID for each part of a rule and the cells behind it.\n";
  }
  return k_done;
}

int run(const Request& request) {
  const Result<Day> as_at = day_named("--as-at", request.as_at);
  if (!as_at) return fail(as_at.error());
  Result<Rulebook> rulebook = open_rules(request.rules);
  if (!rulebook) return fail(rulebook.error());
  if (!request.rule.empty() && rulebook.value().rule(request.rule) == nullptr) {
    say_problems(rulebook.value());
    return fail(
        {ErrorKind::usage, "there is no rule " + request.rule + " (tidemark describe lists them)"});
  }
  const Result<Snapshot> snapshot = open_snapshot(request.snapshot, rulebook.value(), 1);
  if (!snapshot) return fail(snapshot.error());
  return print_child(request, rulebook.value(), snapshot.value(), as_at.value());
}

}  // namespace

void add_explain(CommandLine& app, int& exit_code) {
  Verb* verb = app.add_subcommand(
      "explain", "Say why a rule found what it found for one child, or why it found nothing.");
  auto request = std::make_shared<Request>();
  verb->add_option("--child", request->child, "The child's id").required().type_name("ID");
  verb->add_option("--rule", request->rule, "Only this rule, part by part").type_name("ID");
  verb->add_option("--snapshot", request->snapshot, "Folder or file with the data")
      .required()
      .type_name("PATH");
  verb->add_option("--as-at", request->as_at, "The day asked about")
      .required()
      .type_name("YYYY-MM-DD");
  verb->add_option("--rules", request->rules, "Folder of rules (default: the shipped rules)")
      .type_name("DIR");
  verb->footer(
      "Examples:\n"
      "  tidemark explain --child 566910 --snapshot exports/2018 --as-at 2018-03-31\n"
      "  tidemark explain --child 566910 --rule PO-9M --snapshot exports/2018 --as-at 2018-03-31");
  verb->callback([request, &exit_code] { exit_code = run(*request); });
}

}  // namespace tidemark::cli
