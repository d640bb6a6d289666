local flows = require "lib.flows"

return measure {
  title   = "Children who left care on a special guardianship order",
  source  = "Derby, Exit from Care, quarter 2 of 2021-22, line 149; " ..
             "Middlesbrough, Permanence Action Plan, January 2022, line 114",
  unit    = "children",
  counts  = flows.guardianship_exits,
  assumes = { "the child was looked after until the order (REC E43 to E48)" },
}
