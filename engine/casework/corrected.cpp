#include "casework/corrected.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace tidemark {

namespace {

bool begins(const Event& event) {
  return event.kind == EventKind::raised || event.kind == EventKind::reopened;
}

bool is_corrected(const Event& event) {
  return event.kind == EventKind::resolved && event.code == name_of(Resolution::data_corrected);
}

// One exception of a run whose life begins or ends in it.
struct Turn {
  std::int64_t number = 0;
  std::string occasion, clock;
  Event* event = nullptr;
  const ExceptionLife* life = nullptr;  // as it was before the run; nullptr for a new one
};

struct Turns {
  std::vector<Turn> ended, begun;
};

// "clock start 2021-03-04 is now 2021-03-05"; where that is the same, what names the occasion.
std::string what_moved(const Turn& was, const Turn& is) {
  const bool by_clock = was.clock != is.clock;
  return (by_clock ? "clock start " : "occasion ") + (by_clock ? was.clock : was.occasion) +
         " is now " + (by_clock ? is.clock : is.occasion);
}

void say(std::string& why, const std::string& words) {
  why += (why.empty() ? "" : "; ") + words;
}

void tie(const Turn& was, const Turn& is) {
  const std::string moved = what_moved(was, is);
  say(is.event->why, "was exception " + std::to_string(was.number) + ", whose " + moved);
  is.event->about = was.number;
  say(was.event->why, "is now exception " + std::to_string(is.number) + ": its " + moved);
  was.event->about = is.number;
}

}  // namespace

void tie_corrections(std::vector<NewEvents>& events, const std::vector<ExceptionLife>& lives,
                     std::int64_t next_number, const WasKnown& was_known) {
  const LifeNumbered numbered = among(lives);
  std::map<std::pair<std::string, std::string>, Turns> turns;  // by rule and child
  for (NewEvents& of_one : events) {
    const std::int64_t number = of_one.number != 0 ? of_one.number : next_number++;
    Turns& of_child = turns[{of_one.rule, of_one.child}];
    const ExceptionLife* life = numbered(number);
    for (Event& event : of_one.events) {
      if (begins(event)) {
        of_child.begun.push_back({number, of_one.occasion, event.facts.clock, &event, life});
      } else if (is_corrected(event) && life != nullptr) {
        of_child.ended.push_back({number, of_one.occasion, life->facts.clock, &event, life});
      }
    }
  }
  for (const auto& [of, turn] : turns) {
    if (turn.ended.size() != 1 || turn.begun.size() != 1) continue;
    const Turn& was = turn.ended.front();
    const Turn& is = turn.begun.front();
    if (!was_known(*was.life, is.occasion)) tie(was, is);
  }
}

LifeNumbered among(const std::vector<ExceptionLife>& lives) {
  return [&lives](std::int64_t number) -> const ExceptionLife* {
    const auto found =
        std::lower_bound(lives.begin(), lives.end(), number,
                         [](const ExceptionLife& life, std::int64_t n) { return life.number < n; });
    return found == lives.end() || found->number != number ? nullptr : &*found;
  };
}

std::optional<EarlierExplanation> explained_before_correction(const ExceptionLife& life,
                                                              const LifeNumbered& numbered) {
  const auto event = std::find_if(life.history.rbegin(), life.history.rend(), begins);
  if (event == life.history.rend()) return std::nullopt;
  return explained_before_correction(*event, numbered);
}

// Back through the thread; each step only looks at what was recorded before the one that led to it,
// so that a correction that was itself taken back does not lead in a circle.
std::optional<EarlierExplanation> explained_before_correction(const Event& event,
                                                              const LifeNumbered& numbered) {
  const Event* from = &event;
  while (begins(*from) && from->about != 0) {
    const ExceptionLife* earlier = numbered(from->about);
    if (earlier == nullptr) return std::nullopt;
    const auto last =
        std::find_if(earlier->history.rbegin(), earlier->history.rend(), [&](const Event& one) {
          const bool tells = begins(one) || one.kind == EventKind::explained;
          return tells && one.number < from->number;
        });
    if (last == earlier->history.rend()) return std::nullopt;
    if (last->kind == EventKind::explained) {
      return EarlierExplanation{earlier->number, last->why, last->by, last->role, last->on};
    }
    from = &*last;
  }
  return std::nullopt;
}

}  // namespace tidemark
