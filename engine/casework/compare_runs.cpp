#include "casework/compare_runs.hpp"

#include <algorithm>
#include <cassert>

namespace tidemark {

namespace {

using Sightings = std::vector<Sighting>;

[[maybe_unused]] bool in_key_order(const Sightings& sightings) {
  return std::is_sorted(sightings.begin(), sightings.end(),
                        [](const Sighting& a, const Sighting& b) { return a.key < b.key; });
}

bool parts_with(const Sighting& a, const ExceptionKey& key) {
  return a.key.rule == key.rule && a.key.child == key.child;
}

struct Finish {
  Ending ending = Ending::no_longer_due;
  std::string why;
};

Ending ending_of(const Sighting& seen, bool same_occasion) {
  switch (seen.seen) {
    case Seen::failed:
      return Ending::rule_failed;
    case Seen::undecided:
      return Ending::cannot_decide;
    case Seen::met_late:
      return same_occasion ? Ending::met_late : Ending::no_longer_due;
    case Seen::standing:
    case Seen::other:
      return Ending::no_longer_due;
  }
  return Ending::no_longer_due;
}

Finish finish_of(const ExceptionKey& key, const Sightings& now, const Circumstances& here) {
  if (!here.rule_runs(key.rule)) {
    std::string problem = here.rule_problem(key.rule);
    const Ending ending = problem.empty() ? Ending::rule_not_there : Ending::rule_failed;
    return {ending, std::move(problem)};
  }
  if (!here.child_is_there(key.child)) return {Ending::child_not_there, ""};
  // Any occasion of the same rule and child: a clock that has become unknown changes its name, and
  // must not read as an exception put right.
  const ExceptionKey first{key.rule, key.child, {}};
  auto seen = std::lower_bound(now.begin(), now.end(), first,
                               [](const Sighting& a, const ExceptionKey& b) { return a.key < b; });
  Finish finish;
  for (; seen != now.end() && parts_with(*seen, key); ++seen) {
    const Ending ending = ending_of(*seen, seen->key.occasion == key.occasion);
    if (ending > finish.ending) finish = {ending, std::string(seen->words)};
  }
  return finish;
}

class Comparison {
 public:
  Comparison(const Sightings& before, const Sightings& now, const Circumstances& here)
      : before_(before), now_(now), here_(here) {
    result_.changes.assign(now.size(), Change::none);
  }

  RunComparison run() {
    std::size_t now_at = 0;
    for (const Sighting& earlier : before_) {
      if (earlier.seen != Seen::standing) continue;
      now_at = raise_until(now_at, earlier.key);
      // Two rows of one child can share an occasion; each is paired once.
      while (now_at < now_.size() && now_[now_at].key == earlier.key &&
             now_[now_at].seen != Seen::standing) {
        ++now_at;
      }
      if (now_at < now_.size() && now_[now_at].key == earlier.key) {
        go_on(earlier, now_at++);
      } else {
        depart(earlier);
      }
    }
    while (now_at < now_.size()) raise(now_at++);
    return std::move(result_);
  }

 private:
  std::size_t raise_until(std::size_t at, const ExceptionKey& key) {
    while (at < now_.size() && now_[at].key < key) raise(at++);
    return at;
  }

  void raise(std::size_t at) {
    if (now_[at].seen != Seen::standing) return;
    result_.changes[at] = Change::raised;
    ++result_.raised;
  }

  void go_on(const Sighting& earlier, std::size_t at) {
    const bool same = earlier.facts == now_[at].facts;
    result_.changes[at] = same ? Change::continuing : Change::changed;
    ++(same ? result_.continuing : result_.changed);
  }

  void depart(const Sighting& earlier) {
    Finish finish = finish_of(earlier.key, now_, here_);
    ++(is_parked(finish.ending) ? result_.parked : result_.resolved);
    result_.departures.push_back({std::string(earlier.key.rule),
                                  std::string(earlier.key.child),
                                  std::string(earlier.key.occasion),
                                  finish.ending,
                                  std::move(finish.why),
                                  {}});
  }

  const Sightings& before_;
  const Sightings& now_;
  const Circumstances& here_;
  RunComparison result_;
};

}  // namespace

const char* name_of(Change change) {
  switch (change) {
    case Change::none:
      return "";
    case Change::raised:
      return "new";
    case Change::continuing:
      return "continuing";
    case Change::changed:
      return "changed";
    case Change::reopened:
      return "reopened";
  }
  return "";
}

const char* words_of(Ending ending) {
  switch (ending) {
    case Ending::no_longer_due:
      return "no longer a breach";
    case Ending::met_late:
      return "done late";
    case Ending::rule_not_there:
      return "parked: the rule was not run";
    case Ending::child_not_there:
      return "parked: the child is not in this snapshot";
    case Ending::cannot_decide:
      return "parked: it can no longer be decided";
    case Ending::rule_failed:
      return "parked: the rule failed";
  }
  return "";
}

RunComparison compare_runs(const Sightings& before, const Sightings& now,
                           const Circumstances& circumstances) {
  assert(in_key_order(before) && in_key_order(now));
  return Comparison(before, now, circumstances).run();
}

}  // namespace tidemark
