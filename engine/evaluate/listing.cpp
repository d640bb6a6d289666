#include "evaluate/listing.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <set>

#include "evaluate/narrator.hpp"

namespace tidemark {
namespace {

// The order of a panel's list: what needs the panel first.
int gravity(Verdict verdict) {
  switch (verdict) {
    case Verdict::breach:
      return 7;
    case Verdict::error:
      return 6;
    case Verdict::cannot_decide:
      return 5;
    case Verdict::explained:
      return 4;
    case Verdict::due_soon:
      return 3;
    case Verdict::met_late:
      return 2;
    case Verdict::on_track:
      return 1;
    case Verdict::not_applicable:
      break;
  }
  return 0;
}

bool graver(const Judgement& a, const Judgement& b) {
  if (a.verdict != b.verdict) return gravity(a.verdict) > gravity(b.verdict);
  return a.days_over > b.days_over;
}

ListCell cell_of(Evaluator& evaluator, ExprId id) {
  ListCell cell;
  if (id == k_no_expr) return cell;
  cell.words = value_in_words(evaluator, id);
  if (evaluator.plan()[id].type == Type::date) {
    const Date date = evaluator.date(id);
    if (date.is_absent()) return {"none", ""};
    cell.plain = cell.words == "not known" ? cell.words : text_of(date);
  } else if (cell.words != "none") {
    cell.plain = cell.words;
  }
  if (!evaluator.error().empty()) {
    cell.words = cell.plain = "error: " + evaluator.error();
    evaluator.forget_error();
  }
  return cell;
}

// Where a line stands: by the tracker's own order, else by its worst verdict and days over.
struct Place {
  double by_order = 0;
  Judgement worst;
  std::uint32_t child = 0;
  std::size_t line = 0;
};

class Lister {
 public:
  Lister(const Rulebook& rulebook, const Tracker& tracker, const Snapshot& snapshot, Day as_at)
      : rulebook_(rulebook),
        tracker_(tracker),
        snapshot_(snapshot),
        plan_(rulebook, snapshot.pools.texts),
        view_(snapshot, rulebook.model, rulebook.sources, as_at),
        evaluator_(plan_) {}

  void child(std::uint32_t child) {
    evaluator_.start(view_.open(child));
    judged_ = false;
    child_ = child;
    if (tracker_.each == k_no_expr) {
      one(-1, -1, true);
      return;
    }
    const Rows rows = evaluator_.rows(tracker_.each);
    bool none_seen = true;
    for (std::uint32_t at = 0; at < rows.count; ++at) {
      if (!rows.is_possible(at)) continue;
      none_seen = false;
      one(rows.table, static_cast<std::int32_t>(at), rows.is_definite(at));
    }
    if (none_seen && (rows.unseen || rows.unseen_before)) unseen_row(rows.table);
  }

  Listing listing() {
    const std::vector<std::uint32_t> ranks = snapshot_.children.ranks();
    std::stable_sort(places_.begin(), places_.end(), [&](const Place& a, const Place& b) {
      if (a.by_order != b.by_order) return a.by_order < b.by_order;
      if (graver(a.worst, b.worst) != graver(b.worst, a.worst)) return graver(a.worst, b.worst);
      return ranks[a.child] < ranks[b.child];
    });
    std::vector<ListLine> ordered;
    ordered.reserve(places_.size());
    for (const Place& place : places_) ordered.push_back(std::move(listing_.lines[place.line]));
    listing_.lines = std::move(ordered);
    std::stable_sort(listing_.undecided.begin(), listing_.undecided.end(),
                     [](const OpenLine& a, const OpenLine& b) { return a.child < b.child; });
    listing_.missing = missing();
    return std::move(listing_);
  }

 private:
  // One child, or one row of it: on the list, not on it, or open.
  void one(int table, std::int32_t row, bool sure) {
    bind(table, row);
    const Truth on_it = tracker_.who == k_no_expr ? Truth::yes : evaluator_.truth(tracker_.who);
    const bool failed = !evaluator_.error().empty();
    if (on_it == Truth::no && !failed) return;
    if (on_it == Truth::unknown || !sure || failed) {
      listing_.undecided.push_back({id(), occasion(table, row), why_open()});
      evaluator_.forget_error();
      return;
    }
    add_line(table, row);
  }

  // Rows may exist that nobody supplied. Whoever is outside for another reason stays outside.
  void unseen_row(int table) {
    evaluator_.bind_unseen(0, table);
    if (tracker_.who != k_no_expr && evaluator_.truth(tracker_.who) == Truth::no) return;
    listing_.undecided.push_back({id(), "", why_open()});
  }

  void add_line(int table, std::int32_t row) {
    judge();
    bind(table, row);
    ListLine line;
    line.child = id();
    line.occasion = occasion(table, row);
    for (const TrackerColumn& column : tracker_.columns) {
      line.cells.push_back(cell_of(evaluator_, column.value));
    }
    line.seen = cell_of(evaluator_, tracker_.note.seen);
    line.says = cell_of(evaluator_, tracker_.note.says);
    line.next = cell_of(evaluator_, tracker_.note.next);
    Place place{order_of_line(), {}, child_, listing_.lines.size()};
    for (const std::string& rule : tracker_.rules) {
      line.rules.push_back(verdict_of(rule, table, row));
      if (graver(line.rules.back().worst, place.worst)) place.worst = line.rules.back().worst;
    }
    listing_.lines.push_back(std::move(line));
    places_.push_back(place);
  }

