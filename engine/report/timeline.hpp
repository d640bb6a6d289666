// The picture of one child: lanes of what was in force when, the clocks of rules with the part over
// the limit hatched, and the as-at day. It reads in black and white, and its description says in
// words what it shows. Pure function; the same Timeline gives the same picture.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calendar/day.hpp"
#include "report/document.hpp"

namespace tidemark::report {

struct TimelineBar {
  Day from = 0;
  Day to = 0;  // the last day; where to_open, anything on or after the timeline's end
  std::string label;
  bool from_unknown = false;  // began before the first day on record
  bool to_open = false;       // still running
};

struct TimelineMark {
  Day day = 0;
  std::string label;
};

// A part of the record that did not come: what happened then is not known, which is not the same as
// nothing.
struct TimelineGap {
  std::string words;         // "court list not supplied"
  std::optional<Day> until;  // only before this day; none: all along
};

struct TimelineLane {
  std::string name;  // "Legal status"
  std::vector<TimelineBar> bars;
  std::vector<TimelineMark> marks;
  std::vector<TimelineGap> gaps = {};
  bool some_came = false;  // beside the gaps: of another list of this lane something is known
};

struct TimelineClock {
  std::string label;  // the rule's title
  Day start = 0;
  std::optional<Day> due;        // none: the rule has no limit, or it is not known
  std::optional<Day> stopped;    // the day that ended the clock; none: running at the as-at day
  std::optional<int> days_over;  // said as it is given; none: nothing is over
  bool at_least = false;         // "at least 412 days over"
};

struct Timeline {
  std::string id, title;
  Day from = 0, to = 0;  // `to` is the as-at day; what lies after it is not drawn
  std::vector<TimelineLane> lanes;
  std::vector<TimelineClock> clocks;
  // For pseudonymised packs: dates are said as months and the axis has years only. Bars and marks
  // are then drawn from the first day of their month, so that no day can be measured.
  bool months_only = false;
  double width = 760;  // points; 520 for upright paper
};

[[nodiscard]] Picture timeline_picture(const Timeline& timeline);

// Moves every day to the first of its month, as pseudonymised packs are drawn.
[[nodiscard]] Timeline by_months(Timeline timeline);

}  // namespace tidemark::report
