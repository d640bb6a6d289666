local case     = require "lib.case"
local parents  = require "lib.parents"
local trackers = require "lib.trackers"

local open = placement_with_parents:where(function(p)
  return all { parents.is_under_way(p), p.decided:missing() }
end)

return tracker {
  title  = "Placement with parents tracker",
  why    = "Every child on a care order who lives at home, or for whom going home is being assessed.",
  source = "Derby, Exit from Care, December 2021, line 157: \"6 requests to complete initial " ..
           "Placement with Parents checklists\", lines 107 to 123 [S]",
  panel  = "Placement with parents",
  note   = trackers.last_note { "parents", "PWP" },

  who    = all { case.looked_after_not_on_remand, any { case.at_home, open:any() } },

  columns = {
    { "Age", trackers.age },
    { "Legal status", case.status },
    { "At home since", case.start_at_home },
    { "Referred", open:latest_of "referred" },
    { "Viability", open:latest_of "viability" },
    { "Assessed", open:latest_of "assessed" },
    { "Order last reviewed", order_review:latest_of "on" },
    { "Discharge applied for", case.open_applications("discharge"):latest().on },
  },
  rules  = { "PWP-REF", "PWP-REG19", "CO-HOME-12M", "DISCH-26W", "RET-DUE" },
}
