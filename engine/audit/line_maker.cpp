#include "audit/line_maker.hpp"

#include "audit/measure_limits.hpp"

namespace tidemark {

MeasureLine& LineMaker::add(const std::string& part, const std::string& label, const Measured& from,
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

MeasureLine& LineMaker::add_own(const std::string& part, const std::string& label,
                                const Figure& figure, std::vector<std::size_t> rests_on) {
  Measured own;
  own.figure = figure;
  own.rests_on = std::move(rests_on);
  MeasureLine& line = add(part, label, own, measure_);
  line.rounding =
      is_whole(figure) ? Rounding{0, false} : measure_.rounding.value_or(Rounding{1, false});
  return line;
}

// A measure that is never public may be counted in another's figures but not printed with them.
Measured LineMaker::other(const std::string& id, const Period& period) {
  const int index = book_.rulebook().measure(id);
  Measured value = book_.value_of(index, period);
  if (!book_.measure(index).is_public) book_.hide(value.rests_on);
  return value;
}

MeasureLine& LineMaker::add_other(const std::string& part, const std::string& label,
                                  const std::string& id, const Period& period) {
  const int index = book_.rulebook().measure(id);
  return add(part, label, other(id, period), book_.measure(index));
}

void LineMaker::simple() {
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

void LineMaker::changes() {
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

void LineMaker::reconciles() {
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

void LineMaker::adds() {
  add("", measure_.title, book_.value_of(index_, period_), measure_);
  for (const auto* list : {&measure_.adds, &measure_.less}) {
    for (const std::string& id : *list) {
      const std::string& title = book_.measure(book_.rulebook().measure(id)).title;
      add_other(id, (list == &measure_.adds ? "" : "less ") + title, id, period_);
    }
  }
}

std::vector<MeasureLine> LineMaker::take() {
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

}  // namespace tidemark
