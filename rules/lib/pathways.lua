-- Words about leaving care: who is an eligible child, and the pathway plan list.
local case  = require "lib.case"
local lists = require "lib.lists"

local pathways = words "pathways"

-- The day on which a child had been looked after for thirteen weeks in all since turning fourteen
-- (reg 40). Short breaks do not count.
pathways.day_of_thirteen_weeks = legal_status
  :where(function(l) return l.status:is_not(lists.short_breaks) end)
  :nth_day(91, between(child.date_of_birth + years(14), as_at))

pathways.eligible = all {
  case.looked_after,
  age:at_least(16),
  pathways.day_of_thirteen_weeks:known(),
}
pathways.start_of_eligibility = latest_of(
  child.date_of_birth + years(16), pathways.day_of_thirteen_weeks
)

pathways.day_of_needs_assessment = pathway:earliest_of "needs_assessed"
pathways.day_of_pathway_plan     = pathway:earliest_of "started"

-- Both must be there; as long as one is missing there is no such day.
pathways.assessed_and_planned = choose {
  { pathways.day_of_needs_assessment:missing(), pathways.day_of_needs_assessment },
  { pathways.day_of_pathway_plan:missing(), pathways.day_of_pathway_plan },
  otherwise = latest_of(pathways.day_of_needs_assessment, pathways.day_of_pathway_plan),
}

return pathways
