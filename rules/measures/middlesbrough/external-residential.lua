local case = require "lib.case"

return measure {
  title   = "In external residential placements",
  source  = "Middlesbrough, Permanence Action Plan, January 2022, line 117",
  unit    = "children",
  window  = "stock",
  counts  = all {
    case.looked_after, case.placement_type:is("K2", "R1"),
    placement:current().provider:is("PR4", "PR5"),
  },
  assumes = { "children's homes and residential care homes (K2, R1) of private or voluntary providers" },
}
