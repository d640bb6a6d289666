#include <algorithm>

#include "evaluate/judge.hpp"
#include "evaluate/narrator.hpp"
#include "rulebook/describe.hpp"

namespace tidemark {
namespace {

constexpr int k_deepest = 12;

bool opens_up(Op op) {
  switch (op) {
    case Op::all_of:
    case Op::any_of:
    case Op::none_of:
    case Op::choose:
    case Op::earliest_of:
    case Op::latest_of:
    case Op::first_known:
    case Op::either_of:
    case Op::before:
    case Op::after:
    case Op::on_or_before:
    case Op::on_or_after:
    case Op::same_day:
    case Op::during:
    case Op::at_least:
    case Op::more_than:
    case Op::at_most:
    case Op::under:
    case Op::equals:
    case Op::shift_forward:
    case Op::shift_back:
    case Op::plus:
    case Op::minus:
    case Op::days_between:
    case Op::years_between:
      return true;
    default:
      return false;
  }
}

// Prints a rule as a tree: each part in English, what it comes to, the cells it rests on.
class Tree {
 public:
  Tree(Evaluator& evaluator, const CaseView& view, std::vector<ExplainLine>& lines)
      : evaluator_(evaluator), view_(view), lines_(lines) {}

  void heading(const std::string& text, const std::string& value) {
    lines_.push_back({0, text, value, {}});
  }

  void part(ExprId id, int depth) {
    const PlanNode& node = evaluator_.plan()[id];
    if (node.op == Op::constant_day || node.op == Op::constant_number || node.op == Op::as_at ||
        node.op == Op::period_start)
      return;
    ExplainLine line{depth, describe(evaluator_.plan().rulebook(), id), "", {}};
    const bool opens = opens_up(node.op) && depth < k_deepest;
    Trace trace;
    if (!opens) evaluator_.trace_into(&trace);
    line.value = value_in_words(evaluator_, id);
    evaluator_.trace_into(nullptr);
    if (!opens) line.evidence = evidence_of(trace, evaluator_.child_case(), &view_);
    lines_.push_back(std::move(line));
    if (!opens) return;
    for (std::uint32_t i = 0; i < node.arg_count; ++i) part(node.args[i], depth + 1);
  }

 private:
  Evaluator& evaluator_;
  const CaseView& view_;
  std::vector<ExplainLine>& lines_;
};

void explain_rule(const Rule& rule, const Judgement& judgement, Evaluator& evaluator, Tree& tree) {
  const auto section = [&](const char* heading, ExprId id) {
    if (id == k_no_expr) return;
    tree.heading(heading, value_in_words(evaluator, id));
    tree.part(id, 1);
  };
  section("Who it is about", rule.applies);
  section("Clock starts", rule.clock);
  for (const LimitChoice& choice : rule.limits) {
    if (choice.when != k_no_expr && evaluator.truth(choice.when) == Truth::no) continue;
    tree.heading("Limit", words_of(choice.limit));
    if (choice.when != k_no_expr) tree.part(choice.when, 1);
  }
  if (!judgement.due.is_absent()) tree.heading("Due", words_of(judgement.due));
  section("Clock stops", rule.stops);
  section("Breach when", rule.breach_when);
  section("Warning when", rule.amber_when);
  for (const Reason& reason : rule.explained_by) {
    tree.heading("Explained if: " + reason.text, value_in_words(evaluator, reason.when));
    tree.part(reason.when, 1);
  }
}

}  // namespace

std::vector<Explanation> explain(const Rulebook& rulebook, const Snapshot& snapshot, Day as_at,
                                 std::uint32_t child, int rule) {
  const Plan plan(rulebook, snapshot.pools.texts);
  CaseView view(snapshot, rulebook.model, rulebook.sources, as_at);
  Evaluator evaluator(plan);
  evaluator.start(view.open(child));
  std::vector<Judgement> judgements;
  RuleJudge(evaluator).judge(static_cast<std::size_t>(rule), judgements);
  if (judgements.empty()) {
    Judgement none;
    none.rule = static_cast<std::uint16_t>(rule);
    none.child = child;
    judgements.push_back(none);
  }
  std::vector<Explanation> explanations;
  for (const Judgement& judgement : judgements) {
    Explanation explanation;
    Narrator narrator(evaluator, &view);
    explanation.finding = narrator.finding(judgement);
    explanation.finding.child = std::string(snapshot.children.id(child));
    narrator.bind_row(judgement);
    Tree tree(evaluator, view, explanation.lines);
    explain_rule(rulebook.rules[static_cast<std::size_t>(rule)], judgement, evaluator, tree);
    explanations.push_back(std::move(explanation));
  }
  return explanations;
}

}  // namespace tidemark
