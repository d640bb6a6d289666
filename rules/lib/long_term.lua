-- The words that the rules on long-term fostering share: the plan, the match with the carer the child
-- has, and whether the placement can be permanent.
local adoption = require "lib.adoption"
local case     = require "lib.case"
local lists    = require "lib.lists"

local long_term = words "long_term"

-- The plan, from the day it was first in force without a break; one that nobody closed when an earlier
-- period of care ended, from the day the child came back.
local function in_this_care(day)
  return choose {
    { care:where(function(c) return c.to:after(day) end):any(), case.start_of_care },
    otherwise = day,
  }
end
long_term.fostering_since = in_this_care(care_plan:unbroken { plan = "LTFOST18" }.from)
long_term.planned_since   = in_this_care(care_plan:unbroken(function(p)
  return p.plan:includes("LTFOST18", "LTRELFR")
end).from)

-- A match with the carer the child has now. A decision made before the child came to this carer was
-- for another one (for this one the placement would be U1 or U4 from the start).
long_term.matches = case.matches:where { kind = "LTF" }:since(case.start_with_carer)

-- "Not yet" is stated and looked at again every six months: the record must be no older.
long_term.not_yet = match:where(function(m)
  return all {
    m.kind:is "LTF",
    m.not_yet_recorded:during(last(months(6))),
    m.not_yet_reason:is_not "none",  -- blank: dated, but not evidence
  }
end)

-- Became U1 or U4 while with this carer: as good as a match. Long-term from the first day is not.
long_term.became_long_term = episode:where(function(e)
  return all { e.kind:is(lists.long_term), e.from:after(case.start_with_carer) }
end):earliest().from

-- Can the present placement be permanent? The latest view of it that says so or not. `:since` leaves
-- out views of an earlier placement.
local view = placement_view:since(placement:current().from):where(function(v)
  return v.permanent:known()
end):latest().permanent
long_term.can_be_permanent    = all { placement_view:supplied(), view:known(), view:is "yes" }
long_term.cannot_be_permanent = all { placement_view:supplied(), view:known(), view:is "no" }

-- Somebody looks for a family: a search begun since the plan that goes on or led to a match, or an
-- older one that has not found anybody and was not given up.
long_term.search = family_finding:where(function(f)
  return any {
    all {
      f.started:on_or_after(long_term.fostering_since),
      any { adoption.goes_on(f), long_term.matches:any() },
    },
    all {
      any { f.started:known(), f.finder:known() },
      f.linked:missing(),
      adoption.goes_on(f),
    },
  }
end)

return long_term
