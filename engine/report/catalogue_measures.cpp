// The measures of the catalogue: what each figure counts, over which window, and divided by what.
#include "report/catalogue_measures.hpp"

#include "base/text.hpp"
#include "report/catalogue_parts.hpp"
#include "rulebook/describe.hpp"

namespace tidemark::report {

namespace {

std::string words_of(const Rulebook& book, const Quantity& quantity) {
  switch (quantity.of) {
    case Quantity::Of::nothing:
      return "";
    case Quantity::Of::children:
      return "children for whom " + describe(book, quantity.value);
    case Quantity::Of::rows:
      return describe(book, quantity.value);
    case Quantity::Of::number:
      return describe(book, quantity.value) + ", added up";
    case Quantity::Of::assumption:
      return "an assumption: " + quantity.assumed.label + " (" + quantity.assumed.source + ")";
  }
  return "";
}

const char* words_of(MeasureWindow window) {
  switch (window) {
    case MeasureWindow::flow:
      return "what happened in the period";
    case MeasureWindow::stock:
      return "as at the last day of the period";
    case MeasureWindow::during:
      return "true on any day of the period";
  }
  return "";
}

std::string listed(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : ", ") + part;
  return all;
}

// Of a measure that is made of others: which, and how.
std::string made_of(const Measure& measure) {
  switch (measure.kind) {
    case MeasureKind::counts:
    case MeasureKind::averages:
      return "";
    case MeasureKind::changes:
      return "opening, closing and change of " + measure.changes;
    case MeasureKind::reconciles:
      return "opening of " + measure.stock + " + " + measure.started + " - " + measure.ceased +
             " = closing, with what is left over";
    case MeasureKind::adds:
      return listed(measure.adds) + (measure.less.empty() ? "" : ", less " + listed(measure.less));
    case MeasureKind::forecast:
      return measure.achieved + " and what is expected (" + listed(measure.expected) +
             ") against a target of " + std::to_string(measure.target).substr(0, 6) +
             (measure.target_is_for_year ? " a year" : "");
    case MeasureKind::benchmark:
      return measure.benchmark_of + " against the mean of the same period in " +
             std::to_string(measure.benchmark_years) + " years before";
  }
  return "";
}

std::string figure_of(const Rulebook& book, const Measure& measure) {
  if (measure.kind == MeasureKind::averages) {
    std::string text = "the mean of " + describe(book, measure.averages);
    if (measure.each != k_no_expr) text += " over " + describe(book, measure.each);
    if (measure.over != k_no_expr)
      text += " over children for whom " + describe(book, measure.over);
    return text;
  }
  const std::string others = made_of(measure);
  return others.empty() ? words_of(book, measure.counts) : others;
}

std::string division_of(const Rulebook& book, const Measure& measure) {
  const std::string by = words_of(book, measure.of);
  if (by.empty()) return "";
  return by + (measure.as == DividedAs::none ? "" : std::string(", as ") + name_of(measure.as));
}

std::string split_of(const Rulebook& book, const Measure& measure) {
  std::string text;
  for (const Part& part : measure.split) {
    text += (text.empty() ? "" : "; ") + part.label;
    text += part.when == k_no_expr ? ": all others" : ": " + describe(book, part.when);
  }
  return text;
}

void bullet(std::string& out, const char* name, const std::string& what) {
  if (!what.empty()) out += std::string("- **") + name + ":** " + md(what) + "\n";
}

}  // namespace

std::string measures_md(const Rulebook& book) {
  std::string out;
  for (const Measure& measure : book.measures) {
    out += "\n### " + md(measure.id) + ": " + md(measure.title) + "\n\n";
    bullet(out, "Figure", figure_of(book, measure));
    bullet(out, "Window", words_of(measure.window));
    bullet(out, "Divided by", division_of(book, measure));
    bullet(out, "Parts", split_of(book, measure));
    bullet(out, "Unit", measure.unit);
    bullet(out, "Assumes", listed(measure.assumes));
    bullet(out, "Leaves out", measure.excludes);
    bullet(out, "Note", measure.note);
    bullet(out, "Source", measure.source);
    if (!measure.is_public)
      bullet(out, "For", "people who may see single children; not for public papers");
  }
  return out;
}

std::string measures_csv(const Rulebook& book) {
  std::string out;
  for (const Measure& measure : book.measures) {
    std::vector<std::string> cells(k_catalogue_columns);
    cells[0] = measure.id;
    cells[1] = "measure";
    cells[2] = "Measures";
    cells[3] = measure.title;
    cells[5] = figure_of(book, measure);
    cells[8] = division_of(book, measure);
    cells[17] = measure.source;
    cells[21] = file_of(book, measure.at);
    for (std::size_t i = 0; i < cells.size(); ++i) out += (i == 0 ? "" : ",") + csv_cell(cells[i]);
    out += '\n';
  }
  return out;
}

}  // namespace tidemark::report
