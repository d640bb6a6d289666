-- Whether the child's present home may lawfully have the child: what kind of place it is, the
-- temporary approvals that were given for it, and whether it is registered.
local case  = require "lib.case"
local lists = require "lib.lists"

local regulated = words "regulated"

regulated.since = placement:current().from

-- Temporary approvals are given in the days around the move; an older one was for another home.
local approvals = temporary_approval:where(function(a)
  return any { a.on:missing(), (a.on + days(28)):on_or_after(regulated.since) }
end)
regulated.fully_approved = approvals:where(function(a) return a.full:known() end):any()
regulated.refused_on     = approvals:latest_of "refused"
-- The last recorded end, else sixteen weeks after the last approval (twenty-four for approvals under
-- the coronavirus rules: see REG24-16W).
local last_approval = approvals:latest_of "on"
regulated.approved_until = first_known(
  latest_of(approvals:latest_of "extended", approvals:latest_of "ends"),
  choose {
    { last_approval:during(between("2020-04-24", "2020-09-25")), last_approval + weeks(24) },
    otherwise = last_approval + weeks(16),
  }
)

-- With a relative or friend, or with "other" (Z1) and on the approval list.
local connected = case.placement_type:is(lists.connected)

regulated.refused = all {
  connected, regulated.refused_on:known(), none { regulated.fully_approved },
}
regulated.lapsed = all {
  connected, approvals:any(), regulated.approved_until:before(as_at),
  none { regulated.fully_approved },
}
-- An approval for an earlier stay in this period of care that nobody closed, and none for this one:
-- the child may be back with the same carer, or with one who is fully approved.
regulated.left_open = all {
  case.placement_type:is(lists.relatives),
  none { approvals:any() },
  temporary_approval:where(function(a)
    return all { a.full:missing(), a.on:on_or_after(case.start_of_care) }
  end):any(),
  case.cannot_be_told,
}
local under_approval = all {
  temporary_approval:supplied(),
  any { regulated.fully_approved, regulated.approved_until:on_or_after(as_at) },
}
regulated.other_arrangement = all { case.placement_type:is "Z1", none { under_approval } }
-- What these codes stand for has not been seen: neither regulated nor not.
regulated.unknown_arrangement = all {
  case.placement_type:is("Z11", "Z12", "Z13", "Z14"), case.cannot_be_told,
}

-- No child under 16 from this day; from the other only where the accommodation is registered.
regulated.no_child_under_16 = day "2021-09-09"
regulated.only_registered   = day "2023-10-28"

regulated.semi_independent = case.placement_type:is "H5"
regulated.too_young = all {
  regulated.semi_independent, as_at:on_or_after(regulated.no_child_under_16), age:under(16),
}
-- A provider that Ofsted has judged is registered. No word of it either way: nobody knows.
local view = placement_view:since(regulated.since)
local registration = view:where(function(v) return v.registered:known() end):latest().registered
regulated.not_registered = all {
  regulated.semi_independent,
  as_at:on_or_after(regulated.only_registered),
  none { view:where(function(v) return v.judgement:known() end):any() },
  any {
    all { registration:known(), registration:is "no" },
    all { registration:missing(), case.cannot_be_told },
  },
}

return regulated
