local adoption = require "lib.adoption"
local case     = require "lib.case"
local trackers = require "lib.trackers"

return tracker {
  title  = "Adoption tracker",
  why    = "Every child whose plan is adoption, from the decision to the adoption order.",
  source = "Derby, Exit from Care, December 2021, line 190: \"Monthly tracking meetings are held with " ..
           "the Team Manager and Adoption East Midlands (AEM) Home Finders\" [S]",
  panel  = "Adoption tracking",
  note   = trackers.last_note "adoption",

  -- Any of the three makes adoption the plan: the care plan, a decision that stands, the order.
  who    = all {
    case.looked_after_not_on_remand,
    any { case.on_placement_order, adoption.decision:known(), case.plan_is_adoption },
  },

  columns = {
    { "Age", trackers.age },
    { "Plan", case.plan },
    { "Decision", adoption.decision.on },
    { "Placement order", case.placement_order.from },
    { "Searches open", adoption.searches },
    { "Linked", adoption.open_links:latest_of "linked" },
    { "Matched", adoption.family_matches:earliest().on },
    { "With adopters since", case.start_with_adopters },
    { "Adoption hearing", case.day_of_adoption_hearing },
  },
  rules  = {
    "BID-PO-6M", "PO-9M", "ADOPT-NOFF", "PO-NOLINK-3M", "LINK-MATCH-3M", "MATCH-PLACE-28D",
    "PLACE-APP-6M", "PLAN-CHG-REVOKE",
  },
}
