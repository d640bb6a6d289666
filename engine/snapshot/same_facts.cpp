#include "snapshot/same_facts.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

#include "snapshot/row_order.hpp"
#include "snapshot/said_by_two.hpp"

namespace tidemark {
namespace {

constexpr std::size_t k_from =
    0;  // field 0 of periods and events is the first date, field 1 the end
constexpr std::size_t k_to = 1;
// More rows than this of one child are a faulty file, and comparing each with each would take long.
constexpr std::size_t k_most_rows = 1000;

struct Pair {
  Day apart = 0;  // days between the first dates, at least and at most
  Day at_most = 0;
  std::size_t kept = 0, other = 0;
  // The nearest; of those alike the latest, which is the one that a list of now is about.
  [[nodiscard]] auto order() const {
    return std::make_tuple(apart, at_most, -static_cast<std::int64_t>(kept), other);
  }
};

class Meeting {
 public:
  Meeting(BuiltRows& rows, const TableFeeds& feeds, SidePools& pools, const TextPool& texts,
          Day as_at)
      : rows_(rows),
        feeds_(feeds),
        table_(*feeds.table),
        pools_(pools),
        texts_(texts),
        as_at_(as_at),
        gone_(rows.rows.size(), false) {}

  void run() {
    const std::size_t count = rows_.rows.size();
    std::vector<std::size_t> kept;
    for (std::size_t begin = 0; begin < count;) {
      std::size_t end = begin + 1;
      while (end < count && rows_.rows[end].feed == rows_.rows[begin].feed) ++end;
      meet_feed(kept, begin, end);
      for (std::size_t row = begin; row < end; ++row) {
        if (!gone_[row]) kept.push_back(row);
      }
      begin = end;
    }
    leave_out_gone();
  }

 private:
  // The rows of one feed against those of the feeds before it: the nearest meet first, each once.
  void meet_feed(const std::vector<std::size_t>& kept, std::size_t begin, std::size_t end) {
    std::vector<Pair> pairs;
    for (const std::size_t one : kept) {
      for (std::size_t other = begin; other < end; ++other) {
        const std::optional<Pair> pair = same(one, other);
        if (pair) pairs.push_back(*pair);
      }
    }
    std::sort(pairs.begin(), pairs.end(),
              [](const Pair& a, const Pair& b) { return a.order() < b.order(); });
    std::vector<bool> taken(rows_.rows.size(), false);
    for (const Pair& pair : pairs) {
      if (taken[pair.kept] || gone_[pair.other]) continue;
      taken[pair.kept] = true;
      gone_[pair.other] = true;
      join(pair.kept, pair.other);
    }
  }

  [[nodiscard]] std::optional<Pair> same(std::size_t one, std::size_t other) const {
    if (table_.shape == Shape::facts) return Pair{0, 0, one, other};
    const std::optional<SameFact>& given = table_.same_fact;
    if (!given) return std::nullopt;
    const SameFact& declared = *given;
    for (const int field : declared.equal) {
      if (!may_be_equal(cell(static_cast<std::size_t>(field), one),
                        cell(static_cast<std::size_t>(field), other))) {
        return std::nullopt;
      }
    }
    if (!feeds_.is_dated()) return Pair{0, 0, one, other};
    const Date a = date(k_from, one);
    const Date b = date(k_from, other);
    const Pair pair{std::max({Day{0}, distance(a.hi, b.lo), distance(b.hi, a.lo)}),
                    std::max(distance(a.lo, b.hi), distance(b.lo, a.hi)), one, other};
    if (declared.overlapping) {
      const bool apart = ended_by(one, b.hi) || ended_by(other, a.hi);
      return apart ? std::nullopt : std::optional(pair);
    }
    const bool dated = !a.is_unknown() && !b.is_unknown();
    return dated && pair.apart <= declared.within ? std::optional(pair) : std::nullopt;
  }

