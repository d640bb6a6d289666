#include "history.hpp"

#include <algorithm>
#include <string_view>

namespace tidemark::bench {
namespace {

// Repeated entries are the more frequent ones.
constexpr const char* k_kinds[] = {"U6", "U6", "U6", "U6", "U4", "U4", "U1", "U3", "U3",
                                   "K2", "K2", "R1", "H5", "H5", "P2", "T4", "U5", "S1"};
constexpr const char* k_left_care_by[] = {"E4A", "E4A", "E4A", "E43", "E45", "E5", "E8", "E17"};

bool is_care_order(const Episode& e) {
  return e.status[0] == 'C';
}

const char* first_status(Random& random) {
  const double u = random.fraction();
  if (u < .45) return "V2";
  if (u < .90) return "C1";
  if (u < .93) return "J1";
  return u < .98 ? "L1" : "C2";
}

const char* next_status(Random& random, std::string_view now) {
  const double u = random.fraction();
  if (now == "V2") return u < .75 ? "C1" : (u < .85 ? "C2" : "V2");
  if (now == "C1") return u < .60 ? "C2" : (u < .85 ? "E1" : (u < .92 ? "V2" : "C1"));
  if (now == "C2") return u < .22 ? "E1" : (u < .27 ? "C1" : "C2");
  if (now == "E1") return u < .15 ? "C2" : "E1";
  return u < .4 ? "V2" : "C1";
}

char next_reason(Random& random) {
  const double u = random.fraction();
  if (u < .35) return 'L';
  if (u < .85) return 'P';
  if (u < .88) return 'T';
  return u < .98 ? 'B' : 'U';
}

const char* next_kind(Random& random, const Episode& e) {
  const std::string_view status = e.status;
  if (status == "E1" && random.chance(.45)) return random.chance(.3) ? "A5" : "A6";
  if (status == "V2" && random.chance(.01)) return random.chance(.5) ? "A3" : "A4";
  if (is_care_order(e) && random.chance(.12)) return "P1";
  return random.pick(k_kinds);
}

void begin_care(Random& random, Episode& e) {
  e.reason = 'S';
  e.status = first_status(random);
  e.kind = is_care_order(e) && random.chance(.08) ? "P1" : random.pick(k_kinds);
}

// What changes from the episode before, whose status and kind `e` still has.
void change(Random& random, Episode& e) {
  e.reason = next_reason(random);
  if (e.reason == 'L' || e.reason == 'B' || e.reason == 'U') {
    const char* status = next_status(random, e.status);
    if (std::string_view(status) == e.status) {
      e.reason = 'P';
    } else {
      e.status = status;
    }
  }
  if (e.reason != 'L') e.kind = next_kind(random, e);
}

struct Course {
  std::vector<int> durations;
  int reentry = -1;  // the episode before which the child was out of care for a while
  int gap = 0;
  int total = 0;
};

Course draw_course(Random& random, History& history) {
  Course course;
  const int first = random.between(0, 7);
  const int episodes = 1 + first + random.between(0, 7);
  history.open = random.chance(0.78);
  const double mean = random.chance(0.15) ? 60 : 260;
  if (episodes > 1 && random.chance(0.15)) course.reentry = random.between(1, episodes - 1);
  if (course.reentry > 0) course.gap = random.between(20, 400);
  course.total = course.gap;
  for (int i = 0; i < episodes; ++i) {
    course.durations.push_back(random.duration(mean));
    course.total += course.durations.back();
  }
  return course;
}

void draw_days(Random& random, const Course& course, Day as_at, History& history) {
  history.last_day = history.open ? as_at : as_at - random.between(0, 330);
  // Some extracts are made after the as-at day and know of what came later.
  if (history.open && random.chance(0.03)) history.last_day = as_at + random.between(1, 20);
  const int oldest = std::max(0, static_cast<int>(18.05 * 365.25) - course.total);
  const int age = random.chance(0.2) ? random.between(0, 30) : random.between(0, oldest);
  history.born = history.last_day - course.total - std::min(age, oldest);
}

}  // namespace

History draw_history(Random& random, Day as_at) {
  History history;
  const Course course = draw_course(random, history);
  draw_days(random, course, as_at, history);
  Episode e;
  e.to = history.last_day - course.total;
  const int count = static_cast<int>(course.durations.size());
  for (int i = 0; i < count; ++i) {
    const bool reenters = i == course.reentry;
    if (i == 0 || reenters) {
      begin_care(random, e);
    } else {
      change(random, e);
    }
    e.from = e.to + (reenters ? course.gap : 0);
    e.to = e.from + course.durations[static_cast<std::size_t>(i)];
    e.ended_by = i + 1 == course.reentry ? "E4A" : "X1";
    history.episodes.push_back(e);
  }
  Episode& last = history.episodes.back();
  last.ended_by = history.open ? "" : (last.kind[0] == 'A' ? "E12" : random.pick(k_left_care_by));
  return history;
}

}  // namespace tidemark::bench
