#include "casework/observe.hpp"

#include <algorithm>
#include <cassert>

namespace tidemark {

namespace {

ExceptionKey key_of(const ExceptionLife& life) {
  return {life.rule, life.child, life.occasion};
}

// "due 2021-03-04 -> 2021-04-04, reason ..."
std::string what_moved(const StandingFacts& was, const StandingFacts& is) {
  std::string out;
  const auto say = [&out](const char* name, const std::string& a, const std::string& b) {
    if (a == b) return;
    out += (out.empty() ? "" : ", ") + std::string(name) + " " + (a.empty() ? "blank" : a) +
           " -> " + (b.empty() ? "blank" : b);
  };
  say("verdict", was.verdict, is.verdict);
  say("clock", was.clock, is.clock);
  say("due", was.due, is.due);
  say("reason", was.reason, is.reason);
  return out;
}

bool was_escalated_for(const ExceptionLife& life, const std::string& code) {
  return std::any_of(life.history.begin(), life.history.end(), [&](const Event& event) {
    return event.kind == EventKind::escalated && event.code == code;
  });
}

// The events of one exception in one run.
class Writing {
 public:
  Writing(NewEvents& out, const RunSeen& run, const Delegation& delegation)
      : out_(out), run_(run), delegation_(delegation) {}

  void raise(const StandingException& now) {
    add(EventKind::raised, "", "").facts = now.facts;
    escalate_if_grave(now);
  }

  void stands(const ExceptionLife& life, const StandingException& now) {
    if (life.state == LifeState::resolved) {
      add(EventKind::reopened, "", resolved_words(life)).facts = now.facts;
      escalate_if_grave(now);
      return;
    }
    const std::string moved = what_moved(life.facts, now.facts);
    if (life.is_parked) add(EventKind::returned, "", moved).facts = now.facts;
    if (!moved.empty()) {
      if (!life.is_parked) add(EventKind::changed, "", moved).facts = now.facts;
    }
    if (!now.lacks_table) lapse(life, what_moved(facts_when_exempted(life), now.facts));
    if (now.is_critical && !was_escalated_for(life, "critical")) {
      lapse(life, "the rule is now of severity critical");
      escalate_if_grave(now);
    }
    expire(life);
    if (!was_escalated_for(life, "days_over")) escalate_if_long(now);
  }

  void gone(const ExceptionLife& life, const Gone& gone) {
    if (const auto* resolution = std::get_if<Resolution>(&gone.why)) {
      add(EventKind::resolved, name_of(*resolution), gone.words);
      return;
    }
    const Parking parking = std::get<Parking>(gone.why);
    if (!life.is_parked || life.parking != parking) {
      add(EventKind::parked, name_of(parking), gone.words);
    }
    expire(life);
  }

 private:
  Event& add(EventKind kind, std::string code, std::string why) {
    Event event;
    event.exception = out_.number;
    event.kind = kind;
    event.on = run_.as_at;
    event.recorded_at = run_.recorded_at;
    event.run = run_.run;
    event.code = std::move(code);
    event.why = std::move(why);
    out_.events.push_back(std::move(event));
    return out_.events.back();
  }

  static std::string resolved_words(const ExceptionLife& life) {
    return life.resolution ? std::string("resolved before: ") + words_of(*life.resolution) : "";
  }

  void escalate(const char* code, const std::string& why) {
    add(EventKind::escalated, code, why).to = delegation_.escalates_to;
  }

  void escalate_if_grave(const StandingException& now) {
    if (now.is_critical) {
      escalate("critical", "severity critical: it can be escalated and never exempted");
    } else {
      escalate_if_long(now);
    }
  }

  void escalate_if_long(const StandingException& now) {
    const auto& longest = delegation_.escalate_days_over;
    if (!longest || !now.days_over || *now.days_over <= *longest) return;
    escalate("days_over", std::to_string(*now.days_over) + " days over; more than " +
                              std::to_string(*longest) + " escalate");
  }

  [[nodiscard]] static bool has_exemption(const ExceptionLife& life) {
    return !life.exemptions.empty() && life.exemptions.back().end == Exemption::End::none;
  }

  // Once, and for what moved.
  void lapse(const ExceptionLife& life, const std::string& moved) {
    const bool has_lapsed =
        std::any_of(out_.events.begin(), out_.events.end(),
                    [](const Event& event) { return event.kind == EventKind::exemption_lapsed; });
    if (moved.empty() || has_lapsed || !has_exemption(life) ||
        run_.as_at > life.exemptions.back().until)
      return;
    add(EventKind::exemption_lapsed, "", "the facts that it rested on changed: " + moved);
  }

  void expire(const ExceptionLife& life) {
    if (!has_exemption(life) || run_.as_at <= life.exemptions.back().until) return;
    const std::string until = iso(life.exemptions.back().until);
    add(EventKind::exemption_expired, "", "its last day was " + until);
    escalate("expired", "the exemption until " + until + " has expired");
  }

  NewEvents& out_;
  const RunSeen& run_;
  const Delegation& delegation_;
};

}  // namespace

StandingFacts facts_when_exempted(const ExceptionLife& life) {
  StandingFacts facts = life.facts;
  if (life.exemptions.empty()) return facts;
  for (const Event& event : life.history) {
    if (event.number >= life.exemptions.back().event) break;
    const bool tells = event.kind == EventKind::raised || event.kind == EventKind::changed ||
                       event.kind == EventKind::returned || event.kind == EventKind::reopened;
    if (tells) facts = event.facts;
  }
  return facts;
}

std::vector<NewEvents> observe(const std::vector<ExceptionLife>& lives,
                               const std::vector<StandingException>& standing,
                               const std::function<Gone(const ExceptionLife&)>& gone,
                               const RunSeen& run, const Delegation& delegation) {
  std::vector<const ExceptionLife*> by_key;
  by_key.reserve(lives.size());
  for (const ExceptionLife& life : lives) by_key.push_back(&life);
  std::sort(by_key.begin(), by_key.end(),
            [](const ExceptionLife* a, const ExceptionLife* b) { return key_of(*a) < key_of(*b); });
  assert(std::is_sorted(
      standing.begin(), standing.end(),
      [](const StandingException& a, const StandingException& b) { return a.key < b.key; }));
  std::vector<NewEvents> out;
  const auto write = [&](std::int64_t number, const ExceptionKey& key, const auto& work) {
    NewEvents events{
        number, std::string(key.rule), std::string(key.child), std::string(key.occasion), {}};
    Writing writing(events, run, delegation);
    work(writing);
    if (!events.events.empty()) out.push_back(std::move(events));
  };
  auto life = by_key.begin();
  const auto leave_until = [&](const ExceptionKey* key) {
    for (; life != by_key.end() && (key == nullptr || key_of(**life) < *key); ++life) {
      if (!(*life)->is_open()) continue;
      write((*life)->number, key_of(**life),
            [&](Writing& writing) { writing.gone(**life, gone(**life)); });
    }
  };
  for (const StandingException& now : standing) {
    leave_until(&now.key);
    if (life != by_key.end() && key_of(**life) == now.key) {
      write((*life)->number, now.key, [&](Writing& writing) { writing.stands(**life, now); });
      ++life;
    } else {
      write(0, now.key, [&](Writing& writing) { writing.raise(now); });
    }
  }
  leave_until(nullptr);
  return out;
}

}  // namespace tidemark
