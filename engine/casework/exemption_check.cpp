#include "casework/exemption_check.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "casework/spelling.hpp"

namespace tidemark {

namespace {

Error refused(const std::string& message) {
  return {ErrorKind::usage, message};
}

std::string listed(const std::vector<std::string>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    out += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + words[i];
  }
  return out;
}

// The last day on which a run saw its facts move; a decision before it rested on others.
Day facts_since(const ExceptionLife& life) {
  Day since = life.raised_on;
  for (const Event& event : life.history) {
    const bool moved = event.kind == EventKind::changed || event.kind == EventKind::reopened ||
                       event.kind == EventKind::returned;
    if (moved) since = std::max(since, event.on);
  }
  return since;
}

Status may_be_exempted(const ExceptionLife& life, const DeedCircumstances& circumstances) {
  if (circumstances.rule_is_gone) {
    return refused(life.rule +
                   " is not among the rules of the latest run, so nobody can say whether it may "
                   "be exempted; run an audit with it first");
  }
  if (!circumstances.rule_is_critical) return Done{};
  return refused(life.rule + " is of severity critical: it cannot be exempted, only escalated");
}

Status rests_on_facts(const Deed& deed, const ExceptionLife& life) {
  if (const Day since = facts_since(life); deed.on < since) {
    return refused("an exemption of " + iso(deed.on) +
                   " would rest on facts that have changed since: decide on those of " +
                   iso(since) + " or later");
  }
  return Done{};
}

Status has_an_end(const Deed& deed, const Delegation& delegation) {
  if (!deed.until) return refused("an exemption needs its last day (--until)");
  if (*deed.until < deed.on) {
    return refused("the exemption would end on " + iso(*deed.until) + ", before it is decided on " +
                   iso(deed.on));
  }
  const Day latest = add_months(deed.on, delegation.longest_months);
  if (*deed.until <= latest) return Done{};
  return refused("until " + iso(*deed.until) + " is too long: at most " +
                 std::to_string(delegation.longest_months) + " months after the decision, " +
                 iso(latest));
}

Status has_a_ground(const Deed& deed, const Delegation& delegation) {
  if (trim(deed.code).empty()) return refused("an exemption needs a reason code (--code)");
  if (trim(deed.why).empty()) return refused("an exemption needs words (--why)");
  if (trim(deed.meeting).empty()) {
    return refused("an exemption needs the meeting that decided it (--meeting)");
  }
  if (!speaks_of_one(deed.code, delegation.never_grounds)) return Done{};
  return refused(deed.code +
                 " is recorded as a reason (an explanation) and is never a ground for an "
                 "exemption: the child still waits");
}

Status may_decide(const Deed& deed, const ExceptionLife& life, const Delegation& delegation,
                  const DeedCircumstances& circumstances) {
  if (!is_among(deed.role, delegation.may_exempt)) {
    return refused("a " + deed.role + " may not exempt; the scheme of delegation names " +
                   listed(delegation.may_exempt));
  }
  for (const Event& event : life.history) {
    if (event.kind == EventKind::explained && same_words(event.by, deed.by)) {
      return refused(deed.by + " gave the explanation of " + iso(event.on) +
                     " and cannot also exempt; another must decide");
    }
  }
  if (!is_among(deed.by, circumstances.workers)) return Done{};
  return refused(deed.by +
                 " is the child's allocated worker or line manager and cannot exempt; another "
                 "must decide");
}

}  // namespace

Status may_exempt(const Deed& deed, const ExceptionLife& life, const Delegation& delegation,
                  const DeedCircumstances& circumstances) {
  for (const Status& status : {may_be_exempted(life, circumstances), rests_on_facts(deed, life),
                               has_an_end(deed, delegation), has_a_ground(deed, delegation),
                               may_decide(deed, life, delegation, circumstances)}) {
    if (!status) return status;
  }
  return Done{};
}

}  // namespace tidemark
