local case  = require "lib.case"
local flows = require "lib.flows"

return measure {
  title    = "In a placement of permanence, of those with a plan outside the birth family",
  source   = "Durham, Corporate Parenting Panel, 23 February 2018, derived from lines 31 to 43",
  unit     = "children",
  window   = "stock",
  counts   = all {
    case.looked_after, flows.plan_outside_family,
    any {
      flows.long_term_match,
      all { case.plan:includes "RESPLMT", placement_view:latest().permanent:is "yes" },
      case.with_adopters,
    },
  },
  of       = all { case.looked_after, flows.plan_outside_family },
  as       = "percent",
  rounding = { places = 1 },
}
