#include "audit/measure_lines.hpp"

#include <algorithm>
#include <cmath>

namespace tidemark {

namespace {

Period day_before(const Period& period) {
  return {period.from - 1, period.from - 1, iso(period.from - 1)};
}

Period years_before(const Period& period, int years) {
  constexpr int k_months = 12;
  // By the day after, so that the last day of February stays the last day of February.
  const Day to = add_months(period.to + 1, -k_months * years) - 1;
  return {add_months(period.from, -k_months * years), to, ""};
}

bool is_whole(const Figure& figure) {
  return figure.lo.under == 1 && figure.hi.under == 1;
}

// A number of the measure itself: rounded as it says, else by what it is.
Rounding rounding_of(const Measure& measure, const Figure& figure) {
  constexpr Rounding k_places[] = {{3, false}, {1, false}, {1, false}, {2, false}};
  const bool counted = measure.kind != MeasureKind::averages && measure.as == DividedAs::none;
  if (counted && is_whole(figure)) return {0, false};
  if (measure.rounding) return *measure.rounding;
  if (measure.kind == MeasureKind::averages) return {measure.unit == "days" ? 0 : 1, false};
  return k_places[static_cast<std::size_t>(measure.as)];
}

// What is left over in a reconciliation is too much on either side.
Figure size_of(const Figure& figure) {
  Figure size = figure;
  size.open_lo = size.open_hi = figure.open_lo || figure.open_hi;
  const auto turned = [](Fraction n) { return Fraction{n.over < 0 ? -n.over : n.over, n.under}; };
  if (figure.hi.over <= 0) std::swap(size.lo, size.hi);
  size.lo = turned(size.lo);
  size.hi = turned(size.hi);
  if (figure.lo.over < 0 && figure.hi.over > 0) {
    if (minus(size.hi, size.lo).over < 0) size.hi = size.lo;
    size.lo = {0, 1};
  }
  return size;
}

std::string limit_of(const Measure& measure, const Figure& own) {
  if (!measure.at_most) return "";
  const Figure figure = measure.kind == MeasureKind::reconciles ? size_of(own) : own;
  const Fraction limit = Figure::of(std::llround(*measure.at_most * k_thousand), k_thousand).lo;
  const auto over = [&](const Fraction& n) { return minus(n, limit).over > 0; };
  if (!figure.cannot_decide && !figure.open_hi && !over(figure.hi))
    return "within " + unrounded(limit);
  if (!figure.cannot_decide && !figure.open_lo && over(figure.lo))
    return "over " + unrounded(limit);
  return "cannot be decided";
}

class Lines {
 public:
  Lines(MeasureBook& book, int measure, const Period& period)
      : book_(book), index_(measure), measure_(book.measure(measure)), period_(period) {}

  std::vector<MeasureLine> take();

 private:
  MeasureLine& add(const std::string& part, const std::string& label, const Measured& from,
                   const Measure& as);
  MeasureLine& add_own(const std::string& part, const std::string& label, const Figure& figure,
                       std::vector<std::size_t> rests_on);
  MeasureLine& add_other(const std::string& part, const std::string& label, const std::string& id,
                         const Period& period);
  Measured other(const std::string& id, const Period& period);
  void simple();
  void changes();
  void reconciles();
  void adds();
  void forecast();
  void benchmark();

