local case  = require "lib.case"
local flows = require "lib.flows"

return measure {
  title   = "Looked-after children whose plan is permanence outside the birth family",
  source  = "Durham, Corporate Parenting Panel, 23 February 2018, lines 31 to 34",
  unit    = "children",
  window  = "stock",
  counts  = all { case.looked_after, flows.plan_outside_family },
  split   = {
    { "long-term fostering",   case.plan:includes "LTFOST18" },
    { "residential placement", case.plan:includes "RESPLMT" },
    otherwise = "adoption",
  },
  assumes = { "long-term placement with relatives or friends (LTRELFR) is not in the 400" },
}
