#include "report/restatement_report.hpp"

#include "base/text.hpp"

namespace tidemark::report {

namespace {

constexpr Rounding k_whole{0, false};

std::string signed_figure(const Figure& figure) {
  std::string text = written(figure, k_whole);
  const bool up = figure.is_exact() && figure.lo.over > 0;
  return up ? "+" + text : text;
}

std::string day_of_extract(const std::optional<Day>& made_on) {
  return made_on ? " (extract of " + in_words(*made_on) + ")" : "";
}

std::string with_cause(const Figure& figure, const std::string& why) {
  return written(figure, k_whole) + (why.empty() ? "" : " (" + why + ")");
}

std::string places(const RestatedRow& row) {
  if (row.place_before.empty() && row.place_after.empty()) return "";
  const auto shown = [](const std::string& place) { return place.empty() ? "no row" : place; };
  return " [" + shown(row.place_before) + " -> " + shown(row.place_after) + "]";
}

std::string row_text(const RestatedRow& row) {
  std::string who = row.child;
  if (!row.table.empty())
    who += ", " + row.table + (row.occasion.empty() ? "" : " " + row.occasion);
  return "    " + who + ": " + row.was + " -> " + row.is + ", " + name_of(row.cause) + ": " +
         row.what + places(row) + "\n";
}

void append(const std::string& cell, std::string& out) {
  out += csv_cell(cell);
  out += ',';
}

// A line for the figure (with no child), then one for each row.
void append_figure(const RestateRun& run, const Restated& result, std::string& out) {
  const Measure& measure = run.rulebook->measures[static_cast<std::size_t>(result.measure)];
  append(measure.id, out);
  append(result.period.label, out);
  append(written(result.before, k_whole), out);
  append(written(result.after, k_whole), out);
  append(written(difference(result.before, result.after), k_whole), out);
}

}  // namespace

std::string restatement_text(const RestateRun& run) {
  std::string out = "Restatement, internal: not for publication\n";
  out += "before: " + run.before_path + day_of_extract(run.before_made_on) + "\n";
  out += "after:  " + run.after_path + day_of_extract(run.after_made_on) + "\n";
  for (const Restated& result : run.results) {
    const Measure& measure = run.rulebook->measures[static_cast<std::size_t>(result.measure)];
    out += "\n" + measure.id + "  " + measure.title + "\n  ";
    out += measure.window == MeasureWindow::stock ? "as at " + in_words(result.period.to)
                                                  : words_of(result.period);
    out += ": " + with_cause(result.before, result.why_before) + " -> " +
           with_cause(result.after, result.why_after) + " " + measure.unit + ", " +
           (result.changed() ? signed_figure(difference(result.before, result.after)) + "\n"
                             : "no difference\n");
    for (const RestatedRow& row : result.rows) out += row_text(row);
  }
  return out;
}

std::string restatement_csv(const RestateRun& run) {
  std::string out =
      "measure,period,before,after,difference,child,table,occasion,was,is,cause,what,"
      "place_before,place_after\n";
  for (const Restated& result : run.results) {
    append_figure(run, result, out);
    out += ",,,,,,,,\n";
    for (const RestatedRow& row : result.rows) {
      append_figure(run, result, out);
      for (const std::string* cell : {&row.child, &row.table, &row.occasion, &row.was, &row.is}) {
        append(*cell, out);
      }
      append(name_of(row.cause), out);
      append(row.what, out);
      append(row.place_before, out);
      out += csv_cell(row.place_after) + "\n";
    }
  }
  return out;
}

}  // namespace tidemark::report
