return measure {
  title   = "Children who ceased to be looked after",
  source  = "Middlesbrough, Permanence Action Plan, January 2022, line 103",
  unit    = "children",
  counts  = care:where(function(c) return c.to:during(period) end):any(),
  assumes = { "a child who ceased twice in the period is one child" },
}
