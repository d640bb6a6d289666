#include "cli/taken_decisions.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "cli/pack_key.hpp"
#include "report/papers/contested_decisions.hpp"
#include "store/pack_table.hpp"
#include "store/run_facts.hpp"

namespace tidemark::cli {

using report::Decision;
using report::DecisionHeadings;
using report::FilledDecision;
using report::FilledRow;

namespace {

// What a panel's acceptance is recorded as depends on the state that day; it is one decision.
bool is_same_kind(EventKind recorded, EventKind now) {
  const auto accepts = [](EventKind kind) {
    return kind == EventKind::answered || kind == EventKind::explanation_accepted;
  };
  return recorded == now || (accepts(recorded) && accepts(now));
}

bool is_recorded(const Deed& deed, const ExceptionLife& life) {
  return std::any_of(life.history.begin(), life.history.end(), [&](const Event& event) {
    return is_same_kind(event.kind, deed.kind) && event.on == deed.on && event.by == deed.by &&
           event.role == deed.role && event.code == deed.code && event.why == deed.why &&
           event.until == deed.until && event.meeting == deed.meeting &&
           event.evidence == deed.evidence && (deed.to.empty() || event.to == deed.to);
  });
}

}  // namespace

// Of the workbook: said with the others. Of the store: the end.
Status TakenDecisions::settle(const Error& error) {
  if (error.kind != ErrorKind::input && error.kind != ErrorKind::usage) return error;
  problems_.push_back(error.message);
  return Done{};
}

Status TakenDecisions::take_all(const std::vector<FilledRow>& rows) {
  contested_ = report::contested_in(rows);
  for (const FilledRow& row : rows) {
    if (Status taken = take(row); !taken) return taken;
  }
  return Done{};
}

Status TakenDecisions::take(const FilledRow& row) {
  const auto read = report::decision_in(row);
  if (!read) return settle(read.error());
  const std::optional<FilledDecision>& decided = read.value();
  if (!decided) {
    ++blank;
    return Done{};
  }
  const FilledDecision& filled = *decided;
  if (contested_.contains({filled.pack, filled.reference})) {
    return settle({ErrorKind::input, row.place(DecisionHeadings::k_decision) + ": other rows of " +
                                         filled.reference +
                                         " decide otherwise; leave the one that the panel meant"});
  }
  const auto pack = pack_of(filled, row);
  if (!pack) return settle(pack.error());
  if (const Status bound = check_mark(filled, row, *pack.value()); !bound)
    return settle(bound.error());
  const auto exception = exception_of(filled, row, *pack.value());
  if (!exception) return settle(exception.error());
  if (filled.decision == Decision::no_change) {
    ++unchanged;
    return Done{};
  }
  if (!lives_.contains(exception.value())) {
    const ExceptionTable table(store_);
    auto life = table.life(exception.value());
    if (!life) return settle(life.error());
    lives_.emplace(exception.value(), std::move(life).value());
  }
  const ExceptionLife& life = lives_.at(exception.value());
  std::vector<Deed> deeds = deeds_of(filled, *pack.value(), life);
  // An escalation that came after the action was set is not answered by it.
  if (is_recorded(deeds.front(), life)) deeds.resize(1);
  for (const Deed& deed : deeds) {
    if (Status taken = take_deed(deed, exception.value(), row); !taken) return taken;
  }
  return Done{};
}

Result<const OpenedPack*> TakenDecisions::pack_of(const FilledDecision& filled,
                                                  const FilledRow& row) {
  if (const auto known = packs_.find(filled.pack); known != packs_.end()) return &known->second;
  const std::string place = row.place(DecisionHeadings::k_pack) + ": ";
  const auto record = PackTable(store_).pack(filled.pack);
  if (!record) return Error{ErrorKind::input, place + record.error().message};
  const auto run = run_numbered(store_, record.value().run);
  if (!run) return run.error();
  if (report::pack_mark(filled.pack, run.value().seal) !=
      report::pack_mark(filled.pack, filled.seal)) {
    return Error{ErrorKind::input, place + "the workbook is of a pack " +
                                       std::to_string(filled.pack) +
                                       " of another store; name that one with --store"};
  }
  const auto csv = read_key(path_, filled.pack);
  if (!csv) return csv.error();
  OpenedPack pack{parse_iso(record.value().held_on).value_or(0), run.value().seal, {}};
  for (report::KeyLine& line : report::read_key_csv(csv.value())) {
    std::string reference = line.reference;
    pack.key.emplace(std::move(reference), std::move(line));
  }
  return &packs_.emplace(filled.pack, std::move(pack)).first->second;
}

// A reference that was altered, or sorted away from its row, would decide about another child.
Status TakenDecisions::check_mark(const FilledDecision& filled, const FilledRow& row,
                                  const OpenedPack& pack) {
  if (filled.mark == report::row_mark(filled.pack, pack.seal, filled.reference, filled.late))
    return Done{};
  const std::string found =
      filled.mark.empty() ? "it is blank" : "\"" + shorten(filled.mark, 40) + "\"";
  return Error{ErrorKind::input,
               row.place(DecisionHeadings::k_row) + ": " + found + ", which is not the mark of " +
                   filled.reference + " with \"" + shorten(filled.late, 80) +
                   "\"; the reference, what is late or the mark was altered, or one column was "
                   "sorted without the others. Give the pack out again with `tidemark packs "
                   "--number " +
                   std::to_string(filled.pack) + " --out DIR` and fill in its workbook"};
}

Result<std::int64_t> TakenDecisions::exception_of(const FilledDecision& filled,
                                                  const FilledRow& row, const OpenedPack& pack) {
  const auto line = pack.key.find(filled.reference);
  if (line != pack.key.end() && line->second.exception != 0) return line->second.exception;
  return Error{ErrorKind::input, row.place(DecisionHeadings::k_reference) + ": pack " +
                                     std::to_string(filled.pack) + " has no breach " +
                                     filled.reference +
                                     "; copy the reference from the pack as it was issued"};
}

std::vector<Deed> TakenDecisions::deeds_of(const FilledDecision& filled, const OpenedPack& pack,
                                           const ExceptionLife& life) const {
  Deed deed;
  deed.on = filled.on.value_or(pack.held_on);
  deed.recorded_at = recorded_at_;
  deed.by = filled.maker;
  deed.role = filled.role;
  deed.code = filled.code;
  deed.why = filled.why;
  deed.meeting = filled.meeting;
  deed.evidence = filled.evidence;
  // An escalation that came after the meeting is not answered by what the meeting decided.
  const bool escalated = !life.escalations.empty() && life.escalations.back().on <= deed.on;
  switch (filled.decision) {
    case Decision::explanation_accepted:
      // An escalation is not answered by accepting what nobody has said.
      deed.kind = escalated && (!life.explanation.empty() || !life.facts.reason.empty())
                      ? EventKind::answered
                      : EventKind::explanation_accepted;
      if (deed.why.empty()) deed.why = "Explanation accepted";
      return {deed};
    case Decision::exempt_until:
      deed.kind = EventKind::exempted;
      deed.until = filled.until;
      return {deed};
    case Decision::escalate:
      deed.kind = EventKind::escalated;
      deed.to = filled.owner;
      return {deed};
    case Decision::record_wrong:
      deed.kind = EventKind::record_wrong;
      return {deed};
    case Decision::set_action:
    case Decision::no_change:
      break;
  }
  Deed answer = deed;
  answer.kind = EventKind::answered;
  answer.why = "Action set: " + filled.action;
  deed.kind = EventKind::action_set;
  deed.why = filled.action;
  deed.to = filled.owner;
  deed.until = filled.due;
  if (escalated) return {deed, answer};
  return {deed};
}

Status TakenDecisions::take_deed(const Deed& deed, std::int64_t exception, const FilledRow& row) {
  ExceptionLife& life = lives_.at(exception);
  if (is_recorded(deed, life)) {
    ++recorded_before;
    return Done{};
  }
  auto context = contexts_.of(life, deed.kind);
  if (!context) return context.error();
  const std::string place = row.place(DecisionHeadings::k_decision);
  auto events = events_of(deed, life, context.value().delegation, context.value().circumstances);
  if (!events) return settle({ErrorKind::input, place + ": " + events.error().message});
  std::vector<Event> after = life.history;
  for (Event& event : events.value()) after.push_back(std::move(event));
  life = life_of({life.rule, life.child, life.occasion}, std::move(after));
  ready_.push_back({exception, place, deed, std::move(context).value()});
  return Done{};
}

std::vector<ExceptionTable::Change> changes_of(const std::vector<ReadyDeed>& all,
                                               std::size_t& recorded_meanwhile) {
  std::vector<ExceptionTable::Change> changes;
  changes.reserve(all.size());
  for (const ReadyDeed& ready : all) {
    changes.push_back({ready.exception, [&](const ExceptionLife& life) {
                         if (!is_recorded(ready.deed, life)) {
                           return events_of(ready.deed, life, ready.context.delegation,
                                            ready.context.circumstances);
                         }
                         ++recorded_meanwhile;
                         return Result<std::vector<Event>>(std::vector<Event>{});
                       }});
  }
  return changes;
}

}  // namespace tidemark::cli
