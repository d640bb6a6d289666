#include "snapshot/joining.hpp"

#include <algorithm>

namespace tidemark {
namespace {

// A run steps back to any row that ends on the day it begins; files with more overlapping rows
// than this around one day are faulty, and a bound keeps them from costing quadratic time.
constexpr std::size_t k_rows_looked_back = 64;

class Joiner {
 public:
  Joiner(const RecordTable& table, const SourceTable& source, const Joining& joining, Day as_at)
      : table_(table),
        joining_(joining),
        as_at_(as_at),
        start_(column(source.date_column)),
        end_(column(source.end_column)) {}

  // The position of the row that ends where this one begins, the latest to start; -1: none.
  [[nodiscard]] int predecessor(const std::vector<JoiningBuffers::Link>& links,
                                std::size_t at) const {
    const Cell begins = cell(start_, links[at].row);
    if (!is_plain(begins)) return -1;
    const std::size_t stop = at > k_rows_looked_back ? at - k_rows_looked_back : 0;
    for (std::size_t i = at; i-- > stop;) {
      const Cell ends = cell(end_, links[i].row);
      if (is_plain(ends) && ends <= begins && begins - ends <= joining_.touching_days) {
        return static_cast<int>(i);
      }
    }
    return -1;
  }

  // A row without a row before it may still continue one: where the end of an earlier row, or its
  // own beginning, could be one of several days.
  [[nodiscard]] bool may_continue(const JoiningBuffers& buffers, std::size_t at) const {
    const auto& links = buffers.links;
    const auto continues_one = [&](std::size_t before) {
      return before < at && !links[before].bridged && continues(links[before].row, links[at].row);
    };
    if (!is_plain(cell(start_, links[at].row))) {
      const std::size_t stop = at > k_rows_looked_back ? at - k_rows_looked_back : 0;
      for (std::size_t i = at; i-- > stop;) {
        if (cell(end_, links[i].row) != k_cell_absent && continues_one(i)) return true;
      }
      return false;
    }
    const auto& open = buffers.open_ends;
    const std::size_t looked_at = std::min(open.size(), k_rows_looked_back);
    return std::any_of(open.end() - static_cast<std::ptrdiff_t>(looked_at), open.end(),
                       continues_one);
  }
  [[nodiscard]] bool has_open_end(std::uint32_t row) const {
    const Cell ends = cell(end_, row);
    return !is_plain(ends) && ends != k_cell_absent;
  }

  [[nodiscard]] bool continues(std::uint32_t before, std::uint32_t after) const {
    return std::any_of(joining_.continues.begin(), joining_.continues.end(),
                       [&](const Continues& c) {
                         return (c.when.codes.empty() || holds(table_, c.when, after)) &&
                                agree(c.same_all, c.same_first, before, after);
                       });
  }
  [[nodiscard]] bool bridges(std::uint32_t before, std::uint32_t after) const {
    return agree(joining_.bridged_same_all, joining_.bridged_same_first, before, after);
  }
  [[nodiscard]] bool is_bridged(std::uint32_t row) const {
    return !joining_.bridged.codes.empty() && holds(table_, joining_.bridged, row);
  }
  [[nodiscard]] bool is_open(std::uint32_t row) const {
    const Cell ends = cell(end_, row);
    return ends == k_cell_absent || (is_plain(ends) && ends > as_at_);
  }
  // The last day on which a row of another kind, begun inside this one, had ended inside it: the
  // spell in force now may have begun as late as that.
  [[nodiscard]] Day begins_by(const std::vector<std::uint32_t>& rows, std::uint32_t head,
                              std::uint32_t last) const {
    Day latest = k_earliest;
    const Cell begins = cell(start_, head);
    if (!joining_.merged || !is_plain(begins)) return latest;
    for (const std::uint32_t row : rows) {
      const Cell from = cell(start_, row);
      const Cell to = cell(end_, row);
      if (!is_plain(from) || from <= begins || !is_plain(to) || to > as_at_) continue;
      const bool inside = is_open(last) || (is_plain(cell(end_, last)) && to < cell(end_, last));
      if (inside && !continues(head, row)) latest = std::max(latest, to);
    }
    return latest;
  }
  [[nodiscard]] bool start_known(std::uint32_t row) const {
    return joining_.start_known.codes.empty() || holds(table_, joining_.start_known, row);
  }

