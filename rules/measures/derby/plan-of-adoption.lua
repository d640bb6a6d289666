local flows = require "lib.flows"

return measure {
  title   = "Children with a plan of adoption",
  source  = "Derby, Exit from Care, quarter 2 of 2021-22, line 187",
  unit    = "children",
  window  = "stock",
  counts  = flows.plan_is_adoption_alone,
  split   = {
    { "allocated in the Adoption Team", flows.open_with "Adoption Team" },
    otherwise = "elsewhere",
  },
  assumes = { "\"plan\" is the care plan in force, with adoption and nothing else in it" },
}
