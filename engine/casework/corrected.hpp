// The thread between an exception that a correction of its clock start ended and the one that it
// began: by identity (child, rule, clock start) they are two, to a panel they are one. Its
// exemption does not come along, its open actions stay with it, and its explanation is told as
// history. Pure functions.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "casework/life.hpp"
#include "casework/observe.hpp"

namespace tidemark {

// Where, in one run, exactly one exception of a child and a rule is resolved as data_corrected and
// exactly one of them begins (raised or reopened), each says in words and by number which the other
// is. `events` in the order in which they will be recorded; exceptions that are new (number 0) get
// the numbers from `next_number` on. `was_known` says whether the occasion that begins was on
// record already when the ended one last stood: then it is another order or placement, and no
// correction.
using WasKnown = std::function<bool(const ExceptionLife& ended, const std::string& occasion)>;
void tie_corrections(std::vector<NewEvents>& events, const std::vector<ExceptionLife>& lives,
                     std::int64_t next_number, const WasKnown& was_known);

// The explanation of an exception from before a correction, perhaps of more than one ago.
struct EarlierExplanation {
  std::int64_t exception = 0;
  std::string words, by, role;
  Day on = 0;
};

// nullptr where there is none of that number (any more).
using LifeNumbered = std::function<const ExceptionLife*(std::int64_t)>;
[[nodiscard]] LifeNumbered among(const std::vector<ExceptionLife>& lives);  // must outlive it

// Of the exception as it stands; and of the event that began it, nothing for any other event.
[[nodiscard]] std::optional<EarlierExplanation> explained_before_correction(
    const ExceptionLife& life, const LifeNumbered& numbered);
[[nodiscard]] std::optional<EarlierExplanation> explained_before_correction(
    const Event& event, const LifeNumbered& numbered);

}  // namespace tidemark