 private:
  [[nodiscard]] const std::vector<Cell>* column(int index) const {
    if (index < 0) return nullptr;
    const auto& cells = table_.columns[static_cast<std::size_t>(index)];
    return cells.empty() ? nullptr : &cells;
  }
  [[nodiscard]] static Cell cell(const std::vector<Cell>* cells, std::uint32_t row) {
    return cells == nullptr ? k_cell_unknown : (*cells)[row];
  }
  [[nodiscard]] bool agree(const std::vector<int>& same_all, const std::vector<int>& same_first,
                           std::uint32_t a, std::uint32_t b) const {
    for (const int index : same_all) {
      const Cell x = cell(column(index), a);
      if (!is_plain(x) || x != cell(column(index), b)) return false;
    }
    for (const int index : same_first) {
      const Cell x = cell(column(index), a);
      const Cell y = cell(column(index), b);
      if (is_plain(x) && is_plain(y)) return x == y;
    }
    return true;
  }

  const RecordTable& table_;
  const Joining& joining_;
  Day as_at_;
  const std::vector<Cell>* start_;
  const std::vector<Cell>* end_;
};

using Link = JoiningBuffers::Link;

// Connects the row at `at` to what it continues, or passes it over when it is bridged.
void link(const Joiner& joiner, std::vector<Link>& links, std::size_t at) {
  Link& here = links[at];
  const int before = joiner.predecessor(links, at);
  // The period that the row before belongs to: itself, or what a bridged row stands for.
  const bool over_bridge = before >= 0 && links[static_cast<std::size_t>(before)].bridged;
  int main = before;
  if (over_bridge) main = static_cast<int>(links[static_cast<std::size_t>(before)].stands_for);
  if (main >= 0 && joiner.is_bridged(here.row)) {
    here.bridged = true;
    here.stands_for = static_cast<std::uint32_t>(main);
    links[static_cast<std::size_t>(main)].runs_on =
        links[static_cast<std::size_t>(main)].runs_on || joiner.is_open(here.row);
    return;
  }
  if (main < 0) return;
  Link& last = links[static_cast<std::size_t>(main)];
  const bool goes_on =
      over_bridge ? joiner.bridges(last.row, here.row) : joiner.continues(last.row, here.row);
  if (!goes_on) return;
  here.head = last.head;
  last.continued = true;
  if (!last.any_certain) return;
  here.first_certain = last.first_certain;
  if (!here.any_certain) here.last_certain = last.last_certain;
  here.any_certain = true;
}

}  // namespace

bool holds(const RecordTable& table, const ColumnIs& is, std::uint32_t row) {
  if (is.column < 0) return false;
  const auto& cells = table.columns[static_cast<std::size_t>(is.column)];
  if (cells.empty()) return false;
  return std::find(is.codes.begin(), is.codes.end(), cells[row]) != is.codes.end();
}

void join_rows(const RecordTable& table, const SourceTable& source, const Joining& joining,
               Day as_at, const std::vector<std::uint32_t>& rows,
               const std::vector<std::uint8_t>& maybe, std::uint32_t first_of_child,
               JoiningBuffers& buffers, std::vector<JoinedPeriod>& periods) {
  const Joiner joiner(table, source, joining, as_at);
  auto& links = buffers.links;
  links.clear();
  buffers.open_ends.clear();
  periods.clear();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool certain = maybe.empty() || maybe[i] == 0;
    links.push_back({rows[i], static_cast<std::uint32_t>(i), false, 0, false, false, false, certain,
                     rows[i], rows[i]});
    link(joiner, links, i);
    const bool begins_a_period = links[i].head == i && !links[i].bridged && i > 0;
    links[i].may_continue = begins_a_period && joiner.may_continue(buffers, i);
    if (joiner.has_open_end(rows[i])) buffers.open_ends.push_back(static_cast<std::uint32_t>(i));
  }
  for (const Link& last : links) {
    if (last.bridged || last.continued) continue;
    const std::uint32_t head = links[last.head].row;
    const bool cut_off = head == first_of_child && !joiner.start_known(head);
    periods.push_back({head, last.row, last.first_certain, last.last_certain, last.runs_on,
                       cut_off || links[last.head].may_continue, !last.any_certain,
                       joiner.begins_by(rows, head, last.row)});
  }
  // Rows are in date order, so the order of first rows is the order of first days.
  std::stable_sort(
      periods.begin(), periods.end(),
      [](const JoinedPeriod& a, const JoinedPeriod& b) { return a.first_row < b.first_row; });
}

}  // namespace tidemark
