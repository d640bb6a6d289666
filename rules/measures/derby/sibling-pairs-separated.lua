local flows = require "lib.flows"

return measure {
  title   = "Home finding: sibling groups of two separated in the period",
  source  = "Derby, Exit from Care, quarter 2 of 2021-22, line 214",
  unit    = "groups",
  window  = "during",
  counts  = all {
    flows.home_finding,
    sibling_group:where(function(s)
      return all { s.together:is(1), s.reviewed:during(period) }
    end):any(),
  },
  of      = assumption { 2, label = "Children in a group", source = "the report's own size of a group" },
  as      = "ratio",
  public  = false,  -- so few groups are known by sight
  assumes = { "a group is whole on the list: its children divided by its size" },
}
