// LineMaker: makes the printed lines of one measure over one period, kind by kind, and tells the
// book which sums hold among their numbers. One use each.
#pragma once

#include <string>
#include <vector>

#include "audit/measure_book.hpp"
#include "audit/measures.hpp"

namespace tidemark {

class LineMaker {
 public:
  LineMaker(MeasureBook& book, int measure, const Period& period)
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
  void expect(const Measured& achieved);
  [[nodiscard]] Figure target() const;
  void benchmark();

  MeasureBook& book_;
  int index_;
  const Measure& measure_;
  Period period_;
  std::vector<MeasureLine> lines_;
};

}  // namespace tidemark
