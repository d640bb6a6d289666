local case  = require "lib.case"
local flows = require "lib.flows"

return measure {
  title  = "Plan of long-term fostering, not matched: how far",
  source = "Durham, Corporate Parenting Panel, 23 February 2018, line 41",
  unit   = "children",
  window = "stock",
  counts = all {
    case.looked_after, case.plan:includes "LTFOST18", none { flows.long_term_match },
  },
  split  = {
    { "in a placement that can be permanent", placement_view:latest().permanent:is "yes" },
    { "family finding", family_finding:where(function(f) return f.started:known() end):any() },
    otherwise = "neither",
  },
  note   = "Some of those not matched live where they could stay; for residential children the same " ..
           "words count as success.",
}
