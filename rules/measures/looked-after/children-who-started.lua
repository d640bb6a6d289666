return measure {
  title   = "Children who started to be looked after",
  source  = "Middlesbrough, Permanence Action Plan, January 2022, line 103",
  unit    = "children",
  counts  = care:starting_within(period):any(),
  assumes = { "a child who started twice in the period is one child" },
}
