-- Words about statutory visits (regulation 28): when the child was last seen here, and what kind of
-- placement decides how soon the next visit is due.
local case  = require "lib.case"
local lists = require "lib.lists"

local visits = words "visits"

local here = placement:current()

visits.at_home_on_interim_order = all { case.at_home, case.status:is "C1" }

-- The wait for a first visit begins with the placement, or with a care order made while at home.
visits.start_of_the_wait = choose {
  { all { case.at_home, case.status:is "C2" }, latest_of(here.from, case.start_of_care_order) },
  otherwise = here.from,
}
visits.visits_seen_here          = visit:where { seen = "yes" }:since(visits.start_of_the_wait)
visits.no_first_visit     = none { visits.visits_seen_here:any() }
visits.day_last_seen_or_placed = first_known(visits.visits_seen_here:latest().on, visits.start_of_the_wait)

-- "Until the first review": the first held since the placement began, so that a review has looked
-- at this placement. The stricter of two readings. One that was held when the weekly visit had
-- already been missed does not undo that.
visits.not_reviewed_here = none { review:since(here.from):where(function(r)
  return r.on:on_or_before(visits.day_last_seen_or_placed + weeks(1))
end):any() }

-- With a connected person whose approval is temporary, run out or not: for as long as nobody has decided.
visits.temporary_approval = all {
  here.kind:is(lists.connected),
  temporary_approval:where(function(a)
    return all {
      a.full:missing(), a.refused:missing(),
      any {
        a.on:on_or_after(here.from), a.ends:on_or_after(here.from), a.extended:on_or_after(here.from),
      },
    }
  end):any(),
}

visits.long_term_for_over_a_year = all {
  here.kind:is(lists.long_term), (here.from + months(12)):before(as_at),
}

-- Meant to last until eighteen: the long-term codes, or fostered under such a plan; and over a year
-- old before six weeks had passed: a visit that was missed in the first year stays missed.
visits.placement_to_last_to_eighteen = all {
  none { case.at_home },
  (here.from + months(12)):before(visits.day_last_seen_or_placed + weeks(6)),
  any {
    here.kind:is(lists.long_term),
    all { here.kind:is("U2", "U3", "U5", "U6"), case.plan:includes "LTFOST18" },
  },
}

-- Missing on every day since the child was last seen: nobody could visit.
visits.missing_throughout = missing_episode
  :days_within(between(visits.day_last_seen_or_placed + days(1), as_at))
  :at_least(days_between(visits.day_last_seen_or_placed, as_at))

return visits
