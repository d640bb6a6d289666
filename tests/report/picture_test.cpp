// Pictures: what a timeline and the charts say and where they draw it.
#include <catch2/catch.hpp>

#include "golden_file.hpp"
#include "report/formats.hpp"
#include "report/timeline.hpp"
#include "report/trend.hpp"
#include "report/word_width.hpp"

using namespace tidemark;
using namespace tidemark::report;

namespace {

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

Timeline one_child() {
  Timeline made;
  made.id = "child-4";
  made.title = "P12-004: 32 days past the due date for placement";
  made.from = day_of(2019, 3, 11);
  made.to = day_of(2022, 4, 5);
  const Day order = day_of(2021, 6, 4);
  made.lanes = {
      {"Legal status",
       {{made.from, order, "C2", true, false}, {order, made.to, "E1", false, true}},
       {}},
      {"Placements",
       {{made.from, day_of(2019, 3, 25), "U4", false, false},
        {day_of(2019, 4, 20), made.to, "U1 <long>", false, true}},
       {}},
      {"Reviews", {}, {{day_of(2020, 1, 8), "review"}, {day_of(2020, 1, 9), "second review"}}},
      {"Life story", {}, {}}};
  made.clocks = {{"Placed within 9 months", order, day_of(2022, 3, 4), {}, 32, false}};
  return made;
}

// Notes where words stand; the rest is of no interest.
class WordsSeen : public Canvas {
 public:
  struct Seen {
    double left, right, baseline;
    std::string text;
  };
  using Canvas::path;
  void rectangle(double, double, double, double, Fill fill) override {
    if (fill == Fill::hatched) ++hatched;
  }
  void line(double, double, double, double, double, bool) override {}
  void words(double x, double y, const std::string& text, double size, Align align,
             bool bold) override {
    const double width = word_width(text, size, bold);
    const double left = align == Align::left     ? x
                        : align == Align::middle ? x - width / 2
                                                 : x - width;
    seen.push_back({left, left + width, y, text});
  }
  void path(const std::vector<std::pair<double, double>>&, double, Dash) override { ++strokes; }

  std::vector<Seen> seen;
  int hatched = 0, strokes = 0;
};

WordsSeen words_on(const Picture& picture) {
  WordsSeen canvas;
  picture.draw(canvas);
  return canvas;
}

std::string overlap_in(const WordsSeen& canvas) {
  for (std::size_t i = 0; i < canvas.seen.size(); ++i) {
    for (std::size_t j = i + 1; j < canvas.seen.size(); ++j) {
      const auto &a = canvas.seen[i], &b = canvas.seen[j];
      const bool same_line = a.baseline - b.baseline < 7 && b.baseline - a.baseline < 7;
      if (same_line && a.left < b.right && b.left < a.right) return a.text + " | " + b.text;
    }
  }
  return "";
}

Trend two_lines() {
  Trend made;
  made.id = "trend";
  made.measure = "Breaches";
  made.labels = {"Jan 2022", "Feb 2022", "Mar 2022"};
  made.series = {{"All rules", {33, {}, 41}}, {"Reviews", {5, 5, 5}}};
  made.marks = {{1, "table of reviews missing"}};
  return made;
}

}  // namespace

TEST_CASE("the pictures are drawn as they were when they were last accepted") {
  CHECK(made::difference_from_golden("timeline", picture_svg(timeline_picture(one_child())),
                                     ".svg") == "");
  CHECK(made::difference_from_golden("trend", picture_svg(trend_picture(two_lines())), ".svg") ==
        "");
}

TEST_CASE("a timeline's description says what is drawn, gaps and open ends too") {
  CHECK(timeline_picture(one_child()).description ==
        "From 11 Mar 2019 to 5 Apr 2022. Legal status: C2 from before 11 Mar 2019 to 4 Jun 2021; "
        "E1 from 4 Jun 2021, still running. Placements: U4 from 11 Mar 2019 to 25 Mar 2019; "
        "nothing on record between; U1 <long> from 20 Apr 2019, still running. Reviews: review "
        "8 Jan 2020; second review 9 Jan 2020. Life story: nothing on record. Placed within 9 "
        "months: began 4 Jun 2021, due 4 Mar 2022, 32 days over.");
}

TEST_CASE("a timeline hatches what is over the limit and says how many days") {
  const WordsSeen over = words_on(timeline_picture(one_child()));
  CHECK(over.hatched == 1);
  CHECK(std::any_of(over.seen.begin(), over.seen.end(),
                    [](const auto& words) { return words.text == "32 days over"; }));
  Timeline within = one_child();
  within.clocks[0].days_over.reset();
  within.clocks[0].due = day_of(2022, 5, 4);
  CHECK(words_on(timeline_picture(within)).hatched == 0);
}

