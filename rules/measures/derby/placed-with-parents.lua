local case = require "lib.case"

return measure {
  title  = "Placed with parents under a full care order",
  source = "Derby, Exit from Care, quarter 2 of 2021-22, table 2 and line 123",
  unit   = "children",
  counts = all {
    at_home:where { kind = "P1" }:starting_within(period):any(),
    case.status:is "C2",
  },
  note   = "These children are still looked after.",
}
