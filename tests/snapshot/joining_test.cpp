// Rows of one child become periods: what joins, what is passed over, what is cut off.
#include "snapshot/joining.hpp"

#include <catch2/catch.hpp>

using namespace tidemark;

namespace {

enum Column { k_begins, k_ends, k_reason, k_status, k_kind, k_postcode, k_urn };
enum Reason { k_start, k_legal, k_move, k_type, k_both };  // S, L, P, T, B
enum Status { k_interim, k_full, k_short_break };
enum Kind { k_foster, k_home, k_away };

constexpr Day k_today = 1000;
constexpr Cell k_open = k_cell_absent;

struct Row {
  Cell begins, ends;
  Cell reason = k_start;
  Cell status = k_full;
  Cell kind = k_foster;
  Cell postcode = 1;
  Cell urn = k_cell_unknown;
};

struct Period {
  std::uint32_t first, last;
  bool running = false, start_unknown = false;
  friend bool operator==(const Period&, const Period&) = default;
};
[[maybe_unused]] std::ostream& operator<<(std::ostream& out, const Period& p) {
  return out << p.first << ".." << p.last << (p.running ? " running" : "")
             << (p.start_unknown ? " start unknown" : "");
}

Joining by_status() {
  Joining joining;
  joining.touching_days = 1;
  joining.continues.push_back({{}, {k_status}, {}});
  joining.start_known = {k_reason, {k_start, k_legal, k_both}};
  return joining;
}

Joining by_placement() {
  Joining joining;
  joining.touching_days = 1;
  joining.continues.push_back({{k_reason, {k_legal}}, {}, {}});
  joining.continues.push_back({{k_reason, {k_type}}, {}, {k_postcode, k_urn, k_kind}});
  joining.bridged = {k_kind, {k_away}};
  joining.bridged_same_all = {k_kind};
  joining.bridged_same_first = {k_postcode, k_urn};
  joining.start_known = {k_reason, {k_start, k_move, k_type, k_both}};
  return joining;
}

std::vector<Period> joined(const Joining& joining, const std::vector<Row>& rows,
                           Day as_at = k_today, std::uint32_t first_of_child = 0) {
  RecordTable table;
  table.columns.resize(7);
  SourceTable source;
  source.date_column = k_begins;
  source.end_column = k_ends;
  std::vector<std::uint32_t> positions;
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    const Row& r = rows[i];
    const Cell cells[] = {r.begins, r.ends, r.reason, r.status, r.kind, r.postcode, r.urn};
    for (std::size_t c = 0; c < 7; ++c) table.columns[c].push_back(cells[c]);
    if (!is_plain(r.begins) || r.begins <= as_at) positions.push_back(i);
  }
  JoiningBuffers buffers;
  std::vector<JoinedPeriod> periods;
  join_rows(table, source, joining, as_at, positions, {}, first_of_child, buffers, periods);
  std::vector<Period> result;
  for (const JoinedPeriod& p : periods) {
    result.push_back({p.first_row, p.last_row, p.still_running, p.start_unknown});
  }
  return result;
}

using Periods = std::vector<Period>;

}  // namespace

TEST_CASE("an order runs on through placement moves that touch") {
  REQUIRE(joined(by_status(), {{100, 200}, {200, 300, k_move}, {300, k_open, k_move}}) ==
          Periods{{0, 2}});
}

TEST_CASE("rows with no day or one day between them touch, with two they do not") {
  REQUIRE(joined(by_status(), {{100, 200}, {200, k_open, k_move}}) == Periods{{0, 1}});
  REQUIRE(joined(by_status(), {{100, 200}, {201, k_open, k_move}}) == Periods{{0, 1}});
  REQUIRE(joined(by_status(), {{100, 200}, {202, k_open, k_move}}) == Periods{{0, 0}, {1, 1}});
}

TEST_CASE("another order ends the run and begins its own") {
  REQUIRE(joined(by_status(), {{100, 200, k_start, k_interim},
                               {200, 300, k_legal, k_full},
                               {300, k_open, k_legal, k_interim}}) ==
          Periods{{0, 0}, {1, 1}, {2, 2}});
}

TEST_CASE("a blank code is not the same code as another blank") {
  REQUIRE(joined(by_status(), {{100, 200, k_start, k_cell_unknown},
                               {200, k_open, k_move, k_cell_unknown}}) == Periods{{0, 0}, {1, 1}});
}

