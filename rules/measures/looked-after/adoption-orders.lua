local flows = require "lib.flows"

return measure {
  title  = "Adoption orders granted",
  source = "Derby, Exit from Care, quarter 2 of 2021-22, line 228; " ..
             "Middlesbrough, Permanence Action Plan, January 2022, line 105",
  unit   = "children",
  counts = flows.adopted_in_period,
}
