#include "audit/measure_book.hpp"

#include <algorithm>
#include <cmath>

namespace tidemark {

namespace {

constexpr std::size_t k_most_causes = 3;

bool is_simple(const Measure& m) {
  return m.kind == MeasureKind::counts || m.kind == MeasureKind::averages;
}

// The commonest causes first: "2 could not be decided: the date of birth is not known (2)".
std::string causes_in_words(const Tally& tally, std::uint64_t undecided) {
  if (undecided == 0) return "";
  std::vector<std::pair<std::string, std::uint64_t>> causes(tally.causes.begin(),
                                                            tally.causes.end());
  std::stable_sort(causes.begin(), causes.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string text = std::to_string(undecided) + " could not be decided";
  for (std::size_t i = 0; i < std::min(causes.size(), k_most_causes); ++i) {
    text +=
        (i == 0 ? ": " : "; ") + causes[i].first + " (" + std::to_string(causes[i].second) + ")";
  }
  return text;
}

Sum constant(double number) {
  Sum sum;
  sum.lo = sum.hi = std::llround(number * static_cast<double>(k_thousand));
  return sum;
}

}  // namespace

Asked MeasureBook::asked(int index, const Period& period) const {
  const bool stock = measure(index).window == MeasureWindow::stock;
  return {index, stock ? period.to : period.from, period.to};
}

void MeasureBook::want(int index, const Period& period) {
  const Measure& m = measure(index);
  if (is_simple(m)) {
    tallies_.emplace(asked(index, period), Tally{});
    return;
  }
  for (const std::string& id : measures_under(m)) want(rulebook_.measure(id), period);
}

void MeasureBook::ask(int threads) {
  std::vector<Asked> questions;
  for (const auto& [question, answer] : tallies_) questions.push_back(question);
  std::vector<Tally> answers = tidemark::measure(rulebook_, snapshot_, questions, threads);
  for (std::size_t i = 0; i < questions.size(); ++i) tallies_[questions[i]] = std::move(answers[i]);
}

const Tally& MeasureBook::tally(const Asked& question) const {
  return tallies_.at(question);
}

// Why nothing can be said at all; "" when something can.
std::string MeasureBook::why_undecided(const Asked& question, const Tally& tally) const {
  const Measure& m = measure(question.measure);
  if (!tally.error.empty()) return tally.error;
  const Day needed = m.window == MeasureWindow::stock ? question.to : question.from;
  if (made_on_ && needed > *made_on_)
    return "the extract was made on " + in_words(*made_on_) + ", before that day";
  std::string why = not_covered(rulebook_, covers_, question);
  if (!why.empty()) return why;
  for (const std::string& missing : tally.not_supplied) why += (why.empty() ? "" : "; ") + missing;
  return why;
}

bool MeasureBook::has_period(ExprId id) const {
  if (id == k_no_expr) return false;
  const Expr& expr = rulebook_.exprs[id];
  return expr.op == Op::period_start || std::any_of(expr.args.begin(), expr.args.end(),
                                                    [&](ExprId arg) { return has_period(arg); });
}

std::size_t MeasureBook::add_number(const std::string& key, const Sum& sum, bool is_count) {
  const auto [place, is_new] = places_.emplace(key, numbers_.numbers.size());
  if (!is_new) return place->second;
  PrintedNumber number;
  number.value = sum.lo / k_thousand;
  number.is_count = is_count;
  const auto small = [](std::int64_t value) {
    return value > 0 && value < k_smallest_shown * k_thousand;
  };
  number.must_hide = is_count && !sum.is_exact() && (small(sum.lo) || small(sum.hi));
  if (is_count && sum.is_exact() && small(sum.lo))
    number.value = std::max<std::int64_t>(1, number.value);
  numbers_.numbers.push_back(number);
  return place->second;
}

void MeasureBook::relate(std::vector<std::pair<std::size_t, int>> terms) {
  numbers_.relations.push_back({std::move(terms)});
}

void MeasureBook::hide(const std::vector<std::size_t>& numbers) {
  for (const std::size_t number : numbers) numbers_.numbers[number].must_hide = true;
}

// Equal expressions over equal days are one number, whichever measures print it. What happened in a
// period is what had happened by its end less what had happened before its beginning, so the flows
// of several periods hang together.
std::size_t MeasureBook::number_for(const Quantity& quantity, ExprId each, const Asked& question,
                                    const Sum& sum) {
  const std::string what = std::to_string(static_cast<int>(quantity.of)) + " " +
                           std::to_string(quantity.value) + " " + std::to_string(each);
  const bool flows = has_period(quantity.value) || has_period(each);
  const std::string days = (flows ? iso(question.from) : "") + ".." + iso(question.to);
  const std::size_t before = numbers_.numbers.size();
  const std::size_t place = add_number(what + " " + days, sum, true);
  if (quantity.of == Quantity::Of::children || quantity.of == Quantity::Of::rows)
    numbers_.counted_by[place] = {question, quantity.of, quantity.value};
  const bool is_flow = measure(question.measure).window == MeasureWindow::flow;
  if (place < before || !flows || !is_flow) return place;
  const std::size_t by_end = add_number(what + " until " + iso(question.to + 1), {}, false);
  const std::size_t by_start = add_number(what + " until " + iso(question.from), {}, false);
  numbers_.numbers[by_end].is_printed = numbers_.numbers[by_start].is_printed = false;
  relate({{place, 1}, {by_end, -1}, {by_start, 1}});
  return place;
}

// 36 of 38 tells of 2.
void MeasureBook::relate_rest(const Measure& m, const Measured& share, const Tally& tally) {
  const std::size_t over = share.numerator_rests_on[0];
  const std::size_t under = share.denominator_rests_on[0];
  if (m.counts.of != m.of.of || over == under) return;
  Sum rest;
  rest.lo = std::max<std::int64_t>(0, tally.of.lo - tally.counts.lo);
  rest.hi = std::max(rest.lo, tally.of.hi - tally.counts.lo);
  const std::size_t before = numbers_.numbers.size();
  const std::size_t place =
      add_number("rest of " + std::to_string(under) + " " + std::to_string(over), rest, true);
  if (place < before) return;
  PrintedNumber& number = numbers_.numbers[place];
  number.is_printed = number.must_hide = false;
  number.is_guarded = true;
  relate({{under, 1}, {over, -1}, {place, -1}});
}

Measured MeasureBook::counted(int index, const Period& period) {
  const Measure& m = measure(index);
  const Asked question = asked(index, period);
  const Tally& counts = tally(question);
  Measured result;
  result.sum = counts.counts;
  result.undecided = counts.counts.undecided + counts.of.undecided;
  result.numerator_rests_on = {number_for(m.counts, m.each, question, counts.counts)};
  result.rests_on = result.numerator_rests_on;
  result.figure = figure_of(counts.counts);
  if (m.as != DividedAs::none) {
    const bool assumed = m.of.of == Quantity::Of::assumption;
    const Sum of = assumed ? constant(m.of.assumed.number) : counts.of;
    result.figure = share_of(counts.counts, of, m.as);
    result.numerator = figure_of(counts.counts);
    result.denominator = figure_of(of);
    if (!assumed) result.denominator_rests_on = {number_for(m.of, m.each, question, of)};
    if (!assumed && m.as == DividedAs::percent) relate_rest(m, result, counts);
    result.rests_on.insert(result.rests_on.end(), result.denominator_rests_on.begin(),
                           result.denominator_rests_on.end());
    if (of.is_exact() && of.lo == 0) result.why = "there is nothing to divide by";
  }
  const std::string nothing = why_undecided(question, counts);
  if (!nothing.empty()) {
    result.figure = Figure::undecided();
    if (result.numerator) result.numerator = Figure::undecided();
    if (result.denominator) result.denominator = Figure::undecided();
    result.why = nothing;
  } else if (result.why.empty()) {
    result.why = causes_in_words(counts, result.undecided);
  }
  return result;
}

// What a mean is divided by is the count of what it is over, less those without such a number, and
// how many those are is said beside it.
std::vector<std::size_t> MeasureBook::numbers_of_mean(const Measure& m, const Asked& question,
                                                      const Spread& spread, const Sum& count) {
  Quantity over;
  over.of = m.each == k_no_expr ? Quantity::Of::children : Quantity::Of::rows;
  over.value = m.each == k_no_expr ? m.over : m.each;
  if (spread.without == 0) return {number_for(over, k_no_expr, question, count)};
  const std::string key = "mean " + std::to_string(m.averages) + " " + std::to_string(over.value) +
                          " " + iso(question.from) + ".." + iso(question.to);
  const std::size_t before = numbers_.numbers.size();
  const std::size_t divided_by = add_number(key, count, true);
  Sum without;
  without.lo = without.hi = static_cast<std::int64_t>(spread.without) * k_thousand;
  const std::size_t left_out = add_number("without " + key, without, false);
  if (divided_by < before) return {divided_by, left_out};
  Sum all = count;
  all.add(without);
  const std::size_t whole = number_for(over, k_no_expr, question, all);
  relate({{whole, 1}, {divided_by, -1}, {left_out, -1}});
  return {divided_by, left_out};
}

Measured MeasureBook::averaged(int index, const Period& period) {
  const Measure& m = measure(index);
  const Asked question = asked(index, period);
  const Tally& answer = tally(question);
  const Spread& spread = answer.spread;
  Measured result;
  result.undecided = spread.sum.undecided;
  result.figure = mean_of(spread);
  Sum count;
  count.lo = static_cast<std::int64_t>(spread.count) * k_thousand;
  count.hi = count.lo + static_cast<std::int64_t>(spread.maybe.size()) * k_thousand;
  result.numerator = figure_of(spread.sum);
  result.denominator = figure_of(count);
  result.rests_on = numbers_of_mean(m, question, spread, count);
  result.numerator_rests_on = result.denominator_rests_on = result.rests_on;
  result.why = why_undecided(question, answer);
  if (!result.why.empty()) {
    result.figure = Figure::undecided();
  } else if (spread.count == 0 && spread.maybe.empty() && result.undecided == 0) {
    result.why = "there is nothing to average";
  } else {
    result.why = causes_in_words(answer, result.undecided);
    if (result.figure.cannot_decide && spread.known_count >= k_smallest_shown) {
      const Figure known =
          Figure::of(spread.known, static_cast<std::int64_t>(spread.known_count) * k_thousand);
      result.why += "; the mean of the " + std::to_string(spread.known_count) +
                    " that are known is " + unrounded(known.lo);
    }
  }
  if (spread.without > 0) {
    result.why += (result.why.empty() ? "" : "; ") + std::to_string(spread.without) +
                  " without such a number left out";
  }
  return result;
}

void MeasureBook::add_up(const std::string& id, const Period& period, int sign, Measured& total,
                         std::vector<std::pair<std::size_t, int>>& terms) {
  const Measured other = value_of(rulebook_.measure(id), period);
  Sum sum = other.sum;
  if (sign < 0) {
    sum.lo = -other.sum.hi;
    sum.hi = -other.sum.lo;
    std::swap(sum.open_lo, sum.open_hi);
  }
  total.sum.add(sum);
  total.undecided += other.undecided;
  if (!other.why.empty()) total.why += (total.why.empty() ? "" : "; ") + id + ": " + other.why;
  if (other.figure.cannot_decide) total.figure = Figure::undecided();
  terms.emplace_back(other.rests_on[0], -sign);
}

Measured MeasureBook::added(int index, const Period& period) {
  const Measure& m = measure(index);
  Measured total;
  std::vector<std::pair<std::size_t, int>> terms;
  for (const std::string& id : m.adds) add_up(id, period, 1, total, terms);
  for (const std::string& id : m.less) add_up(id, period, -1, total, terms);
  if (!total.figure.cannot_decide) total.figure = figure_of(total.sum);
  const std::size_t before = numbers_.numbers.size();
  const std::size_t place =
      add_number("adds " + m.id + " " + iso(period.from) + ".." + iso(period.to), total.sum,
                 total.sum.lo >= 0);
  if (place == before) {
    terms.emplace_back(place, 1);
    relate(std::move(terms));
  }
  total.rests_on = {place};
  return total;
}

Measured MeasureBook::value_of(int index, const Period& period) {
  const Measure& m = measure(index);
  if (m.kind == MeasureKind::averages) return averaged(index, period);
  return m.kind == MeasureKind::counts ? counted(index, period) : added(index, period);
}

Measured MeasureBook::part_of(int index, std::size_t part, const Period& period) {
  const Asked question = asked(index, period);
  const Tally& answer = tally(question);
  Measured result;
  result.sum = answer.parts[part];
  result.undecided = result.sum.undecided;
  result.why = why_undecided(question, answer);
  result.figure = result.why.empty() ? figure_of(result.sum) : Figure::undecided();
  if (result.why.empty()) result.why = causes_in_words(answer, result.undecided);
  result.rests_on = {add_number("part " + std::to_string(part) + " of " + measure(index).id + " " +
                                    iso(question.from) + ".." + iso(question.to),
                                result.sum, true)};
  return result;
}

}  // namespace tidemark
