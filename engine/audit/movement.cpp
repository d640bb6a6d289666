#include "audit/movement.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "audit/record_causes.hpp"
#include "audit/rule_changes.hpp"
#include "evaluate/child_judge.hpp"

namespace tidemark {

namespace {

constexpr const char* k_movements[] = {"none",
                                       "appears",
                                       "disappears",
                                       "changes_date",
                                       "changes_verdict",
                                       "becomes_undecidable",
                                       "becomes_decidable"};
constexpr const char* k_movement_words[] = {
    "not moved",         "appeared",   "disappeared", "with another date", "with another verdict",
    "no longer decided", "decided now"};
constexpr const char* k_causes[] = {
    "time_passed",    "child_came",   "child_went", "table_came",      "table_went",
    "record_changed", "entered_late", "corrected",  "setting_changed", "rule_changed"};

bool is_open(Verdict verdict) {
  return verdict == Verdict::cannot_decide || verdict == Verdict::error;
}

// An answer with what it rests on.
struct Said {
  Answer answer;
  std::vector<Evidence> evidence;
};

Said said_of(const Finding& finding) {
  const Judgement& judgement = finding.judgement;
  Said said;
  said.answer = {true,
                 finding.occasion,
                 judgement.verdict,
                 text_of(judgement.clock),
                 text_of(judgement.due),
                 finding.reason};
  said.evidence = finding.evidence;
  return said;
}

// Of several versions of a rule the one that speaks; an exception before anything else.
const Finding* speaking(const std::vector<Finding>& findings) {
  const Finding* best = nullptr;
  const auto weight = [](const Finding& finding) {
    const Verdict verdict = finding.judgement.verdict;
    if (verdict == Verdict::breach || verdict == Verdict::explained) return 2;
    return verdict == Verdict::not_applicable ? 0 : 1;
  };
  for (const Finding& finding : findings) {
    if (best == nullptr || weight(finding) > weight(*best)) best = &finding;
  }
  return best;
}

Movement movement_of(const Answer& before, const Answer& now) {
  if (before.stands() && now.stands()) {
    if (before.clock != now.clock || before.due != now.due) return Movement::changes_date;
    return before.verdict == now.verdict ? Movement::none : Movement::changes_verdict;
  }
  if (!is_open(before.verdict) && is_open(now.verdict)) return Movement::becomes_undecidable;
  if (is_open(before.verdict) && !is_open(now.verdict)) return Movement::becomes_decidable;
  if (now.stands()) return Movement::appears;
  return before.stands() ? Movement::disappears : Movement::none;
}

// Where the exception stands, the later of two; else wherever there is one.
std::string occasion_of(const Moved& moved) {
  if (moved.now.stands()) return moved.now.occasion;
  if (moved.before.stands()) return moved.before.occasion;
  return moved.now.occasion.empty() ? moved.before.occasion : moved.now.occasion;
}

bool says_the_same(const Answer& a, const Answer& b) {
  if (a.is_there != b.is_there || a.verdict != b.verdict) return false;
  if (is_open(a.verdict) || !a.is_there) return true;
  return a.clock == b.clock && a.due == b.due && a.reason == b.reason;
}

std::string words_of_time(const Answer& before, const Answer& now, Day from, Day to) {
  const auto named = [](const Answer& answer) {
    std::string name = name_of(answer.verdict);
    std::replace(name.begin(), name.end(), '_', ' ');
    return answer.is_there ? name : std::string("no such occasion");
  };
  return "from " + iso(from) + " to " + iso(to) + " with nothing else changed: " + named(before) +
         " -> " + named(now) + (now.due.empty() ? "" : ", due " + now.due);
}

// One of the two situations, or one between them.
struct Standpoint {
  const Rulebook* rulebook = nullptr;
  const Snapshot* snapshot = nullptr;
  Day as_at = 0;
  std::optional<ChildJudge> judge;
  std::optional<SeenRows> rows;

  ChildJudge& judging() {
    if (!judge) judge.emplace(*rulebook, *snapshot, as_at);
    return *judge;
  }
  SeenRows& seeing() {
    if (!rows) rows.emplace(*rulebook, *snapshot, as_at);
    return *rows;
  }
};

}  // namespace

const char* name_of(Movement movement) {
  return k_movements[static_cast<std::size_t>(movement)];
}
const char* words_of(Movement movement) {
  return k_movement_words[static_cast<std::size_t>(movement)];
}
const char* name_of(MoveCause cause) {
  return k_causes[static_cast<std::size_t>(cause)];
}

struct Movements::Parts {
  Situation before, now;
  int threads = 1;
  bool same_files = false, rules_are_same = false;
  // The earlier situation; on the later day; with the later files; with the later rules.
  Standpoint points[4];
  std::unique_ptr<const Snapshot> crossed;  // the later files read for the earlier rules
  std::map<std::string, RuleChange> rules;
  Judgements judged_before, judged_now;

