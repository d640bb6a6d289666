#include "base/text.hpp"
#include "report/measures_report.hpp"
#include "report/measures_words.hpp"

namespace tidemark::report {

namespace {

constexpr const char* k_heading =
    "measure,part,value,exact,low,high,numerator,denominator,unit,as,window,period,from,to,"
    "known_at,snapshot,rounding,undecided,status,why,limit,title,source\n";

void append(const std::string& cell, std::string& out) {
  out += csv_cell(cell);
  out += ',';
}

// The bounds, where there are any and they may be seen: exact, low, high.
void append_bounds(const MeasureLine& line, std::string& out) {
  const Figure& figure = line.figure;
  const bool seen = !figure.cannot_decide && !line.withheld;
  append(seen && figure.is_exact() ? unrounded(figure.lo) : "", out);
  append(seen && !figure.open_lo ? rounded(figure.lo, line.rounding) : "", out);
  append(seen && !figure.open_hi ? rounded(figure.hi, line.rounding) : "", out);
}

void append_line(const MeasureRun& run, const MeasureResult& result, const MeasureLine& line,
                 std::string& out) {
  const Measure& measure = run.rulebook->measures[static_cast<std::size_t>(result.measure)];
  append(measure.id, out);
  append(line.part, out);
  append(value_of(line), out);
  append_bounds(line, out);
  append(beside(line.numerator, line.numerator_withheld), out);
  append(beside(line.denominator, line.denominator_withheld), out);
  append(line.unit, out);
  append(name_of(measure.as), out);
  const bool simple = measure.kind == MeasureKind::counts || measure.kind == MeasureKind::averages;
  append(simple ? name_of(measure.window) : "", out);
  append(result.period.label, out);
  append(iso(result.period.from), out);
  append(iso(result.period.to), out);
  append(run.made_on ? iso(*run.made_on) : "", out);
  append(run.snapshot_digest, out);
  append(words_of(line.rounding), out);
  append(line.withheld ? "" : std::to_string(line.undecided), out);
  append(status_of(line), out);
  append(line.withheld && !line.figure.cannot_decide ? "" : line.why, out);
  append(line.withheld ? "" : line.limit, out);
  append(measure.title, out);
  out += csv_cell(measure.source) + "\n";
}

}  // namespace

std::string measures_csv(const MeasureRun& run) {
  std::string out = k_heading;
  for (const MeasureResult& result : run.results) {
    for (const MeasureLine& line : result.lines) append_line(run, result, line, out);
  }
  return out;
}

}  // namespace tidemark::report
