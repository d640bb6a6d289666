#include "audit/figure.hpp"

#include <algorithm>
#include <numeric>

namespace tidemark {

namespace {

constexpr int k_most_places = 6;

std::int64_t power_of_ten(int places) {
  std::int64_t power = 1;
  for (int i = 0; i < places; ++i) power *= 10;
  return power;
}

Fraction reduced(std::int64_t over, std::int64_t under) {
  if (under < 0) {
    over = -over;
    under = -under;
  }
  const std::int64_t common = std::gcd(over, under);
  return common > 1 ? Fraction{over / common, under / common} : Fraction{over, under};
}

// The least mean, where each of `maybe` may belong or not: those below the mean belong. Turned
// around (`sign` -1) it gives the greatest.
Fraction least_mean(std::int64_t sum, std::int64_t count, std::vector<std::int64_t> maybe) {
  std::sort(maybe.begin(), maybe.end());
  for (const std::int64_t value : maybe) {
    if (count > 0 && value * count >= sum) break;
    sum += value;
    ++count;
  }
  return reduced(sum, count * k_thousand);
}

std::int64_t factor_of(DividedAs as) {
  switch (as) {
    case DividedAs::percent:
      return 100;
    case DividedAs::per_10000:
      return 10'000;
    default:
      return 1;
  }
}

}  // namespace

Fraction minus(const Fraction& a, const Fraction& b) {
  const std::int64_t common = std::gcd(a.under, b.under);
  return reduced(a.over * (b.under / common) - b.over * (a.under / common),
                 a.under / common * b.under);
}

bool Figure::is_exact() const {
  return !cannot_decide && !open_lo && !open_hi && lo.over == hi.over && lo.under == hi.under;
}

Figure Figure::undecided() {
  Figure figure;
  figure.cannot_decide = true;
  return figure;
}

Figure Figure::of(std::int64_t over, std::int64_t under) {
  const Fraction value = reduced(over, under);
  return {value, value, false, false, false};
}

Figure figure_of(const Sum& sum) {
  // "At least 0" says nothing.
  if (sum.open_hi && (sum.open_lo || sum.lo == 0)) return Figure::undecided();
  return {reduced(sum.lo, k_thousand), reduced(sum.hi, k_thousand), sum.open_lo, sum.open_hi,
          false};
}

Figure mean_of(const Spread& spread) {
  const bool none = spread.count == 0 && spread.maybe.empty();
  if (spread.sum.open_lo || spread.sum.open_hi || none) return Figure::undecided();
  std::vector<std::int64_t> low, high;
  for (const auto& [lo, hi] : spread.maybe) {
    low.push_back(lo);
    high.push_back(-hi);
  }
  const auto count = static_cast<std::int64_t>(spread.count);
  Figure figure;
  figure.lo = least_mean(spread.sum.lo, count, low);
  figure.hi = least_mean(-spread.sum.hi, count, high);
  figure.hi.over = -figure.hi.over;
  return figure;
}

Figure share_of(const Sum& over, const Sum& under, DividedAs as) {
  const bool unbounded = over.open_lo || over.open_hi || under.open_lo || under.open_hi;
  if (unbounded || under.lo <= 0) return Figure::undecided();
  const std::int64_t factor = factor_of(as);
  Figure figure;
  figure.lo = reduced(over.lo * factor, over.lo < 0 ? under.lo : under.hi);
  figure.hi = reduced(over.hi * factor, over.hi < 0 ? under.hi : under.lo);
  return figure;
}

Figure difference(const Figure& a, const Figure& b) {
  if (a.cannot_decide || b.cannot_decide) return Figure::undecided();
  Figure figure;
  figure.open_lo = b.open_lo || a.open_hi;
  figure.open_hi = b.open_hi || a.open_lo;
  if (figure.open_lo && figure.open_hi) return Figure::undecided();
  figure.lo = minus(b.lo, a.hi);
  figure.hi = minus(b.hi, a.lo);
  return figure;
}

Figure percent_change(const Figure& a, const Figure& b) {
  if (!a.is_exact() || !b.is_exact() || a.lo.over <= 0) return Figure::undecided();
  const Fraction change = minus(b.lo, a.lo);
  const Fraction percent = reduced(change.over * a.lo.under, change.under * a.lo.over);
  return Figure::of(percent.over * 100, percent.under);
}

std::string rounded(const Fraction& number, const Rounding& rounding) {
  const std::int64_t power = power_of_ten(rounding.places);
  const bool negative = number.over < 0;
  const std::int64_t over = (negative ? -number.over : number.over) * power;
  std::int64_t whole = over / number.under;
  const std::int64_t rest = over % number.under;
  if (!rounding.truncated && rest >= number.under - rest) ++whole;
  std::string digits = std::to_string(whole % power);
  digits.insert(0,
                static_cast<std::size_t>(rounding.places) -
                    std::min<std::size_t>(digits.size(), static_cast<std::size_t>(rounding.places)),
                '0');
  std::string text = std::to_string(whole / power);
  if (rounding.places > 0) text += "." + digits;
  return negative && whole != 0 ? "-" + text : text;
}

std::string unrounded(const Fraction& number) {
  std::string text = rounded(number, {k_most_places, false});
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string written(const Figure& figure, const Rounding& rounding) {
  if (figure.cannot_decide) return "cannot be decided";
  if (figure.open_hi) return "at least " + rounded(figure.lo, rounding);
  if (figure.open_lo) return "at most " + rounded(figure.hi, rounding);
  if (figure.is_exact()) return rounded(figure.lo, rounding);
  return rounded(figure.lo, rounding) + " to " + rounded(figure.hi, rounding);
}

}  // namespace tidemark
