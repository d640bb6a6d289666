#include "report/papers/case_list.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>

namespace tidemark::report {

namespace {

// Whatever is recorded of it afterwards, with that event it was resolved.
const Event& resolved_by(const ExceptionLife& life) {
  for (auto event = life.history.rbegin(); event != life.history.rend(); ++event) {
    if (event->kind == EventKind::resolved) return *event;
  }
  return life.history.back();
}

}  // namespace

bool PackBefore::knew(const Event& event) const {
  if (run == 0) return event.on <= as_at;
  if (event.run > 0) return event.run <= run && event.on <= as_at;
  if (issued_at.empty() || event.recorded_at.empty()) return event.on <= as_at;
  return event.recorded_at <= issued_at && event.on <= std::max(held_on, as_at);
}

std::vector<std::string> children_of(const AuditRun& run, const std::vector<ExceptionLife>& lives) {
  std::set<std::string> children;
  for (const Finding& finding : run.findings) children.insert(finding.child);
  for (const Finding& finding : run.coming) children.insert(finding.child);
  for (const ExceptionLife& life : lives) children.insert(life.child);
  return {children.begin(), children.end()};
}

bool stands(Verdict verdict) {
  return verdict == Verdict::breach || verdict == Verdict::explained;
}

bool is_of_own_list(const Finding& finding) {
  return std::any_of(finding.evidence.begin(), finding.evidence.end(), [](const Evidence& cell) {
    return cell.file.starts_with("tidemark-");  // audit/own_lists.hpp
  });
}

bool names(const std::vector<std::string>& rules, const std::string& rule) {
  return std::find(rules.begin(), rules.end(), rule) != rules.end();
}

CaseList::CaseList(const PaperInputs& inputs) : inputs_(inputs) {
  for (const ExceptionLife& life : inputs.lives) {
    lives_[{life.rule, life.child, life.occasion}] = &life;
  }
  const std::vector<Finding>& findings = inputs.run.findings;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Verdict verdict = findings[i].judgement.verdict;
    if (!stands(verdict) && verdict != Verdict::cannot_decide) continue;
    const CaseLine line = line_of(findings[i], i);
    const bool is_live = line.rule->maturity == Maturity::live;
    if (verdict == Verdict::cannot_decide) {
      if (is_live) undecided_.push_back(line);
    } else if (is_live) {
      standing_.push_back(line);
    } else {
      ++on_trial_;
    }
  }
  const auto place = [](const CaseLine& line) {
    return std::make_tuple(line.severity(), -line.days_over(), std::string_view(line.reference));
  };
  std::stable_sort(standing_.begin(), standing_.end(),
                   [&](const CaseLine& a, const CaseLine& b) { return place(a) < place(b); });
  std::stable_sort(undecided_.begin(), undecided_.end(), [](const CaseLine& a, const CaseLine& b) {
    return std::tie(a.rule->severity, a.reference) < std::tie(b.rule->severity, b.reference);
  });
}

CaseLine CaseList::line_of(const Finding& finding, std::size_t index) const {
  CaseLine line;
  line.finding = &finding;
  line.rule = &inputs_.run.rulebook->rules[finding.judgement.rule];
  line.life = life_of(finding);
  if (line.life != nullptr) line.exemption = exemption_on(*line.life, inputs_.held_on);
  line.is_new = is_new(line, index);
  line.reason_gone = !line.is_new && is_reason_gone(line);
  line.reference = inputs_.names.line(finding.child, line.life);
  return line;
}

// A store without lives still knows what the run before found.
bool CaseList::is_new(const CaseLine& line, std::size_t index) const {
  if (!inputs_.before) return true;
  if (line.life == nullptr) {
    const std::vector<Change>& changes = inputs_.run.since_last.changes;
    return !inputs_.run.compared_with || index >= changes.size() ||
           changes[index] == Change::raised;
  }
  return std::any_of(line.life->history.begin(), line.life->history.end(), [&](const Event& event) {
    const bool begins = event.kind == EventKind::raised || event.kind == EventKind::reopened;
    return begins && !inputs_.before->knew(event);
  });
}

bool CaseList::is_reason_gone(const CaseLine& line) const {
  if (line.life == nullptr || line.finding->judgement.verdict != Verdict::breach) return false;
  std::string_view then;  // its verdict as the panel before knew it
  for (const Event& event : line.life->history) {
    const bool was_known = inputs_.before && inputs_.before->knew(event);
    if (was_known && !event.facts.verdict.empty()) then = event.facts.verdict;
  }
  return then == name_of(Verdict::explained);
}

std::vector<CaseLine> CaseList::coming(Day by) const {
  std::vector<CaseLine> lines;
  for (const Finding& finding : inputs_.run.coming) {
    const CaseLine line = line_of(finding, inputs_.run.findings.size());
    const Date& due = finding.judgement.due;
    const bool soon = !due.is_absent() && due.lo <= by;
    if (soon && line.rule->maturity == Maturity::live) lines.push_back(line);
  }
  std::stable_sort(lines.begin(), lines.end(), [](const CaseLine& a, const CaseLine& b) {
    return std::tie(a.finding->judgement.due.lo, a.reference) <
           std::tie(b.finding->judgement.due.lo, b.reference);
  });
  return lines;
}

std::vector<CaseLine> CaseList::open_or_late(const std::vector<std::string>& rules) const {
  std::vector<CaseLine> lines;
  for (const CaseLine& line : standing_) {
    if (names(rules, line.rule->id)) lines.push_back(line);
  }
  for (const Finding& finding : inputs_.run.coming) {
    const CaseLine line = line_of(finding, inputs_.run.findings.size());
    const bool is_asked = names(rules, line.rule->id) && line.rule->maturity == Maturity::live;
    if (is_asked) lines.push_back(line);
  }
  return lines;
}

std::vector<const ExceptionLife*> CaseList::resolved() const {
  std::vector<const ExceptionLife*> resolved;
  for (const ExceptionLife& life : inputs_.lives) {
    if (life.is_open()) continue;
    const bool since = !inputs_.before || !inputs_.before->knew(resolved_by(life));
    if (since) resolved.push_back(&life);
  }
  return resolved;
}

const ExceptionLife* CaseList::life_of(const Finding& finding) const {
  const auto found = lives_.find({finding.rule, finding.child, finding.occasion});
  return found == lives_.end() ? nullptr : found->second;
}

const Rule* CaseList::rule_of(const std::string& id) const {
  return inputs_.run.rulebook->rule(id);
}

bool CaseList::has_own_section(const CaseLine& line) const {
  const PaperShape& shape = inputs_.shape;
  const std::string& id = line.rule->id;
  return names(shape.actions, id) || names(shape.exemptions, id) || names(shape.no_tracker, id) ||
         names(shape.recording, id);
}

}  // namespace tidemark::report
