// The lines that look ahead and back: a forecast against a target, a figure beside the years
// before.
#include <cmath>

#include "audit/line_maker.hpp"

namespace tidemark {

Figure LineMaker::target() const {
  return Figure::of(std::llround(measure_.target * k_thousand), k_thousand);
}

void LineMaker::forecast() {
  const Figure whole = target();
  add_own("target", measure_.target_is_for_year ? "target for the year" : "target", whole, {});
  const int months = whole_months(period_.from, period_.to);
  const Period year = financial_year_of(period_.from);
  const auto of = months > 0 ? 12 : year.to - year.from + 1;
  const auto now = months > 0 ? months : period_.to - period_.from + 1;
  if (measure_.target_is_for_year) {
    add_own("pro rata", "pro rata for the period",
            Figure::of(whole.lo.over * now, whole.lo.under * of), {});
  }
  const Measured achieved = other(measure_.achieved, period_);
  add_other("achieved", "achieved", measure_.achieved, period_);
  Sum all;
  all.lo = all.hi = std::llround(measure_.target * k_thousand);
  MeasureLine& percent =
      add_own("percent", "achieved, in per cent of the target",
              achieved.figure.cannot_decide ? Figure::undecided()
                                            : share_of(achieved.sum, all, DividedAs::percent),
              achieved.rests_on);
  percent.unit = "percent";
  percent.rounding = measure_.rounding.value_or(Rounding{1, false});
  add_own("still needed", "still needed", difference(achieved.figure, whole), achieved.rests_on);
  if (!measure_.expected.empty()) expect(achieved);
}

// What is expected on top of what was achieved, and what it leaves to do.
void LineMaker::expect(const Measured& achieved) {
  Sum sum = achieved.sum;
  bool decided = !achieved.figure.cannot_decide;
  std::vector<std::pair<std::size_t, int>> terms = {{achieved.rests_on[0], -1}};
  for (const std::string& id : measure_.expected) {
    const Measured more = other(id, period_);
    sum.add(more.sum);
    decided = decided && !more.figure.cannot_decide;
    terms.emplace_back(more.rests_on[0], -1);
    add_other("expected " + id, "expected: " + book_.measure(book_.rulebook().measure(id)).title,
              id, period_);
  }
  const std::size_t place = book_.add_number(
      "forecast " + measure_.id + " " + iso(period_.from) + ".." + iso(period_.to), sum, true);
  terms.emplace_back(place, 1);
  book_.relate(std::move(terms));
  const Figure forecast = decided ? figure_of(sum) : Figure::undecided();
  add_own("forecast", "forecast: achieved and expected", forecast, {place});
  add_own("short of target", "short of the target after that", difference(forecast, target()),
          {place});
}

void LineMaker::benchmark() {
  const Measured now = other(measure_.benchmark_of, period_);
  add_other("", measure_.title, measure_.benchmark_of, period_);
  Figure sum = Figure::of(0, 1);
  std::vector<std::size_t> rests_on = now.rests_on;
  for (int year = 1; year <= measure_.benchmark_years; ++year) {
    const Period then = years_before(period_, year);
    const std::string label = std::to_string(year) + (year == 1 ? " year" : " years") + " before";
    const MeasureLine& line =
        add_other(label, label + ": " + words_of(then), measure_.benchmark_of, then);
    const bool bounded = !line.figure.open_lo && !line.figure.open_hi;
    const Figure none = Figure::of(0, 1);
    // a + b as a - (0 - b)
    sum = bounded ? difference(difference(line.figure, none), sum) : Figure::undecided();
    rests_on.insert(rests_on.end(), line.rests_on.begin(), line.rests_on.end());
  }
  Figure mean = sum;
  mean.lo = Figure::of(sum.lo.over, sum.lo.under * measure_.benchmark_years).lo;
  mean.hi = Figure::of(sum.hi.over, sum.hi.under * measure_.benchmark_years).lo;
  MeasureLine& line = add_own("mean", "mean of the years before", mean, rests_on);
  if (mean.cannot_decide) line.why = "not every one of the years before is covered";
  add_own("difference", "difference from that mean", difference(mean, now.figure), rests_on);
}

}  // namespace tidemark
