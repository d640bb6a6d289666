// What a run writes into the lives of exceptions: the sightings of its findings, and for each open
// exception that is not among them, why. Only a run that looks at the latest day so far moves
// lives: a run for an earlier day is history and changes nothing. Rules on trial raise no
// exceptions.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "audit/leaving.hpp"
#include "casework/observe.hpp"
#include "evaluate/judge.hpp"
#include "store/run_record.hpp"

namespace tidemark {

// Those of live rules that stand, each exception once: where two rows of a child share an occasion,
// the first.
[[nodiscard]] std::vector<StandingException> standing_of(const Rulebook& rulebook,
                                                         const std::vector<Finding>& findings);

// Of those whose facts moved under an exemption, in this run or an earlier one: `is_lost` says that
// they moved for want of something that did not come. Such an exemption does not lapse.
void mark_lost(const std::vector<ExceptionLife>& lives, std::vector<StandingException>& standing,
               const std::function<bool(const ExceptionLife&)>& is_lost);

// Is this run later than all, or on the day of the latest?
[[nodiscard]] bool moves_lives(const std::vector<RunRecord>& runs, const RunRecord& present);

// Those of `runs`, all that a store holds in the order of their numbers, that moved lives.
[[nodiscard]] std::vector<RunRecord> runs_that_moved_lives(const std::vector<RunRecord>& runs);

}  // namespace tidemark
