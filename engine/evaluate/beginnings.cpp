#include "evaluate/beginnings.hpp"

#include <algorithm>

namespace tidemark {
namespace {

// For each row, how many rows placed on its own day stand before it for certain.
std::vector<std::uint32_t> sure_of_the_day_before(const std::vector<Beginning>& rows) {
  std::vector<std::uint32_t> counts(rows.size(), 0);
  Day day = k_earliest;
  std::uint32_t sure = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].on.lo != day) sure = 0;
    day = rows[i].on.lo;
    if (!rows[i].placed) continue;
    counts[i] = sure;
    if (rows[i].sure) ++sure;
  }
  return counts;
}

// For each row, how many rows placed on its own day stand after it.
std::vector<std::uint32_t> of_the_day_after(const std::vector<Beginning>& rows) {
  std::vector<std::uint32_t> counts(rows.size(), 0);
  Day day = k_earliest;
  std::uint32_t placed = 0;
  for (std::size_t i = rows.size(); i-- > 0;) {
    if (rows[i].on.lo != day) placed = 0;
    day = rows[i].on.lo;
    if (!rows[i].placed) continue;
    counts[i] = placed++;
  }
  return counts;
}

}  // namespace

std::vector<std::uint32_t> could_be_nth(const std::vector<Beginning>& rows, std::uint32_t n) {
  const std::vector<std::uint32_t> before = sure_of_the_day_before(rows);
  const std::vector<std::uint32_t> after = of_the_day_after(rows);
  std::vector<Day> first_days;      // of every row, in order already
  std::vector<Day> last_days_sure;  // of the rows that are there for certain
  for (const Beginning& row : rows) {
    first_days.push_back(row.on.lo);
    if (row.sure) last_days_sure.push_back(row.on.hi);
  }
  std::sort(last_days_sure.begin(), last_days_sure.end());
  std::vector<std::uint32_t> found;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto earlier =
        std::lower_bound(last_days_sure.begin(), last_days_sure.end(), rows[i].on.lo);
    const auto not_later = std::upper_bound(first_days.begin(), first_days.end(), rows[i].on.hi);
    const auto fewest = static_cast<std::uint32_t>(earlier - last_days_sure.begin()) + before[i];
    const auto most = static_cast<std::uint32_t>(not_later - first_days.begin()) - 1 - after[i];
    if (fewest < n && n <= most + 1) found.push_back(rows[i].at);
  }
  return found;
}

std::vector<std::uint32_t> could_be_last(const std::vector<Beginning>& rows) {
  Day latest = k_earliest;  // on which a row begins for certain, or later
  bool any_sure = false;
  std::size_t last_placed = 0;  // the last such row, where its place is settled
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows[i].sure || rows[i].on.lo < latest) continue;
    latest = rows[i].on.lo;
    any_sure = true;
    if (rows[i].placed) last_placed = i;
  }
  std::vector<std::uint32_t> found;
  for (std::size_t i = rows.size(); i-- > 0;) {
    const Date& on = rows[i].on;
    const bool outdone = any_sure && rows[i].placed && on.lo == latest && i < last_placed &&
                         rows[last_placed].on.lo == latest;
    if (on.hi >= latest && !outdone) found.push_back(rows[i].at);
  }
  return found;
}

}  // namespace tidemark
