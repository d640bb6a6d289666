#include "evaluate/narrator.hpp"

#include <cstdlib>

#include "rulebook/describe.hpp"

namespace tidemark {
namespace {

std::string days_in_words(const Judgement& judgement) {
  if (!judgement.has_days_over) return "";
  const std::string at_least = judgement.at_least ? "at least " : "";
  return at_least + std::to_string(judgement.days_over) +
         (judgement.days_over == 1 ? " day" : " days");
}

// "A {clock}. {overdue} past {limit}. C." without the sentences that speak of being over.
std::string without_overdue(const std::string& says) {
  std::string kept;
  std::size_t begin = 0;
  while (begin < says.size()) {
    std::size_t end = says.find(". ", begin);
    end = end == std::string::npos ? says.size() : end + 2;
    const std::string sentence = says.substr(begin, end - begin);
    if (sentence.find("{overdue}") == std::string::npos) kept += sentence;
    begin = end;
  }
  while (!kept.empty() && kept.back() == ' ') kept.pop_back();
  return kept;
}

}  // namespace

void Narrator::bind_row(const Judgement& judgement) {
  const Rule& rule = evaluator_.plan().rulebook().rules[judgement.rule];
  if (rule.each == k_no_expr) return;
  const int table = evaluator_.rows(rule.each).table;
  if (judgement.row < 0) {
    evaluator_.bind_unseen(rule.each_binder, table);
  } else {
    evaluator_.bind(rule.each_binder, table, static_cast<std::uint32_t>(judgement.row));
  }
}

// Evaluates again what the verdict rests on, with every cell noted.
Trace Narrator::trace_of(const Rule& rule, const Judgement& judgement) {
  Trace trace;
  evaluator_.trace_into(&trace);
  if (rule.each != k_no_expr && judgement.row < 0) {
    const Rows rows = evaluator_.rows(rule.each);
    trace.note(rows.table, -1, 0);
  }
  bind_row(judgement);
  if (rule.applies != k_no_expr) static_cast<void>(evaluator_.truth(rule.applies));
  if (!judgement.population_undecided) {
    for (const ExprId part : {rule.clock, rule.due, rule.stops}) {
      if (part != k_no_expr) static_cast<void>(evaluator_.date(part));
    }
    if (rule.breach_when != k_no_expr) static_cast<void>(evaluator_.truth(rule.breach_when));
    for (const LimitChoice& choice : rule.limits) {
      if (choice.when != k_no_expr) static_cast<void>(evaluator_.truth(choice.when));
    }
    if (judgement.reason >= 0) {
      const Reason& reason = rule.explained_by[static_cast<std::size_t>(judgement.reason)];
      static_cast<void>(evaluator_.truth(reason.when));
    }
  }
  evaluator_.trace_into(nullptr);
  return trace;
}

std::string Narrator::why_undecided(const Rule& rule, const Judgement& judgement,
                                    const Trace& trace) {
  const std::string cause =
      cause_of(trace, evaluator_.plan().rulebook(), evaluator_.child_case(), view_);
  if (judgement.population_undecided) {
    return "whether the rule applies" + (cause.empty() ? std::string() : ": " + cause);
  }
  const bool counts = rule.breach_when != k_no_expr;
  if (!counts && rule.clock != k_no_expr && judgement.clock.is_absent()) {
    return "there is no date on which the clock starts";
  }
  for (const int table : evaluator_.plan().stop_tables(judgement.rule)) {
    const CaseSlice& slice = evaluator_.child_case().tables[static_cast<std::size_t>(table)];
    const bool uncovered = slice.supply == Supply::full && slice.covers_from != k_earliest &&
                           judgement.due.lo < slice.covers_from && !judgement.due.is_absent();
    if (uncovered) {
      const bool sure = judgement.due.hi < slice.covers_from;
      return (sure ? "it fell due before " : "it may have fallen due before ") +
             in_words(slice.covers_from) + ", the first day that the " +
             evaluator_.plan().rulebook().model.tables[static_cast<std::size_t>(table)].list +
             " covers";
    }
  }
  return cause.empty() ? "the record allows two answers" : cause;
}

std::string Narrator::occasion_of(const Rule& rule, const Judgement& judgement) {
  if (rule.each == k_no_expr) return text_of(judgement.clock);
  if (judgement.row < 0) return "";
  const int table = evaluator_.rows(rule.each).table;
  return row_key_text(evaluator_.child_case(), table, static_cast<std::uint32_t>(judgement.row));
}

std::string Narrator::word_for(const std::string& name, const Rule& rule,
                               const Judgement& judgement) {
  if (name == "clock") return words_of(judgement.clock);
  if (name == "due") return words_of(judgement.due);
  if (name == "overdue") return days_in_words(judgement);
  if (name == "limit") {
    for (const LimitChoice& choice : rule.limits) {
      if (choice.when == k_no_expr || evaluator_.truth(choice.when) == Truth::yes) {
        return words_of(choice.limit.span);
      }
    }
    return "the limit";
  }
  for (const Fact& fact : rule.facts) {
    if (fact.name == name) return value_in_words(evaluator_, fact.value);
  }
  return "{" + name + "}";
}

std::string Narrator::fill(const std::string& sentence, const Rule& rule,
                           const Judgement& judgement) {
  std::string text;
  std::size_t at = 0;
  while (at < sentence.size()) {
    const std::size_t open = sentence.find('{', at);
    const std::size_t close = open == std::string::npos ? open : sentence.find('}', open);
    if (close == std::string::npos) break;
    text += sentence.substr(at, open - at);
    text += word_for(sentence.substr(open + 1, close - open - 1), rule, judgement);
    at = close + 1;
  }
  text += sentence.substr(at);
  // A sentence may begin with a figure in words ("at least 12 days past ...").
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  for (std::size_t i = text.find(". "); i != std::string::npos; i = text.find(". ", i + 1)) {
    char& next = text[i + 2 < text.size() ? i + 2 : i];
    if (next >= 'a' && next <= 'z') next = static_cast<char>(next - 'a' + 'A');
  }
  return text;
}

// `says`, then the sentences of `says_also` that hold.
std::string Narrator::said(const std::string& says, const Rule& rule, const Judgement& judgement) {
  std::string text = says;
  for (const Reason& also : rule.says_also) {
    if (evaluator_.truth(also.when) == Truth::yes) text += (text.empty() ? "" : " ") + also.text;
  }
  return fill(text, rule, judgement);
}

std::string Narrator::sentence_for(const Rule& rule, const Finding& finding) {
  const Judgement& judgement = finding.judgement;
  switch (judgement.verdict) {
    case Verdict::cannot_decide:
      return "Cannot be decided: " + finding.reason + ".";
    case Verdict::error:
      return "The rule failed for this child: " + finding.reason;
    case Verdict::due_soon:
    case Verdict::on_track: {
      const std::string says = without_overdue(rule.says);
      std::string text = said(says, rule, judgement);
      if (judgement.due.is_absent() || says.find("{due}") != std::string::npos) return text;
      return text + (text.empty() ? "" : " ") + "Due " + words_of(judgement.due) + ".";
    }
    default:
      return said(judgement.has_days_over ? rule.says : without_overdue(rule.says), rule,
                  judgement);
  }
}

Finding Narrator::finding(const Judgement& judgement) {
  const Rulebook& rulebook = evaluator_.plan().rulebook();
  const Rule& rule = rulebook.rules[judgement.rule];
  Finding finding;
  finding.judgement = judgement;
  finding.rule = rule.id;
  evaluator_.forget_error();  // of a fact of the finding before
  const Trace trace = trace_of(rule, judgement);
  if (judgement.verdict == Verdict::error && evaluator_.error().empty()) {
    static_cast<void>(RuleJudge(evaluator_).judge_occasion(judgement.rule, judgement.row));
  }
  const std::string error = evaluator_.error();
  evaluator_.forget_error();
  bind_row(judgement);
  finding.occasion = occasion_of(rule, judgement);
  finding.evidence = evidence_of(trace, evaluator_.child_case(), view_);
  for (const Fact& fact : rule.facts) {
    finding.facts.emplace_back(fact.name, value_in_words(evaluator_, fact.value));
  }
  if (judgement.verdict == Verdict::error) {
    finding.reason = error;
  } else if (judgement.verdict == Verdict::cannot_decide) {
    finding.reason = why_undecided(rule, judgement, trace);
  } else if (judgement.verdict == Verdict::explained) {
    finding.reason =
        fill(rule.explained_by[static_cast<std::size_t>(judgement.reason)].text, rule, judgement);
  } else if (judgement.reason_not_evidenced) {
    Trace doubt;
    evaluator_.trace_into(&doubt);
    static_cast<void>(
        evaluator_.truth(rule.explained_by[static_cast<std::size_t>(judgement.reason)].when));
    evaluator_.trace_into(nullptr);
    const std::string cause =
        cause_of(doubt, evaluator_.plan().rulebook(), evaluator_.child_case(), view_);
    finding.reason = "reason not evidenced" + (cause.empty() ? std::string() : ": " + cause);
  }
  finding.says = sentence_for(rule, finding);
  return finding;
}

}  // namespace tidemark
