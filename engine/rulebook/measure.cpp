#include "rulebook/measure.hpp"

namespace tidemark {

const char* name_of(MeasureWindow w) {
  switch (w) {
    case MeasureWindow::flow:
      return "flow";
    case MeasureWindow::stock:
      return "stock";
    case MeasureWindow::during:
      return "during";
  }
  return "";
}

const char* name_of(DividedAs s) {
  switch (s) {
    case DividedAs::none:
      return "";
    case DividedAs::percent:
      return "percent";
    case DividedAs::per_10000:
      return "per 10,000";
    case DividedAs::ratio:
      return "ratio";
  }
  return "";
}

const char* name_of(MeasureKind k) {
  switch (k) {
    case MeasureKind::counts:
      return "counts";
    case MeasureKind::averages:
      return "averages";
    case MeasureKind::changes:
      return "changes";
    case MeasureKind::reconciles:
      return "reconciles";
    case MeasureKind::adds:
      return "adds";
    case MeasureKind::forecast:
      return "forecast";
    case MeasureKind::benchmark:
      return "benchmark";
  }
  return "";
}

std::vector<ExprId*> expressions_of(Measure& measure) {
  std::vector<ExprId*> all = {&measure.counts.value, &measure.of.value, &measure.each,
                              &measure.averages, &measure.over};
  for (Part& part : measure.split) all.push_back(&part.when);
  return all;
}

std::vector<std::string> measures_under(const Measure& measure) {
  std::vector<std::string> under;
  for (const std::string* id : {&measure.changes, &measure.stock, &measure.started, &measure.ceased,
                                &measure.achieved, &measure.benchmark_of}) {
    if (!id->empty()) under.push_back(*id);
  }
  for (const auto* list : {&measure.adds, &measure.less, &measure.expected}) {
    under.insert(under.end(), list->begin(), list->end());
  }
  return under;
}

}  // namespace tidemark
