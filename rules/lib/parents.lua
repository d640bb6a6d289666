-- Words about placing a child with parents (regulations 15 to 19), from the list that tracks it.
local case = require "lib.case"

local parents = words "parents"

-- The same list holds reviews of the care order: a row with none of these days is only such a
-- review. A checklist alone is not a referral yet.
function parents.is_under_way(row)
  return any {
    row.referred:known(), row.viability:known(), row.assessed:known(), row.decided:known(),
  }
end

-- What came before this period of care, or before the child last left home in it, was about another
-- return.
local function is_about_this_return(day)
  return all {
    case.belongs_to_this_care(day),
    none { at_home:where(function(h) return all { h.kind:is "P1", h.to:after(day) } end):any() },
  }
end

-- Rows that concern this return.
parents.assessments = placement_with_parents:where(function(p)
  return all {
    parents.is_under_way(p),
    any { p.referred:missing(), is_about_this_return(p.referred) },
    any { p.assessed:missing(), is_about_this_return(p.assessed) },
    any { p.decided:missing(), is_about_this_return(p.decided) },
  }
end)

-- Assessed by the day the child went home. A viability assessment is not enough.
parents.assessed_first = parents.assessments:where(function(p)
  return p.assessed:on_or_before(case.start_at_home)
end):any()

-- Placed at home while the list shows an assessment that came later or has not come (reg 19). Where
-- the placement had been approved by then, a blank day of assessment shows neither.
parents.placed_before_assessment = all {
  none { parents.assessed_first },
  parents.assessments:where(function(p)
    return any {
      p.assessed:after(case.start_at_home),
      p.decided:missing(),
      p.decided:after(case.start_at_home),
    }
  end):any(),
}

-- An immediate placement: the assessment within ten working days, the decision ten after that.
parents.day_assessed = parents.assessments:where(function(p)
  return p.assessed:after(case.start_at_home)
end):earliest_of "assessed"
parents.day_approved = parents.assessments:where(function(p)
  return p.decided:on_or_after(parents.day_assessed)
end):earliest_of "decided"

parents.last_day_to_assess  = case.start_at_home + working_days(10)
parents.last_day_to_approve = parents.day_assessed + working_days(10)

-- Which of the two steps is judged: the one that is open; with both taken the one that was late, the
-- decision first.
parents.decision_is_next = all {
  parents.day_assessed:known(),
  any { parents.day_approved:missing(), parents.day_approved:after(parents.last_day_to_approve) },
}

return parents
