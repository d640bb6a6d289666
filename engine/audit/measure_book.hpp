// MeasureBook: what the measures of one run come to, each asked once, and the printed numbers with
// the sums that hold among them. Filled by one thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "audit/measures.hpp"
#include "calendar/period.hpp"
#include "evaluate/covering.hpp"
#include "evaluate/measuring.hpp"

namespace tidemark {

// A count, a share or a mean as it came out, and the numbers that give it away.
struct Measured {
  Sum sum;        // of counts and sums of counts
  Figure figure;  // as printed
  std::optional<Figure> numerator, denominator;
  std::uint64_t undecided = 0;
  std::string why;
  std::vector<std::size_t> rests_on, numerator_rests_on, denominator_rests_on;
};

class MeasureBook {
 public:
  MeasureBook(const Rulebook& rulebook, const Snapshot& snapshot, std::optional<Day> made_on)
      : rulebook_(rulebook),
        snapshot_(snapshot),
        made_on_(made_on),
        covers_(covers_of(rulebook, snapshot)) {}

  // Notes what must be asked so that value_of(measure, period) can answer.
  void want(int measure, const Period& period);
  void ask(int threads);

  // Counts, shares, means and sums of counts. `shown`: a measure that is not public may not be.
  [[nodiscard]] Measured value_of(int measure, const Period& period);
  [[nodiscard]] Measured part_of(int measure, std::size_t part, const Period& period);

  // A number printed that comes from others by adding and taking away: of this value, and the sum
  // that holds. Gives its place among the numbers.
  [[nodiscard]] std::size_t add_number(const std::string& key, const Sum& sum, bool is_count);
  void relate(std::vector<std::pair<std::size_t, int>> terms);
  void hide(const std::vector<std::size_t>& numbers);

  [[nodiscard]] const MeasureNumbers& numbers() const { return numbers_; }
  [[nodiscard]] const Rulebook& rulebook() const { return rulebook_; }
  [[nodiscard]] const Measure& measure(int index) const {
    return rulebook_.measures[static_cast<std::size_t>(index)];
  }
  [[nodiscard]] std::optional<Day> made_on() const { return made_on_; }

 private:
  [[nodiscard]] Asked asked(int measure, const Period& period) const;
  [[nodiscard]] const Tally& tally(const Asked& question) const;
  [[nodiscard]] std::string why_undecided(const Asked& question, const Tally& tally) const;
  [[nodiscard]] Measured counted(int measure, const Period& period);
  [[nodiscard]] Measured averaged(int measure, const Period& period);
  [[nodiscard]] Measured added(int measure, const Period& period);
  void add_up(const std::string& id, const Period& period, int sign, Measured& total,
              std::vector<std::pair<std::size_t, int>>& terms);
  [[nodiscard]] std::size_t number_for(const Quantity& quantity, ExprId each, const Asked& question,
                                       const Sum& sum);
  void relate_rest(const Measure& measure, const Measured& share, const Tally& tally);
  [[nodiscard]] std::vector<std::size_t> numbers_of_mean(const Measure& measure,
                                                         const Asked& question,
                                                         const Spread& spread, const Sum& count);
  [[nodiscard]] bool has_period(ExprId id) const;

  const Rulebook& rulebook_;
  const Snapshot& snapshot_;
  std::optional<Day> made_on_;
  std::vector<Cover> covers_;
  std::map<Asked, Tally> tallies_;
  std::map<std::string, std::size_t> places_;  // of numbers, by what they are
  MeasureNumbers numbers_;
};

}  // namespace tidemark
