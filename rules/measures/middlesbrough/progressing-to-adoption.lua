local case  = require "lib.case"
local flows = require "lib.flows"

return measure {
  title  = "Progressing to adoption with a placement order",
  source = "Middlesbrough, Permanence Action Plan, January 2022, line 113",
  unit   = "children",
  window = "stock",
  counts = all { case.looked_after, case.on_placement_order },
  split  = { { "linked", flows.linked }, otherwise = "no confirmed link" },
}
