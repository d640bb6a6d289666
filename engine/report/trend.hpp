// Charts of counts over time, in black and white: lines told apart by their dashes and named at
// their ends, and bars a week stacked in shades and hatching. The headline and the description are
// written from the numbers. Pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "report/document.hpp"

namespace tidemark::report {

struct TrendSeries {
  std::string name;
  std::vector<std::optional<double>> values;  // one for each label; none: not known, a gap
};

struct TrendMark {
  std::size_t index = 0;  // of the label it stands at
  std::string label;      // "rule PO-9M changed"
};

struct Trend {
  std::string id;
  std::string measure;              // what is counted: "Breaches, all rules"
  std::vector<std::string> labels;  // "Mar 2022"
  std::vector<TrendSeries> series;  // five at most are told apart
  std::vector<TrendMark> marks;
  double width = 760, height = 260;
};

// "Breaches, all rules: 41 in Mar 2022, up from 33 in Apr 2021".
[[nodiscard]] std::string trend_headline(const Trend& trend);
[[nodiscard]] Picture trend_picture(const Trend& trend);

struct StackedPart {
  std::string name;                   // "Team A"
  std::vector<std::uint64_t> counts;  // one for each label
};

struct StackedBars {
  std::string id;
  std::string measure;              // "Clocks that run out, by week"
  std::vector<std::string> labels;  // "4 Apr"
  std::vector<StackedPart> parts;   // four are told apart; what is beyond joins "others"
  double width = 760;
};

// "Clocks that run out, by week: 57 in all, most in the week of 4 Apr (12)".
[[nodiscard]] std::string bars_headline(const StackedBars& bars);
[[nodiscard]] Picture bars_picture(const StackedBars& bars);

}  // namespace tidemark::report