  MeasureBook& book_;
  int index_;
  const Measure& measure_;
  Period period_;
  std::vector<MeasureLine> lines_;
};

MeasureLine& Lines::add(const std::string& part, const std::string& label, const Measured& from,
                        const Measure& as) {
  MeasureLine line;
  line.part = part;
  line.label = label;
  line.unit = as.unit;
  line.figure = from.figure;
  line.rounding = rounding_of(as, from.figure);
  line.numerator = from.numerator;
  line.denominator = from.denominator;
  line.undecided = from.undecided;
  line.why = from.why;
  line.rests_on = from.rests_on;
  line.numerator_rests_on = from.numerator_rests_on;
  line.denominator_rests_on = from.denominator_rests_on;
  lines_.push_back(std::move(line));
  return lines_.back();
}

MeasureLine& Lines::add_own(const std::string& part, const std::string& label, const Figure& figure,
                            std::vector<std::size_t> rests_on) {
  Measured own;
  own.figure = figure;
  own.rests_on = std::move(rests_on);
  MeasureLine& line = add(part, label, own, measure_);
  if (!is_whole(figure)) line.rounding = measure_.rounding.value_or(Rounding{1, false});
  return line;
}

// A measure that is never public may be counted in another's figures but not printed with them.
Measured Lines::other(const std::string& id, const Period& period) {
  const int index = book_.rulebook().measure(id);
  Measured value = book_.value_of(index, period);
  if (!book_.measure(index).is_public) book_.hide(value.rests_on);
  return value;
}

MeasureLine& Lines::add_other(const std::string& part, const std::string& label,
                              const std::string& id, const Period& period) {
  const int index = book_.rulebook().measure(id);
  return add(part, label, other(id, period), book_.measure(index));
}

void Lines::simple() {
  add("", measure_.title, book_.value_of(index_, period_), measure_);
  for (std::size_t i = 0; i < measure_.split.size(); ++i) {
    add(measure_.split[i].label, measure_.split[i].label, book_.part_of(index_, i, period_),
        measure_);
  }
  const bool whole = !measure_.split.empty() && measure_.split.back().when == k_no_expr;
  if (!whole) return;
  std::vector<std::pair<std::size_t, int>> terms;
  for (const MeasureLine& line : lines_) {
    terms.emplace_back(line.rests_on[0], line.part.empty() ? 1 : -1);
  }
  book_.relate(std::move(terms));
}

void Lines::changes() {
  const Period before = day_before(period_);
  const Measured opening = other(measure_.changes, before);
  const Measured closing = other(measure_.changes, period_);
  add_other("opening", "opening, at the end of " + in_words(before.to), measure_.changes, before);
  add_other("closing", "closing, at the end of " + in_words(period_.to), measure_.changes, period_);
  const Figure change = difference(opening.figure, closing.figure);
  std::vector<std::size_t> rests_on = opening.rests_on;
  rests_on.insert(rests_on.end(), closing.rests_on.begin(), closing.rests_on.end());
  if (!opening.denominator && !closing.denominator) {
    Sum sum;
    sum.lo = closing.sum.lo - opening.sum.lo;
    sum.hi = closing.sum.hi - opening.sum.hi;
    const std::size_t place = book_.add_number(
        "change of " + measure_.changes + " " + iso(before.to) + ".." + iso(period_.to), sum,
        false);
    book_.relate({{closing.rests_on[0], 1}, {opening.rests_on[0], -1}, {place, -1}});
    add_own("change", "change", change, {place});
    rests_on.push_back(place);
  } else {
    add_own("change", "change", change, rests_on);
  }
  if (measure_.as != DividedAs::percent) return;
  MeasureLine& percent = add_own("percent", "change in per cent of the opening figure",
                                 percent_change(opening.figure, closing.figure), rests_on);
  percent.unit = "percent";
  percent.rounding = measure_.rounding.value_or(Rounding{1, false});
}

void Lines::reconciles() {
  const Period before = day_before(period_);
  add_other("opening", "opening, at the end of " + in_words(before.to), measure_.stock, before);
  add_other("started", "started", measure_.started, period_);
  add_other("ceased", "ceased", measure_.ceased, period_);
  add_other("closing", "closing, at the end of " + in_words(period_.to), measure_.stock, period_);
  const Figure none = Figure::of(0, 1);
  const Figure gained = difference(lines_[2].figure, lines_[1].figure);
  const Figure expected = difference(difference(lines_[0].figure, none), gained);
  const Figure residual = difference(expected, lines_[3].figure);
  std::vector<std::pair<std::size_t, int>> terms;
  Sum left;
  if (!residual.cannot_decide) {
    left.lo = residual.lo.over * k_thousand;
    left.hi = residual.hi.over * k_thousand;
  }
  constexpr int k_signs[] = {1, 1, -1, -1};
  for (std::size_t i = 0; i < 4; ++i) terms.emplace_back(lines_[i].rests_on[0], k_signs[i]);
  const std::size_t place = book_.add_number(
      "residual of " + measure_.id + " " + iso(period_.from) + ".." + iso(period_.to), left, false);
  terms.emplace_back(place, 1);
  book_.relate(std::move(terms));
  add_own("residual", "residual: closing less (opening + started - ceased)", residual, {place});
}

void Lines::adds() {
  add("", measure_.title, book_.value_of(index_, period_), measure_);
  for (const auto* list : {&measure_.adds, &measure_.less}) {
    for (const std::string& id : *list) {
      const std::string& title = book_.measure(book_.rulebook().measure(id)).title;
      add_other(id, (list == &measure_.adds ? "" : "less ") + title, id, period_);
    }
  }
}

void Lines::forecast() {
  const auto target = std::llround(measure_.target * k_thousand);
  const Figure whole = Figure::of(target, k_thousand);
  add_own("target", measure_.target_is_for_year ? "target for the year" : "target", whole, {});
  const int months = whole_months(period_.from, period_.to);
  const Period year = financial_year_of(period_.from);
  const auto of = months > 0 ? 12 : year.to - year.from + 1;
  const auto now = months > 0 ? months : period_.to - period_.from + 1;
  if (measure_.target_is_for_year) {
    add_own("pro rata", "pro rata for the period", Figure::of(target * now, k_thousand * of), {});
  }
  const Measured achieved = other(measure_.achieved, period_);
  add_other("achieved", "achieved", measure_.achieved, period_);
  Sum all;
  all.lo = all.hi = target;
  MeasureLine& percent =
      add_own("percent", "achieved, in per cent of the target",
              achieved.figure.cannot_decide ? Figure::undecided()
                                            : share_of(achieved.sum, all, DividedAs::percent),
              achieved.rests_on);
  percent.unit = "percent";
  percent.rounding = measure_.rounding.value_or(Rounding{1, false});
  add_own("still needed", "still needed", difference(achieved.figure, whole), achieved.rests_on);
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
  if (measure_.expected.empty()) return;
  const std::size_t place = book_.add_number(
      "forecast " + measure_.id + " " + iso(period_.from) + ".." + iso(period_.to), sum, true);
  terms.emplace_back(place, 1);
  book_.relate(std::move(terms));
  const Figure forecast = decided ? figure_of(sum) : Figure::undecided();
  add_own("forecast", "forecast: achieved and expected", forecast, {place});
  add_own("short of target", "short of the target after that", difference(forecast, whole),
          {place});
}

void Lines::benchmark() {
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

std::vector<MeasureLine> Lines::take() {
  switch (measure_.kind) {
    case MeasureKind::counts:
    case MeasureKind::averages:
      simple();
      break;
    case MeasureKind::changes:
      changes();
      break;
    case MeasureKind::reconciles:
      reconciles();
      break;
    case MeasureKind::adds:
      adds();
      break;
    case MeasureKind::forecast:
      forecast();
      break;
    case MeasureKind::benchmark:
      benchmark();
      break;
  }
  if (!lines_.empty()) {
    // What the limit is set on: the figure itself, or the last line that the others lead to.
    MeasureLine& headline = lines_[0].part.empty() ? lines_[0] : lines_.back();
    headline.limit = limit_of(measure_, headline.figure);
  }
  return std::move(lines_);
}

std::vector<std::string> notes_of(const MeasureBook& book, const Measure& m, const Period& period) {
  std::vector<std::string> notes;
  for (const std::string& text : m.assumes) notes.push_back("assumes: " + text);
  if (m.of.of == Quantity::Of::assumption) {
    const Assumption& assumed = m.of.assumed;
    const Fraction number = Figure::of(std::llround(assumed.number * k_thousand), k_thousand).lo;
    notes.push_back("assumes: " + assumed.label + " " + unrounded(number) + " (" + assumed.source +
                    ")");
  }
  if (!m.excludes.empty()) notes.push_back("excludes: " + m.excludes);
  if (!m.note.empty()) notes.push_back(m.note);
  const bool goes_on = book.made_on() && period.to > *book.made_on() &&
                       period.from <= *book.made_on() && m.window != MeasureWindow::stock;
  if (goes_on) {
    notes.push_back("the period runs on after the extract of " + in_words(*book.made_on()) +
                    ": the figure is up to that day");
  }
  return notes;
}

}  // namespace

void want_lines(MeasureBook& book, int index, const Period& period) {
  const Measure& m = book.measure(index);
  book.want(index, period);
  if (m.kind == MeasureKind::changes || m.kind == MeasureKind::reconciles) {
    const std::string& stock = m.kind == MeasureKind::changes ? m.changes : m.stock;
    book.want(book.rulebook().measure(stock), day_before(period));
  }
  for (int year = 1; year <= m.benchmark_years; ++year) {
    book.want(book.rulebook().measure(m.benchmark_of), years_before(period, year));
  }
}

MeasureResult result_of(MeasureBook& book, int index, const Period& period) {
  MeasureResult result;
  result.measure = index;
  result.period = period;
  result.lines = Lines(book, index, period).take();
  result.notes = notes_of(book, book.measure(index), period);
  return result;
}

}  // namespace tidemark
