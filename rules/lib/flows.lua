-- Words that measures share: what began, ended or stood in the period. `period` is the window of
-- the figure and the as-at day its last day, so what happened later is not seen.
local lists = require "lib.lists"
local case  = require "lib.case"

local flows = words "flows"

-- Periods of care that ended in the period, for one of these reasons if any are named. The day is
-- asked for first: a reason on a row that is still open means nothing.
function flows.ended_as(codes)
  return care:where(function(c) return all { c.to:during(period), c.ceased:is(codes) } end)
end

flows.adopted_in_period  = flows.ended_as(lists.adopted):any()
flows.guardianship_exits = flows.ended_as(lists.special_guardianship):any()

-- A child is adopted once; care:latest() is then the care that the order ended.
flows.ever_adopted = care:where(function(c)
  return all { c.to:known(), c.ceased:is(lists.adopted) }
end):any()

-- A decision for adoption that stands: not reversed AND the child not adopted. Derby writes "or",
-- which would count every child ever decided.
flows.open_decision = all {
  adoption_decision:where(function(d) return d.reversed:missing() end):any(),
  none { flows.ever_adopted },
}

-- Searched for during the period: a search has begun, the decision stands, and there was no match
-- before the period began.
flows.home_finding = all {
  flows.open_decision,
  family_finding:where(function(f) return f.started:known() end):any(),
  none {
    match:where(function(m) return all { m.kind:is "ADOPTION", m.on:before(period_start) } end):any(),
  },
}
flows.linked  = family_finding:where(function(f) return f.linked:known() end):any()
flows.matched = match:where(function(m) return all { m.kind:is "ADOPTION", m.on:known() } end):any()

-- Children who are to be placed in a group of this many.
function flows.to_be_placed_as(count)
  return sibling_group:where(function(s) return s.together:is(count) end):any()
end

-- A team's involvement that is still open at the as-at day.
function flows.open_with(team)
  return involvement:where(function(i) return all { i.team:is(team), i.to:missing() } end):any()
end

-- Adoption and nothing beside it; parallel planning is not yet a plan of adoption.
flows.plan_is_adoption_alone = all {
  case.looked_after,
  case.plan_is_adoption,
  none {
    case.plan:includes(
      "REMAINSUP", "RETURN1M", "RETURN6M", "RETURNEV", "LTRELFR", "LTFOST18", "RESPLMT", "SUPPLIV",
      "OTHERPLN"
    ),
  },
}

flows.plan_outside_family = any {
  case.plan:includes("LTFOST18"), case.plan:includes("RESPLMT"), case.plan:includes("ADOPTION"),
}

flows.long_term_match = match:where(function(m)
  return all { m.kind:is "LTF", m.on:known() }
end):any()

return flows
