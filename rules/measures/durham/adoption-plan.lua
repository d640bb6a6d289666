local case = require "lib.case"

return measure {
  title  = "Plan of adoption",
  source = "Durham, Corporate Parenting Panel, 23 February 2018, lines 34 and 37",
  unit   = "children",
  window = "stock",
  counts = all { case.looked_after, case.plan:includes "ADOPTION" },
  split  = { { "placement order", case.on_placement_order }, otherwise = "no placement order" },
  note   = "The report plans no action for the children without an order.",
}