  // Once a child: what every named rule says of every occasion.
  void judge() {
    if (judged_) return;
    judged_ = true;
    said_.clear();
    RuleJudge rule_judge(evaluator_);
    for (std::size_t i = 0; i < rulebook_.rules.size(); ++i) {
      if (runs(rulebook_.rules[i])) rule_judge.judge(i, said_);
    }
    evaluator_.forget_error();
  }

  [[nodiscard]] ListVerdict verdict_of(const std::string& id, int table, std::int32_t row) const {
    ListVerdict verdict;
    std::size_t applying = 0;
    for (const Judgement& judgement : said_) {
      const Rule& rule = rulebook_.rules[judgement.rule];
      if (rule.id != id || judgement.verdict == Verdict::not_applicable) continue;
      const bool same_table =
          row >= 0 && rule.each != k_no_expr && rulebook_.exprs[rule.each].table == table;
      if (same_table && judgement.row != row) continue;
      if (applying == 0 || graver(judgement, verdict.worst)) verdict.worst = judgement;
      ++applying;
    }
    verdict.others = applying > 0 ? applying - 1 : 0;
    return verdict;
  }

  void bind(int table, std::int32_t row) {
    if (row >= 0) evaluator_.bind(0, table, static_cast<std::uint32_t>(row));
  }
  [[nodiscard]] std::string id() const { return std::string(snapshot_.children.id(child_)); }

  [[nodiscard]] std::string occasion(int table, std::int32_t row) const {
    if (row < 0) return "";
    return row_key_text(evaluator_.child_case(), table, static_cast<std::uint32_t>(row));
  }

  std::string why_open() {
    if (!evaluator_.error().empty()) return "error: " + evaluator_.error();
    Trace trace;
    evaluator_.trace_into(&trace);
    if (tracker_.each != k_no_expr) {
      const Rows rows = evaluator_.rows(tracker_.each);
      if (rows.unseen || rows.unseen_before) trace.note(rows.table, -1, 0);
    }
    if (tracker_.who != k_no_expr) static_cast<void>(evaluator_.truth(tracker_.who));
    evaluator_.trace_into(nullptr);
    const std::string cause =
        cause_of(trace, evaluator_.plan().rulebook(), evaluator_.child_case(), &view_);
    return cause.empty() ? "the record allows two answers" : cause;
  }

  double order_of_line() {
    if (tracker_.order == k_no_expr) return 0;
    constexpr double k_last = std::numeric_limits<double>::infinity();
    if (evaluator_.plan()[tracker_.order].type == Type::number) {
      const Number number = evaluator_.number(tracker_.order);
      return number.is_absent() || number.lo == -k_last ? k_last : -number.lo;
    }
    const Date date = evaluator_.date(tracker_.order);
    return date.is_absent() || date.lo == k_earliest ? k_last : date.lo;
  }

  [[nodiscard]] std::vector<std::string> missing() const {
    std::vector<std::string> all;
    const auto say = [&](std::string why) {
      const bool said = std::find(all.begin(), all.end(), why) != all.end();
      if (!why.empty() && !said) all.push_back(std::move(why));
    };
    std::set<std::pair<int, int>> read;
    for (std::size_t i = 0; i < rulebook_.exprs.size(); ++i) {
      const Expr& expr = rulebook_.exprs[static_cast<ExprId>(i)];
      if (expr.table >= 0) read.insert({expr.table, expr.field});
    }
    for (const auto& [table, field] : read) say(view_.why_missing(table, field));
    return all;
  }

  const Rulebook& rulebook_;
  const Tracker& tracker_;
  const Snapshot& snapshot_;
  Plan plan_;
  CaseView view_;
  Evaluator evaluator_;
  std::uint32_t child_ = 0;
  bool judged_ = false;
  std::vector<Judgement> said_;
  std::vector<Place> places_;
  Listing listing_;
};

}  // namespace

bool is_judged(const Rulebook& rulebook, const std::string& rule) {
  return std::any_of(rulebook.rules.begin(), rulebook.rules.end(),
                     [&](const Rule& version) { return version.id == rule && runs(version); });
}

Listing list_children(const Rulebook& rulebook, const Tracker& tracker, const Snapshot& snapshot,
                      Day as_at,
                      const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
  constexpr std::uint32_t k_often = 1024;
  Lister lister(rulebook, tracker, snapshot, as_at);
  const auto children = static_cast<std::uint32_t>(snapshot.children.size());
  for (std::uint32_t child = 0; child < children; ++child) {
    if (progress && child % k_often == 0) progress(child, children);
    lister.child(child);
  }
  return lister.listing();
}

}  // namespace tidemark
