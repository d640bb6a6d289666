-- Words about health assessments (regulation 7). Dental and other checks are not assessments.
local case  = require "lib.case"
local lists = require "lib.lists"

local health = words "health"

-- Remands count: their health must be looked at too. Children placed for adoption have left these
-- regulations.
health.looked_after_not_placed = all { case.looked_after, none { case.with_adopters } }

local completed = health_check:where { kind = lists.assessments, status = "COMPLETED" }

-- An assessment in the three months before the child came in stands for the first one.
health.assessed_shortly_before = completed
  :within(between(case.start_of_care - months(3), case.start_of_care - days(1))):any()

health.assessments = completed:since(case.start_of_care)

-- The first one is an initial assessment, or one whose kind is not said. Where only a review
-- assessment is on record, the first was some day between coming into care and then.
local first_kinds = health.assessments:where { kind = { "INITIAL", "ASSESSMENT" } }
health.day_of_first_assessment = choose {
  { first_kinds:any(), first_kinds:earliest().on },
  { health.assessments:any(), either_of(case.start_of_care, health.assessments:earliest().on) },
  otherwise = first_kinds:earliest().on,
}

-- The latest, counting one shortly before care.
health.latest_assessment = completed:since(case.start_of_care - months(3)):latest()

-- A refusal is asked about again, so it explains for a while and not for good.
function health.refusals_since(day)
  return health_check:where { kind = lists.assessments, status = "REFUSED" }
    :since(day):within(last(setting {
      months(6), label = "Months for which a refusal explains", from = months(1), to = months(12) }))
end

return health