TEST_CASE("a list that did not come is crossed out, and never as an empty one") {
  Timeline empty = one_child();
  empty.lanes.resize(1);
  empty.lanes[0] = {"Court", {}, {}};
  Timeline missing = empty;
  missing.lanes[0].gaps = {{"court list not supplied", {}}};
  CHECK(has(timeline_picture(empty).description, "Court: nothing on record."));
  CHECK(has(timeline_picture(missing).description, "Court: court list not supplied. "));
  CHECK(words_on(timeline_picture(empty)).strokes == 0);
  const WordsSeen crossed = words_on(timeline_picture(missing));
  CHECK(crossed.strokes > 40);
  CHECK(std::any_of(crossed.seen.begin(), crossed.seen.end(),
                    [](const auto& words) { return words.text == "court list not supplied"; }));
  CHECK(overlap_in(crossed) == "");
}

TEST_CASE("a list that came in part says from when, and what is not known of the rest") {
  Timeline part = one_child();
  part.lanes[1].gaps = {{"list of placements not supplied", day_of(2020, 1, 15)}};
  part.lanes[3].gaps = {{"life story list not supplied", {}}};
  part.lanes[3].some_came = true;
  const std::string said = timeline_picture(part).description;
  CHECK(has(said, "Placements: list of placements not supplied before 15 Jan 2020; U4 from"));
  CHECK(has(said, "not known between; U1"));
  CHECK(has(said, "Life story: life story list not supplied; nothing else on record."));
  part.months_only = true;
  CHECK(has(timeline_picture(part).description, "not supplied before Jan 2020"));
  CHECK(overlap_in(words_on(timeline_picture(part))) == "");
}

TEST_CASE("a pseudonymised timeline tells no day apart from another of its month") {
  Timeline first = one_child();
  first.months_only = true;
  Timeline other = first;
  for (TimelineLane& lane : other.lanes) {
    for (TimelineBar& bar : lane.bars)
      bar.from = day_of(civil_of(bar.from).year, civil_of(bar.from).month, 28);
    for (TimelineMark& mark : lane.marks) mark.day = day_of(2020, 1, 31);
  }
  other.clocks[0].start = day_of(2021, 6, 30);
  CHECK(picture_svg(timeline_picture(first)) == picture_svg(timeline_picture(other)));
  CHECK_FALSE(has(picture_svg(timeline_picture(first)), "4 Jun"));
  CHECK(has(picture_svg(timeline_picture(first)), "Jun 2021"));
}

TEST_CASE("a timeline's labels keep apart, however crowded it is") {
  Timeline crowded = one_child();
  for (int i = 0; i < 24; ++i) {
    crowded.lanes[2].marks.push_back({day_of(2020, 1, 1) + i * 20, "review, child took part"});
    crowded.lanes[1].bars.push_back({day_of(2020, 1, 1) + i * 9, day_of(2020, 1, 1) + i * 9 + 4,
                                     "a short placement", false, false});
  }
  crowded.clocks.push_back({"Another", day_of(2022, 3, 30), day_of(2022, 4, 4), {}, 1, true});
  for (const double width : {520.0, 760.0}) {
    crowded.width = width;
    const WordsSeen drawn = words_on(timeline_picture(crowded));
    CHECK(overlap_in(drawn) == "");
    for (const auto& words : drawn.seen) {
      CHECK(words.left >= 0);
      CHECK(words.right <= width + 1);
    }
  }
}

TEST_CASE("a timeline without a day of length is drawn all the same") {
  Timeline empty;
  empty.from = empty.to = day_of(2022, 4, 5);
  CHECK(timeline_picture(empty).height > 0);
  CHECK_FALSE(words_on(timeline_picture(empty)).seen.empty());
}

TEST_CASE("a trend's headline is written from its numbers, and what is not known is a gap") {
  CHECK(trend_headline(two_lines()) ==
        "Breaches, All rules: 41 in Mar 2022, up from 33 in Jan 2022");
  CHECK(has(trend_picture(two_lines()).description, "Feb 2022 not known"));
  CHECK(has(trend_picture(two_lines()).description, "Feb 2022: table of reviews missing."));
  CHECK(overlap_in(words_on(trend_picture(two_lines()))) == "");
  Trend nothing;
  nothing.measure = "Breaches";
  CHECK(trend_headline(nothing) == "Breaches");
  CHECK(trend_picture(nothing).height > 0);
}

TEST_CASE("bars a week add up to their headline, with teams beyond the third together") {
  StackedBars bars;
  bars.measure = "Clocks that run out, by week";
  bars.labels = {"4 Apr", "11 Apr"};
  for (const char* team : {"A", "B", "C", "D", "E"}) bars.parts.push_back({team, {1, 3}});
  CHECK(bars_headline(bars) ==
        "Clocks that run out, by week: 20 in all, most in the week of 11 Apr (15)");
  const WordsSeen drawn = words_on(bars_picture(bars));
  CHECK(std::any_of(drawn.seen.begin(), drawn.seen.end(),
                    [](const auto& words) { return words.text == "2 others 8"; }));
  CHECK(overlap_in(drawn) == "");
}
