local flows = require "lib.flows"

return measure {
  title    = "Special guardianship, of those who ceased to be looked after",
  source   = "beside Middlesbrough, Permanence Action Plan, January 2022, line 103 and 114",
  unit     = "children",
  counts   = flows.guardianship_exits,
  of       = care:where(function(c) return c.to:during(period) end):any(),
  as       = "percent",
  rounding = { places = 1 },
  assumes  = { "every guardianship order counted was for a looked-after child" },
}
