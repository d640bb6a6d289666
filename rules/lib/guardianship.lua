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

-- An application made on this child's behalf, not withdrawn and not refused.
sgo.applications = case.applications "sgo"

-- Shown, never an excuse: lack of staff explains a delay and does not end it.
sgo.last_note = tracker_note:where { panel = { "SGO", "sgo", "special guardianship" } }:latest().note

-- Whether it was considered for a child, whatever the case: without `this`. ------------------------

local closed  = guardianship:where(function(g) return g.withdrawn:known() end)
local running = guardianship:where(function(g) return g.withdrawn:missing() end)

-- From the first recorded day of a case that was not withdrawn.
sgo.taken_up = earliest_of(running:earliest_of "referred", running:earliest_of "stage_1",
                           running:earliest_of "assessment_start")
sgo.on_the_list_without_a_day =
  all { guardianship:supplied(), running:any(), sgo.taken_up:missing() }

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
