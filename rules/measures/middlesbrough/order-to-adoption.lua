local case  = require "lib.case"
local flows = require "lib.flows"

return measure {
  title    = "Days from the placement order to the adoption order",
  source   = "Middlesbrough, Permanence Action Plan, January 2022, line 112",
  unit     = "days",
  averages = days_between(legal_status:where { status = "E1" }:latest().from, case.day_of_adoption),
  over     = flows.adopted_in_period,
  rounding = { places = 0 },
  assumes  = { "the average is the mean over children adopted in the period" },
  note     = "Not the national scorecard's A2, which runs from the order to the match.",
}
