local case  = require "lib.case"
local lists = require "lib.lists"

return measure {
  title   = "With connected carers",
  source  = "Middlesbrough, Permanence Action Plan, January 2022, line 115",
  unit    = "children",
  window  = "stock",
  counts  = all { case.looked_after, case.placement_type:is(lists.relatives) },
  assumes = { "foster carers who are relatives or friends (U1 to U3)" },
}
