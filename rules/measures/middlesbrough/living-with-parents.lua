local case = require "lib.case"

return measure {
  title   = "Placed with parents",
  source  = "Middlesbrough, Permanence Action Plan, January 2022, line 116",
  unit    = "children",
  window  = "stock",
  counts  = all { case.looked_after, case.at_home },
  assumes = { "placement type P1" },
}
