#include "calendar/date.hpp"

namespace tidemark {
namespace {

// A shifted date may run out of the calendar on either side, and is then open there.
bool is_open(Day day) {
  return day == k_earliest || day == k_latest;
}

}  // namespace

// Where one of the two may be absent the other may stand alone, and bounds the answer by itself.
Date earliest_of(const Date& a, const Date& b) {
  if (a.is_absent()) return b;
  if (b.is_absent()) return a;
  Day hi = std::min(a.hi, b.hi);
  if (a.may_be_absent) hi = std::max(hi, b.hi);
  if (b.may_be_absent) hi = std::max(hi, a.hi);
  return {std::min(a.lo, b.lo), hi, a.may_be_absent && b.may_be_absent};
}

Date latest_of(const Date& a, const Date& b) {
  if (a.is_absent()) return b;
  if (b.is_absent()) return a;
  Day lo = std::max(a.lo, b.lo);
  if (a.may_be_absent) lo = std::min(lo, b.lo);
  if (b.may_be_absent) lo = std::min(lo, a.lo);
  return {lo, std::max(a.hi, b.hi), a.may_be_absent && b.may_be_absent};
}

std::string text_of(const Date& d) {
  if (d.is_absent()) return "";
  if (d.lo == d.hi && !is_open(d.lo)) return iso(d.lo);
  return (is_open(d.lo) ? "" : iso(d.lo)) + ".." + (is_open(d.hi) ? "" : iso(d.hi));
}

std::string words_of(const Date& d) {
  if (d.is_absent()) return "none";
  if (is_open(d.lo) && is_open(d.hi)) return "date not known";
  std::string words;
  if (d.lo == d.hi) {
    words = in_words(d.lo);
  } else if (is_open(d.lo)) {
    words = "on or before " + in_words(d.hi);
  } else if (is_open(d.hi)) {
    words = "on or after " + in_words(d.lo);
  } else {
    words = "between " + in_words(d.lo) + " and " + in_words(d.hi);
  }
  return d.may_be_absent ? words + ", if at all" : words;
}

}  // namespace tidemark
