local case = require "lib.case"

return measure {
  title  = "Placed with parents and returned to the council's care",
  source = "Derby, Exit from Care, quarter 2 of 2021-22, table 2",
  unit   = "children",
  counts = all {
    at_home:where(function(h) return all { h.kind:is "P1", h.to:during(period) } end):any(),
    case.looked_after,
  },
}
