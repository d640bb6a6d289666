-- Words about a return from being missing. `this` is a missing episode: for rules with such an `each`.
local case = require "lib.case"

local missing = words "missing"

-- The interview list names the day of the return.
missing.interviews = return_interview:where { on = this.to }

missing.day_interviewed = missing.interviews:earliest_of "held"
missing.day_offered     = missing.interviews:earliest_of "offered"

-- Neither in time nor late without the hour.
missing.interview_on_third_day = missing.day_interviewed:is(this.to + days(3))

missing.offered_in_time_and_declined = missing.interviews:where(function(r)
  return all {
    any {
      r.offered:on_or_before(this.to + days(2)),
      all { r.offered:is(this.to + days(3)), case.cannot_be_told },
    },
    any { r.refused:is "yes", this.accepted:is "N" },
  }
end):any()

return missing
