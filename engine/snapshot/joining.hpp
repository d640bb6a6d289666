// Joining: the rows of one child in one source table, behind the wall, become the periods of a
// case table: runs across rows that touch and continue each other, temporary rows bridged
// (domain/rules.md 0.7, domain/tables.md A5). Pure; the buffers belong to the caller.
#pragma once

#include <cstdint>
#include <vector>

#include "snapshot/snapshot.hpp"

namespace tidemark {

struct JoinedPeriod {
  std::uint32_t first_row = 0;  // of the record table
  std::uint32_t last_row = 0;
  std::uint32_t first_certain = 0;  // the same without rows that only may belong
  std::uint32_t last_certain = 0;
  bool still_running = false;  // the end cell of last_row does not count: a bridged row runs on
  bool start_unknown = false;  // it began on first_row's day or earlier: nothing says how it
                               // began, or it may continue a row that has no readable end
  bool may_belong = false;     // no row of it belongs for certain
  Day begins_by = k_earliest;  // spells merged into one row: it began as late as this

  [[nodiscard]] static JoinedPeriod of_row(std::uint32_t row, bool maybe) {
    return {row, row, row, row, false, false, maybe, k_earliest};
  }
};

struct JoiningBuffers {
  struct Link {
    std::uint32_t row;   // of the record table
    std::uint32_t head;  // position of the first row of its period
    bool bridged;        // passed over, stands for the position in `stands_for`
    std::uint32_t stands_for;
    bool continued;     // a later row continues it
    bool runs_on;       // a bridged row after it is still running
    bool may_continue;  // no row before it for certain, but perhaps one without a readable end
    bool any_certain;   // of the rows of its period so far, this one included ...
    std::uint32_t first_certain;  // ... those that belong for certain
    std::uint32_t last_certain;
  };
  std::vector<Link> links;
  std::vector<std::uint32_t> open_ends;  // positions of rows whose end could be one of several days
};

// `rows` are those of the child that exist as at the day and pass the feed's filters, in date
// order; `maybe`: which of them only may pass, or empty; `first_of_child` is the child's first row
// in the table, before any filter. Periods come out in the order of their first day.
void join_rows(const RecordTable& table, const SourceTable& source, const Joining& joining,
               Day as_at, const std::vector<std::uint32_t>& rows,
               const std::vector<std::uint8_t>& maybe, std::uint32_t first_of_child,
               JoiningBuffers& buffers, std::vector<JoinedPeriod>& periods);

// Does the cell hold one of these codes? An unknown cell does not.
[[nodiscard]] bool holds(const RecordTable& table, const ColumnIs& is, std::uint32_t row);

}  // namespace tidemark