  // The period had ended on the day, or before it, for certain.
  [[nodiscard]] bool ended_by(std::size_t row, Day day) const {
    const Date to = date(k_to, row);
    return day != k_latest && !to.is_absent() && !to.may_be_absent && to.hi <= day;
  }
  // From `a` on to `b`, open ends far away.
  [[nodiscard]] static Day distance(Day a, Day b) {
    if (a == k_earliest || b == k_latest) return k_latest;
    if (a == k_latest || b == k_earliest) return 0;
    return b - a;
  }

  [[nodiscard]] bool may_be_equal(Cell a, Cell b) const {
    if (!is_plain(a) && !is_side(a)) return true;
    if (!is_plain(b) && !is_side(b)) return true;
    const auto [a1, a2] = values(a);
    const auto [b1, b2] = values(b);
    return a1 == b1 || a1 == b2 || a2 == b1 || a2 == b2;
  }
  [[nodiscard]] std::pair<Cell, Cell> values(Cell cell) const {
    if (is_side(cell)) return pools_.either[static_cast<std::size_t>(cell - k_cell_side)];
    return {cell, cell};
  }

  [[nodiscard]] Cell cell(std::size_t field, std::size_t row) const {
    const Cell cell = rows_.cells[field][row];
    const FieldKind kind = table_.fields[field].kind;
    if (!is_date(kind) || kind == FieldKind::booking || cell == k_cell_unknown) return cell;
    return cell != k_cell_absent && date_in(cell, pools_).lo > as_at_ ? k_cell_absent : cell;
  }
  [[nodiscard]] Date date(std::size_t field, std::size_t row) const {
    const Cell walled = cell(field, row);
    const bool open_end = walled == k_cell_unknown && field == k_to;
    return open_end ? Date::undecided() : date_in(walled, pools_);
  }

  // The last day for which a row's own list tells whether a period still ran.
  [[nodiscard]] Day told_to(std::size_t row) const {
    return feeds_.feeds[rows_.rows[row].feed].records->covers_to;
  }

  void join(std::size_t one, std::size_t other) {
    for (std::size_t f = 0; f < table_.fields.size(); ++f) {
      const FieldKind kind = table_.fields[f].kind;
      EndKnown end_known;
      if (table_.shape == Shape::periods && f == k_to) end_known = {told_to(one), told_to(other)};
      rows_.cells[f][one] = is_date(kind)
                                ? date_of_two(cell(f, one), cell(f, other), end_known, pools_)
                                : value_of_two(cell(f, one), cell(f, other), kind, texts_, pools_);
    }
    rows_.maybe[one] = rows_.maybe[one] & rows_.maybe[other];
    BuiltRow* last = &rows_.rows[one];
    while (last->next >= 0) last = &rows_.met[static_cast<std::size_t>(last->next)];
    last->next = static_cast<std::int32_t>(rows_.met.size());
    rows_.met.push_back(rows_.rows[other]);
  }

  void leave_out_gone() {
    const auto squeeze = [this](auto& values) {
      std::size_t kept = 0;
      for (std::size_t row = 0; row < values.size(); ++row) {
        if (!gone_[row]) values[kept++] = values[row];
      }
      values.resize(kept);
    };
    for (auto& column : rows_.cells) squeeze(column);
    squeeze(rows_.rows);
    squeeze(rows_.maybe);
  }

  BuiltRows& rows_;
  const TableFeeds& feeds_;
  const CaseTable& table_;
  SidePools& pools_;
  const TextPool& texts_;
  Day as_at_;
  std::vector<bool> gone_;
};

}  // namespace

void BuiltRows::clear() {
  for (auto& column : cells) column.clear();
  rows.clear();
  maybe.clear();
  met.clear();
}

void meet(BuiltRows& rows, const TableFeeds& feeds, SidePools& pools, const TextPool& texts,
          Day as_at) {
  const bool of_two = !rows.rows.empty() && rows.rows.front().feed != rows.rows.back().feed;
  const bool declared = feeds.table->same_fact.has_value() || feeds.table->shape == Shape::facts;
  if (!of_two || !declared || rows.rows.size() > k_most_rows) return;
  Meeting(rows, feeds, pools, texts, as_at).run();
}

}  // namespace tidemark
