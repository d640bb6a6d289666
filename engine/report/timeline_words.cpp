#include "report/timeline_words.hpp"

#include <algorithm>

#include "report/timeline_axis.hpp"
#include "report/timeline_clocks.hpp"

namespace tidemark::report {

namespace {

void add_item(std::string& sentence, const std::string& item) {
  if (item.empty()) return;
  if (!sentence.empty()) sentence += "; ";
  sentence += item;
}

std::string bar_words(const TimelineBar& bar, bool months) {
  std::string out = bar.label.empty() ? "" : bar.label + " ";
  out += bar.from_unknown ? "from before " : "from ";
  out += day_words(bar.from, months);
  return out + (bar.to_open ? ", still running" : " to " + day_words(bar.to, months));
}

// Of a list that did not come at all there is no more to say.
std::string nothing_words(const TimelineLane& lane) {
  if (lane.gaps.empty()) return "nothing on record";
  const bool others =
      lane.some_came || std::any_of(lane.gaps.begin(), lane.gaps.end(),
                                    [](const TimelineGap& gap) { return gap.until.has_value(); });
  return others ? "nothing else on record" : "";
}

// What did not come, then bars and marks in the order of their days, with the gaps between bars.
std::string lane_words(const TimelineLane& lane, bool months) {
  std::vector<TimelineBar> bars = lane.bars;
  std::stable_sort(bars.begin(), bars.end(),
                   [](const auto& a, const auto& b) { return a.from < b.from; });
  std::string out;
  for (const TimelineGap& gap : lane.gaps) add_item(out, gap_words(gap, months));
  const TimelineBar* before = nullptr;
  for (const TimelineBar& bar : bars) {
    if (before != nullptr && !before->to_open && bar.from > before->to + 1)
      add_item(out, lane.gaps.empty() ? "nothing on record between" : "not known between");
    add_item(out, bar_words(bar, months));
    if (before == nullptr || before->to < bar.to || bar.to_open) before = &bar;
  }
  for (const TimelineMark& mark : lane.marks) {
    const std::string day = day_words(mark.day, months);
    add_item(out, mark.label.empty() ? day : mark.label + " " + day);
  }
  if (lane.bars.empty() && lane.marks.empty()) add_item(out, nothing_words(lane));
  return out;
}

std::string clock_words(const TimelineClock& clock, bool months) {
  std::string out = "began " + day_words(clock.start, months);
  if (clock.due) out += ", due " + day_words(*clock.due, months);
  if (clock.stopped) out += ", ended " + day_words(*clock.stopped, months);
  const std::string over = over_words(clock);
  return over.empty() ? out : out + ", " + over;
}

}  // namespace

std::string empty_words(const TimelineLane& lane, bool months_only) {
  std::string out;
  for (const TimelineGap& gap : lane.gaps) add_item(out, gap_words(gap, months_only));
  add_item(out, nothing_words(lane));
  return out;
}

std::string gap_words(const TimelineGap& gap, bool months_only) {
  return gap.until ? gap.words + " before " + day_words(*gap.until, months_only) : gap.words;
}

std::string timeline_words(const Timeline& timeline) {
  std::string out = "From " + day_words(timeline.from, timeline.months_only) + " to " +
                    day_words(timeline.to, timeline.months_only) + ".";
  for (const TimelineLane& lane : timeline.lanes)
    out += " " + lane.name + ": " + lane_words(lane, timeline.months_only) + ".";
  for (const TimelineClock& clock : timeline.clocks)
    out += " " + clock.label + ": " + clock_words(clock, timeline.months_only) + ".";
  return out;
}

}  // namespace tidemark::report
