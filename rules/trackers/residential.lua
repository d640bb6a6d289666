local case     = require "lib.case"
local trackers = require "lib.trackers"

return tracker {
  title  = "External residential tracker",
  why    = "Every child in a children's home or residential school of another provider.",
  source = "Middlesbrough 2022, line 131: \"The ongoing reduction and tracking of the number of " ..
           "children residing in external residential placements\" [S]",
  panel  = "External residential",
  note   = trackers.last_note { "residential", "external placements" },

  -- External as in RES-EXT-6M: a private or voluntary provider.
  who    = all {
    case.looked_after_not_on_remand,
    case.placement_type:is("K2", "R1", "S1"),
    placement:current().provider:is("PR4", "PR5"),
  },

  columns = {
    { "Age", trackers.age },
    { "Placement", case.placement_type },
    { "Provider", placement:current().provider },
    { "There since", placement:current().from },
    { "Plan", case.plan },
    { "Plan agreed", trackers.day_of_plan },
    { "Placements in 12 months", placement:starting_within(last(months(12))) },
  },
  rules  = { "RES-EXT-6M", "STAB-3", "FRAGILE-28D", "REV-N-6M", "VIS-STAT", "EDU-25H" },
}
