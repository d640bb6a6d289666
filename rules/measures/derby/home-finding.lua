local case  = require "lib.case"
local flows = require "lib.flows"

return measure {
  title   = "Children for whom a home was sought during the period",
  source  = "Derby, Exit from Care, quarter 2 of 2021-22, line 212",
  unit    = "children",
  window  = "during",
  counts  = flows.home_finding,
  split   = {
    { "placed",  case.with_adopters },
    { "matched", flows.matched },
    { "linked",  flows.linked },
    otherwise = "remaining",
  },
  assumes = {
    "a child matched before the period is no longer searched for in it",
    "where each child stands is as at the last day of the period",
  },
}
