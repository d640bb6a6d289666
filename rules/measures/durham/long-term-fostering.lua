local case  = require "lib.case"
local flows = require "lib.flows"

return measure {
  title  = "Plan of long-term fostering",
  source = "Durham, Corporate Parenting Panel, 23 February 2018, lines 35 and 41",
  unit   = "children",
  window = "stock",
  counts = all { case.looked_after, case.plan:includes "LTFOST18" },
  split  = { { "matched", flows.long_term_match }, otherwise = "not matched" },
  note   = "The line runs at the formal match, not at the placement.",
}
