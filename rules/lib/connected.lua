-- The words that the rules on connected carers share: a relative or friend who cares for the child
-- under a temporary approval. The rules ask once for each approval, so `this` is the approval.
local case  = require "lib.case"
local lists = require "lib.lists"

local connected = words "connected"

connected.with_relative = case.placement_type:is(lists.relatives)

-- The placement that the approval is for: the first with a relative or friend that was not over on
-- its day. A connected carer may stand as "other" (Z1) until approved. An approval without a day is
-- for the placement that runs.
local function was_not_over(p)
  return any { p.to:missing(), all { this.on:known(), p.to:after(this.on) } }
end
connected.placement = case.in_this_care(placement:where(function(p)
  return all { p.kind:is(lists.connected), was_not_over(p) }
end)):earliest()

-- Approvals are given in the days around the move. One that is much older was for another placement.
local is_for_it = any {
  this.on:missing(),
  (this.on + days(28)):on_or_after(connected.placement.from),
}

-- Remands count: this is about whether the home may have the child at all. Without a list every
-- child who is with a relative or friend may be under a temporary approval.
connected.under_approval = all {
  case.looked_after,
  any { temporary_approval:supplied(), connected.with_relative },
  connected.placement:known(),
  is_for_it,
}

-- From the approval; without its day from the start of the placement, which the report then says.
connected.approved_from = choose {
  { this.on:known(), this.on },
  otherwise = connected.placement.from,
}

connected.ended = earliest_of(this.full, connected.placement.to)

return connected