TEST_CASE("a change of order alone never ends a placement") {
  REQUIRE(joined(by_placement(), {{100, 200}, {200, k_open, k_legal, k_full, k_home, 2}}) ==
          Periods{{0, 1}});
}

TEST_CASE("a new type with the same carer is one placement unless the address changed") {
  REQUIRE(joined(by_placement(), {{100, 200}, {200, k_open, k_type, k_full, k_home, 1}}) ==
          Periods{{0, 1}});
  REQUIRE(joined(by_placement(), {{100, 200}, {200, k_open, k_type, k_full, k_foster, 2}}) ==
          Periods{{0, 0}, {1, 1}});
  // No address on either row: the URN decides, and with none of these the type of placement.
  const Cell none = k_cell_unknown;
  REQUIRE(joined(by_placement(), {{100, 200, k_start, k_full, k_foster, none, 7},
                                  {200, k_open, k_type, k_full, k_home, none, 7}}) ==
          Periods{{0, 1}});
  REQUIRE(joined(by_placement(), {{100, 200, k_start, k_full, k_foster, none},
                                  {200, k_open, k_type, k_full, k_home, none}}) ==
          Periods{{0, 0}, {1, 1}});
}

TEST_CASE("a temporary move is passed over when the child comes back to the same place") {
  REQUIRE(joined(by_placement(), {{100, 200},
                                  {200, 210, k_move, k_full, k_away, 9},
                                  {210, 220, k_move, k_full, k_away, 8},
                                  {220, k_open, k_move}}) == Periods{{0, 3}});
}

TEST_CASE("after a temporary move another place is another placement") {
  REQUIRE(joined(by_placement(), {{100, 200},
                                  {200, 210, k_move, k_full, k_away, 9},
                                  {210, k_open, k_move, k_full, k_foster, 2}}) ==
          Periods{{0, 0}, {2, 2}});
}

TEST_CASE("a child who is away on the as-at day is still in the placement that they left") {
  const std::vector<Row> rows{{100, 200},
                              {200, 210, k_move, k_full, k_away, 9},
                              {210, k_open, k_move, k_full, k_foster, 2}};
  REQUIRE(joined(by_placement(), rows, 205) == Periods{{0, 0, true}});
  REQUIRE(joined(by_placement(), rows, 199) == Periods{{0, 0}});
}

TEST_CASE("a temporary placement with nothing before it is a period of its own") {
  REQUIRE(joined(by_placement(), {{100, 200, k_start, k_full, k_away, 9}, {200, k_open, k_move}}) ==
          Periods{{0, 0}, {1, 1}});
}

TEST_CASE("a first visible row that did not begin anything is cut off, a later one is not") {
  REQUIRE(joined(by_status(), {{100, k_open, k_move}}) == Periods{{0, 0, false, true}});
  REQUIRE(joined(by_status(), {{100, k_open, k_legal}}) == Periods{{0, 0}});
  REQUIRE(joined(by_status(), {{100, 200, k_move, k_interim}, {200, k_open, k_move, k_full}}) ==
          Periods{{0, 0, false, true}, {1, 1}});
  // The child's first row was left out by a filter: what begins after it is not cut off.
  REQUIRE(joined(by_status(), {{100, k_open, k_move}}, k_today, 7) == Periods{{0, 0}});
}

TEST_CASE("overlapping rows: a run steps back to any row that ends on the day it begins") {
  REQUIRE(joined(by_status(), {{100, 300}, {150, 160, k_move, k_interim}, {300, k_open, k_move}}) ==
          Periods{{0, 2}, {1, 1}});
}

TEST_CASE("a row whose end cannot be read may run on into the next, so its start is open") {
  REQUIRE(joined(by_status(), {{100, k_cell_unknown}, {200, k_open, k_move}}) ==
          Periods{{0, 0}, {1, 1, false, true}});
  // Another order cannot be the same run, whenever the first row ended.
  REQUIRE(joined(by_status(), {{100, k_cell_unknown}, {200, k_open, k_move, k_interim}}) ==
          Periods{{0, 0}, {1, 1}});
  REQUIRE(joined(by_status(), {{100, 150}, {k_cell_side, k_open, k_move}}) ==
          Periods{{0, 0}, {1, 1, false, true}});
}

TEST_CASE("a history of a hundred thousand rows is joined in no time worth noting") {
  std::vector<Row> rows{{0, 1}};
  for (Day day = 1; day < 100'000; ++day) rows.push_back({day, day + 1, k_move});
  REQUIRE(joined(by_status(), rows, 200'000).size() == 1);
}
