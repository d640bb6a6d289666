local flows = require "lib.flows"

return measure {
  title   = "Sibling groups of two adopted",
  source  = "Middlesbrough, Permanence Action Plan, January 2022, line 108",
  unit    = "groups",
  counts  = all { flows.adopted_in_period, flows.to_be_placed_as(2) },
  of      = assumption { 2, label = "Children in a group", source = "the report's own size of a group" },
  as      = "ratio",
  public  = false,  -- so few groups are known by sight
  assumes = { "both children of a group were adopted in the period" },
}
