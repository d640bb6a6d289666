local case  = require "lib.case"
local flows = require "lib.flows"

return measure {
  title  = "Adopted children aged four or over at the order",
  source = "Middlesbrough, Permanence Action Plan, January 2022, line 109",
  unit   = "children",
  counts = all { flows.adopted_in_period, age_on(case.day_of_adoption):at_least(4) },
}
