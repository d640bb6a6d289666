local case  = require "lib.case"
local flows = require "lib.flows"

return measure {
  title   = "On a care order, settled with the carer, not matched",
  source  = "Telford & Wrekin, Securing Permanence Group, September 2013, line 32",
  unit    = "children",
  window  = "stock",
  counts  = all {
    case.looked_after, case.status:is "C2",
    (case.start_of_care + months(12)):on_or_before(as_at),
    (case.start_with_carer + months(12)):on_or_before(as_at),
    case.placement_type:is { "U1", "U2", "U3", "U4", "U5", "U6" },
    none { flows.long_term_match },
  },
  assumes = { "potentially suitable: twelve months with the same foster carer and no match on record" },
}
