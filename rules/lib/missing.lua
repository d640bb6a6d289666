-- Words about a return from being missing. `this` is a missing episode: for rules with such an `each`.
local case = require "lib.case"

local missing = words "missing"

-- The interview list names the day of the return.
missing.interviews = return_interview:where { on = this.to }

-- A day before the return cannot be this interview's.
missing.day_interviewed = missing.interviews:where(function(r)
  return r.held:on_or_after(this.to)
end):earliest_of "held"
missing.day_offered     = missing.interviews:earliest_of "offered"

-- Neither in time nor late without the hour.
missing.interview_on_third_day = missing.day_interviewed:is(this.to + days(3))

missing.offered_in_time_and_declined = missing.interviews:where(function(r)
  return all {
    any {
      r.offered:during(between(this.to, this.to + days(2))),
      all { r.offered:is(this.to + days(3)), case.cannot_be_told },
    },
    any { r.refused:is "yes", this.accepted:is "N" },
  }
end):any()

return missing
