#include "report/timeline.hpp"

#include <algorithm>

#include "report/recorded_canvas.hpp"
#include "report/timeline_axis.hpp"
#include "report/timeline_clocks.hpp"
#include "report/timeline_lanes.hpp"
#include "report/timeline_words.hpp"
#include "report/word_width.hpp"

namespace tidemark::report {

namespace {

constexpr double k_axis = 26;  // the ticks' baseline, under the as-at day's name

Day first_of_month(Day day) {
  const Civil civil = civil_of(day);
  return day_of(civil.year, civil.month, 1);
}

void draw_as_at(Canvas& canvas, const TimeAxis& axis, const Timeline& timeline, double height) {
  const double x = axis.x(timeline.to);
  const std::string words = "as at " + day_words(timeline.to, timeline.months_only);
  const double width = word_width(words, 8, true);
  canvas.line(x, 11, x, height, 1, true);
  canvas.words(std::min(x - width / 2, timeline.width - width), 9, words, 8, Align::left, true);
}

}  // namespace

Timeline by_months(Timeline timeline) {
  timeline.months_only = true;
  timeline.from = first_of_month(timeline.from);
  timeline.to = first_of_month(timeline.to);
  for (TimelineLane& lane : timeline.lanes) {
    for (TimelineBar& bar : lane.bars) {
      bar.from = first_of_month(bar.from);
      bar.to = first_of_month(bar.to);
    }
    for (TimelineMark& mark : lane.marks) mark.day = first_of_month(mark.day);
    for (TimelineGap& gap : lane.gaps) {
      if (gap.until) gap.until = first_of_month(*gap.until);
    }
  }
  for (TimelineClock& clock : timeline.clocks) {
    clock.start = first_of_month(clock.start);
    if (clock.due) clock.due = first_of_month(*clock.due);
    if (clock.stopped) clock.stopped = first_of_month(*clock.stopped);
  }
  return timeline;
}

Picture timeline_picture(const Timeline& given) {
  const Timeline timeline = given.months_only ? by_months(given) : given;
  const TimeAxis axis(timeline);
  RecordedCanvas body;
  axis.draw(body, k_axis);
  double y = k_axis + 7;
  for (const TimelineLane& lane : timeline.lanes) y = draw_lane(body, axis, timeline, lane, y);
  if (!timeline.clocks.empty()) {
    body.line(0, y, axis.right(), y, 0.5, false);
    body.words(0, y + 12, "Clocks", 8.5, Align::left, true);
    y += 4;
  }
  for (const TimelineClock& clock : timeline.clocks) y = draw_clock(body, axis, timeline, clock, y);
  RecordedCanvas canvas;  // the as-at day's line lies beneath everything
  draw_as_at(canvas, axis, timeline, y);
  body.drawing()(canvas);
  return {timeline.id,    timeline.title, timeline_words(timeline),
          timeline.width, y + 4,          canvas.drawing()};
}

}  // namespace tidemark::report