  Status prepare();
  [[nodiscard]] const Rule* rule_named(const std::string& id) const;
  [[nodiscard]] bool by_row(const std::string& id) const;
  Said said(int point, const std::string& rule, const std::string& child,
            const std::string& occasion);
  std::set<std::string> occasions(const std::string& rule, const std::string& child);
  Moved moved(const std::string& rule, const std::string& child, const std::string& occasion);
  void add_causes(Moved& moved, const Said (&said)[4]);
  RecordStep step_between(int earlier, int later, const Moved& moved, const Said& then,
                          const Said& now_said);
  Cause rule_cause(const std::string& rule);
};

Status Movements::Parts::prepare() {
  if (points[0].rulebook != nullptr) return Done{};
  const bool read_again = !same_files && !rules_are_same;
  if (read_again) {
    assert(now.read_for);
    auto read = now.read_for(*before.rulebook);
    if (!read) return read.error();
    crossed = std::move(read).value();
  }
  const auto set = [&](int point, const Rulebook* rulebook, const Snapshot* snapshot, Day as_at) {
    points[point].rulebook = rulebook;
    points[point].snapshot = snapshot;
    points[point].as_at = as_at;
  };
  set(0, before.rulebook, before.snapshot, before.as_at);
  set(1, before.rulebook, before.snapshot, now.as_at);
  if (read_again) {
    set(2, before.rulebook, crossed.get(), now.as_at);
  } else if (same_files) {
    set(2, before.rulebook, before.snapshot, now.as_at);
  } else {
    set(2, now.rulebook, now.snapshot, now.as_at);
  }
  set(3, now.rulebook, now.snapshot, now.as_at);
  return Done{};
}

const Rule* Movements::Parts::rule_named(const std::string& id) const {
  const Rule* rule = now.rulebook->rule(id);
  return rule != nullptr ? rule : before.rulebook->rule(id);
}

bool Movements::Parts::by_row(const std::string& id) const {
  const Rule* rule = rule_named(id);
  return rule != nullptr && rule->each != k_no_expr;
}

Said Movements::Parts::said(int point, const std::string& rule, const std::string& child,
                            const std::string& occasion) {
  std::vector<Finding> findings = points[point].judging().findings(child, rule);
  if (by_row(rule)) {
    std::erase_if(findings, [&](const Finding& f) { return f.occasion != occasion; });
  }
  const Finding* one = speaking(findings);
  return one == nullptr ? Said{} : said_of(*one);
}

std::set<std::string> Movements::Parts::occasions(const std::string& rule,
                                                  const std::string& child) {
  std::set<std::string> keys;
  if (!by_row(rule)) return {""};
  for (const int point : {0, 3}) {
    for (const Finding& finding : points[point].judging().findings(child, rule)) {
      keys.insert(finding.occasion);
    }
  }
  return keys;
}

Moved Movements::Parts::moved(const std::string& rule, const std::string& child,
                              const std::string& occasion) {
  Said answers[4];
  answers[0] = said(0, rule, child, occasion);
  answers[3] = said(3, rule, child, occasion);
  Moved moved;
  moved.rule = rule;
  moved.child = child;
  moved.before = answers[0].answer;
  moved.now = answers[3].answer;
  moved.occasion = occasion_of(moved);
  moved.kind = movement_of(moved.before, moved.now);
  if (says_the_same(moved.before, moved.now)) return moved;
  answers[1] = before.as_at == now.as_at ? answers[0] : said(1, rule, child, occasion);
  answers[2] = same_files       ? answers[1]
               : rules_are_same ? answers[3]
                                : said(2, rule, child, occasion);
  add_causes(moved, answers);
  return moved;
}

void Movements::Parts::add_causes(Moved& moved, const Said (&said)[4]) {
  if (!says_the_same(said[0].answer, said[1].answer)) {
    moved.causes = causes_between_days(step_between(0, 1, moved, said[0], said[1]));
    if (moved.causes.empty()) {
      moved.causes.push_back({MoveCause::time_passed, words_of_time(said[0].answer, said[1].answer,
                                                                    before.as_at, now.as_at)});
    }
  }
  if (!says_the_same(said[1].answer, said[2].answer)) {
    for (Cause& cause : causes_of(step_between(1, 2, moved, said[1], said[2]))) {
      moved.causes.push_back(std::move(cause));
    }
  }
  if (!says_the_same(said[2].answer, said[3].answer))
    moved.causes.push_back(rule_cause(moved.rule));
}

RecordStep Movements::Parts::step_between(int earlier, int later, const Moved& moved,
                                          const Said& then, const Said& now_said) {
  Standpoint& from = points[earlier];
  Standpoint& to = points[later];
  RecordStep step;
  step.model = &from.rulebook->model;
  for (const Rule& rule : from.rulebook->rules) {
    if (rule.id != moved.rule) continue;
    for (auto& [table, fields] : fields_read(*from.rulebook, rule)) {
      auto& known = step.fields[table];
      known.insert(known.end(), fields.begin(), fields.end());
    }
  }
  for (std::size_t table = 0; table < step.model->tables.size(); ++table) {
    step.missing_before.push_back(from.judging().why_missing(static_cast<int>(table)));
    step.missing_now.push_back(to.judging().why_missing(static_cast<int>(table)));
  }
  step.child_before = from.judging().has_child(moved.child);
  step.child_now = to.judging().has_child(moved.child);
  step.rows_before = from.seeing().of(moved.child, step.fields);
  step.rows_now = to.seeing().of(moved.child, step.fields);
  step.evidence = then.evidence;
  step.evidence.insert(step.evidence.end(), now_said.evidence.begin(), now_said.evidence.end());
  step.earlier_as_at = before.as_at;
  step.as_at = now.as_at;
  return step;
}

Cause Movements::Parts::rule_cause(const std::string& rule) {
  auto known = rules.find(rule);
  if (known == rules.end()) {
    known = rules.emplace(rule, change_of_rule(*before.rulebook, *now.rulebook, rule)).first;
  }
  const RuleChange& change = known->second;
  const auto cause = change.only_settings() ? MoveCause::setting_changed : MoveCause::rule_changed;
  const std::string words = words_of(change);
  return {cause, words.empty() ? "the rules differ" : words};
}

Movements::Movements(Situation before, Situation now, int threads)
    : parts_(std::make_unique<Parts>()) {
  parts_->rules_are_same = same_rules(*before.rulebook, *now.rulebook);
  parts_->same_files =
      before.snapshot == now.snapshot || (!before.files.empty() && before.files == now.files);
  parts_->before = std::move(before);
  parts_->now = std::move(now);
  parts_->threads = threads;
}
Movements::~Movements() = default;
Movements::Movements(Movements&&) noexcept = default;

Result<Moved> Movements::of(const std::string& rule, const std::string& child,
                            const std::string& occasion) {
  if (const Status ready = parts_->prepare(); !ready) return ready.error();
  return parts_->moved(rule, child, occasion);
}

namespace {

using Key = std::pair<std::string, std::string>;  // rule, child
using Plain = std::multiset<std::tuple<int, std::string, std::string>>;

std::map<Key, Plain> plainly(const Situation& situation, const Judgements& judged) {
  std::map<Key, Plain> all;
  for (const Judgement& judgement : judged.listed) {
    all[{situation.rulebook->rules[judgement.rule].id,
         std::string(situation.snapshot->children.id(judgement.child))}]
        .insert({static_cast<int>(judgement.verdict), text_of(judgement.clock),
                 text_of(judgement.due)});
  }
  return all;
}

// The children and rules of whom something that is listed differs.
std::set<Key> that_differ(const std::map<Key, Plain>& before, const std::map<Key, Plain>& now) {
  std::set<Key> keys;
  for (const auto& [key, said] : before) {
    const auto other = now.find(key);
    if (other == now.end() || other->second != said) keys.insert(key);
  }
  for (const auto& [key, said] : now) {
    if (!before.contains(key)) keys.insert(key);
  }
  return keys;
}

}  // namespace

Result<std::vector<Moved>> Movements::all() {
  Parts& parts = *parts_;
  if (const Status ready = parts.prepare(); !ready) return ready.error();
  JudgeOptions options;
  options.threads = parts.threads;
  const auto judged = [&](const Situation& situation) {
    return judge(*situation.rulebook, *situation.snapshot, situation.as_at, options);
  };
  parts.judged_before = judged(parts.before);
  parts.judged_now = judged(parts.now);
  std::vector<Moved> all;
  for (const auto& [rule, child] : that_differ(plainly(parts.before, parts.judged_before),
                                               plainly(parts.now, parts.judged_now))) {
    for (const std::string& occasion : parts.occasions(rule, child)) {
      Moved moved = parts.moved(rule, child, occasion);
      if (moved.kind != Movement::none) all.push_back(std::move(moved));
    }
  }
  return all;
}

const Judgements& Movements::judged_before() const {
  return parts_->judged_before;
}
const Judgements& Movements::judged_now() const {
  return parts_->judged_now;
}

}  // namespace tidemark
