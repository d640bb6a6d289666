local case = require "lib.case"

return measure {
  title  = "Connected persons: returned from an unregulated placement",
  source = "Derby, Exit from Care, quarter 2 of 2021-22, table 3",
  unit   = "children",
  counts = all {
    placement:where(function(p)
      return all { p.kind:is("Z1", "Z11", "Z12", "Z13", "Z14"), p.to:during(period) }
    end):any(),
    case.looked_after,
  },
}
