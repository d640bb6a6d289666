local case = require "lib.case"

return measure {
  title   = "Plan of long-term residential placement: how far",
  source  = "Durham, Corporate Parenting Panel, 23 February 2018, lines 33 and 36",
  unit    = "children",
  window  = "stock",
  counts  = all { case.looked_after, case.plan:includes "RESPLMT" },
  split   = {
    { "in a placement that can be permanent", placement_view:latest().permanent:is "yes" },
    otherwise = "not in such a placement",
  },
  note    = "Here \"can provide permanence\" counts as success; for foster children it does not.",
}
