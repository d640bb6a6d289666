#include "audit/measure_lines.hpp"

#include <cmath>

#include "audit/line_maker.hpp"

namespace tidemark {

namespace {

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
  const std::optional<Day> made_on = book.made_on();
  if (made_on && period.to > *made_on && period.from <= *made_on &&
      m.window != MeasureWindow::stock) {
    notes.push_back("the period runs on after the extract of " + in_words(*made_on) +
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
  result.lines = LineMaker(book, index, period).take();
  result.notes = notes_of(book, book.measure(index), period);
  return result;
}

}  // namespace tidemark
