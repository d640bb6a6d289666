-- Words about placing a child with parents (regulations 15 to 19), from the list that tracks it.
local case = require "lib.case"

local parents = words "parents"

-- The same list holds reviews of the care order; a row with none of these days is only such a review.
function parents.is_under_way(row)
  return any {
    row.checklist:known(), row.referred:known(), row.viability:known(), row.assessed:known(),
    row.decided:known(),
  }
end

-- Rows that concern this period of care: an assessment made before it began was for another return.
parents.assessments = placement_with_parents:where(function(p)
  return all {
    parents.is_under_way(p),
    any { p.assessed:missing(), p.assessed:on_or_after(case.start_of_care) },
  }
end)

-- Assessed by the day the child went home. A checklist or a viability assessment is not enough.
parents.assessed_first = parents.assessments:where(function(p)
  return p.assessed:on_or_before(case.start_at_home)
end):any()

-- Placed at home while the list shows an assessment that came later or has not come (reg 19).
parents.placed_before_assessment = all { parents.assessments:any(), none { parents.assessed_first } }

return parents
