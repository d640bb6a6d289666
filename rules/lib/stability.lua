-- The words on placements that ended before they should have.
local case  = require "lib.case"
local lists = require "lib.lists"

local stability = words "stability"

-- The carer changed on the day the placement ended: only then must a reason be on record. Some
-- systems end a placement on the day before the next begins.
local function carer_changed(p)
  return carer:starting_within(between(p.to, p.to + days(1))):any()
end

-- Ended because of behaviour, at somebody's request, an allegation, standards or lost approval; not
-- when the care plan was carried out, a home closed, a custody arrangement or a change of status
-- alone. The reason stands with the placement that ended. Where it is blank and the carer changed,
-- nobody can tell.
stability.unplanned_endings = case.in_this_care(placement:where(function(p)
  return all {
    p.to:known(),
    p.kind:is_not(lists.temporary),
    any {
      all { p.why_ended:known(), p.why_ended:is(lists.unplanned_ending) },
      all { p.why_ended:missing(), carer_changed(p), case.cannot_be_told },
    },
  }
end))

return stability
