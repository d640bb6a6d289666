local case     = require "lib.case"
local trackers = require "lib.trackers"

return tracker {
  title  = "Permanence tracker",
  why    = "Every child on a care order or a placement order, from the order to permanence.",
  source = "Middlesbrough 2022, line 90 \"Permanence Tracker remains in place and is used to drive " ..
           "effective permanence planning\", line 73 \"tracking all children from Care Order to " ..
           "permanence\" [S]",
  panel  = "Permanence",
  note   = trackers.last_note { "permanence", "permanency", "PMG" },

  who    = all { case.looked_after_not_on_remand, case.status:is("C2", "E1") },

  columns = {
    { "Age", trackers.age },
    { "In care since", case.start_of_care },
    { "Order", case.status },
    { "Plan", case.plan },
    { "Placement", case.placement_type },
    { "With this carer since", case.start_with_carer },
    { "Matched", case.matches:latest().on },
  },
  rules  = {
    "PERM-2R", "PO-9M", "CO-12M-MATCH", "LTF-MATCH-6M", "LTF-NOFAM", "SGO-CAND-12M", "STAB-3",
    "TRACK-GAP",
  },
}
