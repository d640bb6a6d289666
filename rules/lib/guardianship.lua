-- The words that the special guardianship rules share. Most rules ask once for each case on the
-- special guardianship list: there `this` is the case, and the child need not be looked after (Derby
-- assessed two who were not, at the court's direction).
local actions = require "lib.actions"
local case    = require "lib.case"
local lists   = require "lib.lists"

local sgo = words "guardianship"

-- From the list, else the day the child left care by special guardianship.
sgo.order_made = first_known(
  this.granted,
  care:where(function(c)
    return all { c.to:on_or_after(this.referred), c.ceased:is(lists.special_guardianship) }
  end):latest().to
)

sgo.is_open = all { this.withdrawn:missing(), sgo.order_made:missing() }

-- A case stays after it was closed for as long as the child is in the period of care in which it
-- was referred. Children who are not looked after are asked about only from a list.
sgo.open_or_of_this_care = all {
  case.under_18,
  none { case.status:is(lists.remand) },
  any { case.looked_after, guardianship:supplied() },
  any { sgo.is_open, all { case.looked_after, this.referred:on_or_after(case.start_of_care) } },
}

-- Applications of this case: not withdrawn, not refused, and not decided before the case began.
local begun = earliest_of(this.referred, this.stage_1, this.assessment_start, this.panel)
sgo.applications = case.applications("sgo"):where(function(a)
  return any { a.order_made:missing(), a.order_made:on_or_after(begun) }
end)

-- Shown, never an excuse: lack of staff explains a delay and does not end it.
sgo.last_note = tracker_note:where { panel = { "SGO", "sgo", "special guardianship" } }:latest().note

-- Whether it was considered for a child, whatever the case: without `this`. ------------------------

local closed  = guardianship:where(function(g) return g.withdrawn:known() end)
local running = guardianship:where(function(g)
  return all { g.withdrawn:missing(), g.granted:missing() }
end)

-- From the first recorded day of a case that runs and was begun in this period of care: one that led
-- to an earlier order, or was never closed, takes nothing up for the child today.
local begun_now = running:where(function(g)
  return any {
    g.referred:on_or_after(case.start_of_care),
    g.stage_1:on_or_after(case.start_of_care),
    g.assessment_start:on_or_after(case.start_of_care),
  }
end)
sgo.taken_up = earliest_of(begun_now:earliest_of "referred", begun_now:earliest_of "stage_1",
                           begun_now:earliest_of "assessment_start")
sgo.on_the_list_without_a_day = all {
  guardianship:supplied(),
  running:where(function(g)
    return all { g.referred:missing(), g.stage_1:missing(), g.assessment_start:missing() }
  end):any(),
}

-- Considered and not taken further: a case that was withdrawn, or an action that says so. An action
-- list that did not come leaves the rest as it stands.
local considered = actions.done {
  "special guardianship considered", "SGO considered", "CAO considered",
}
sgo.last_considered = choose {
  { action:supplied(), latest_of(closed:latest_of "withdrawn", considered:latest_of "done") },
  otherwise = closed:latest_of "withdrawn",
}

return sgo
