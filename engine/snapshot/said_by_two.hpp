// What two sources say together of one date or one value: see the functions. Pure but for the side
// values that they add.
#pragma once

#include "snapshot/cell.hpp"
#include "snapshot/model.hpp"

namespace tidemark {

// An interval that holds the other's day becomes that day; intervals that meet become what they
// share; days that differ become the interval from one to the other. A blank takes what the other
// says. `end_known_to`: for the end of a period, the last day for which a blank in `a` and in `b`
// says that it was still running; an end on or before that day is disputed.
struct EndKnown {
  Day a = k_earliest;
  Day b = k_earliest;
};
[[nodiscard]] Cell date_of_two(Cell a, Cell b, EndKnown end_known_to, SidePools& pools);

// The same value; or either of two for a code, a text or an id; else unknown. A value beats a
// blank, and "there is none" beats a blank that says nothing.
[[nodiscard]] Cell value_of_two(Cell a, Cell b, FieldKind kind, const TextPool& texts,
                                SidePools& pools);

}  // namespace tidemark
