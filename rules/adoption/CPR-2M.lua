local actions  = require "lib.actions"
local case     = require "lib.case"
local adoption = require "lib.adoption"

local planned_on = adoption.day_it_was_planned

-- A decision from before the review counts while it stands: the agency need not decide twice. One
-- from the review on did what was due, also if it was reversed later.
local decided = adoption_decision:where(function(d)
  return any { d.reversed:missing(), d.on:on_or_after(planned_on) }
end):earliest().on

local report = actions.pending({ "permanence report" }):where(function(a) return a.owner:known() end)

return rule {
  title    = "Plan of adoption, no decision by the agency",
  why      = "Until the agency has decided, nobody may look for the child's family.",
  source   = "Adoption statutory guidance: two months from the review, to be confirmed in the " ..
             "edition in use [K]; Derby, Exit from Care, December 2021, line 187: \"unable to write " ..
             "Child Permanence Report's (CPR's) prior to a Placement Order ... due to demand\", line " ..
             "189; Durham 2018, line 47: \"LAC3 who produce all the Child Permanence Reports\" [S]",
  to_be_confirmed = true,
  standing = "guidance",
  severity = "medium",
  owner    = "adoption team manager",

  applies  = all {
    case.looked_after_not_on_remand,
    adoption.plan_with_adoption:known(),
  },
  clock    = planned_on,
  limit    = within(months(2)),
  -- "From five weeks": two months less twenty-seven days is five weeks in the longest two months, and
  -- up to three days sooner in the others.
  amber    = days(27),
  stops    = decided,

  facts    = {
    plan     = case.plan,
    ratified = adoption.first_plan_with.reviewed,  -- blank: the day the plan began stands in for the review
    decided  = decided,
    report   = report:latest().on,
  },

  explained_by = {
    { "child permanence report not written yet, given to a named writer on {report}",
      when = report:any() },
  },

  says     = "Adoption in the plan since {clock} (agreed at review: {ratified}), decision by the " ..
             "agency: {decided}. {overdue} past {limit}. Plan: {plan}.",

  examples = {
    { "two months to the day", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C1", from = "2021-05-10" } },
        care_plan = { { plan = "ADOPTION", from = "2021-07-30", reviewed = "2021-07-30" } },
      },
      expect = { "due_soon", due = "2021-09-30" } },
    { "the day after", as_at = "2021-10-01",
      given  = {
        legal_status = { { status = "C1", from = "2021-05-10" } },
        care_plan = { { plan = "ADOPTION", from = "2021-07-30", reviewed = "2021-07-30" } },
      },
      expect = { "breach", days_over = 1 } },
    { "not amber before five weeks", as_at = "2021-09-02",
      given  = {
        legal_status = { { status = "C1", from = "2021-05-10" } },
        care_plan = { { plan = "ADOPTION", from = "2021-07-30", reviewed = "2021-07-30" } },
      },
      expect = "on_track" },
    { "amber from five weeks", as_at = "2021-09-03",
      given  = {
        legal_status = { { status = "C1", from = "2021-05-10" } },
        care_plan = { { plan = "ADOPTION", from = "2021-07-30", reviewed = "2021-07-30" } },
      },
      expect = "due_soon" },
    { "the first review that agreed it, not a later one", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C1", from = "2021-05-10" } },
        care_plan = {
          { plan = "ADOPTION+LTRELFR", from = "2021-07-30", to = "2021-10-20", reviewed = "2021-07-28" },
          { plan = "ADOPTION", from = "2021-10-20", reviewed = "2021-10-20" },
        },
      },
      expect = { "breach", due = "2021-09-28" } },
    { "no review recorded: the day the plan began", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C1", from = "2021-05-10" } },
        care_plan = { { plan = "ADOPTION", from = "2021-07-30" } },
      },
      expect = { "breach", due = "2021-09-30" } },
    { "decided in time", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C1", from = "2021-05-10" } },
        care_plan = { { plan = "ADOPTION", from = "2021-07-30" } },
        adoption_decision = { { on = "2021-09-20" } },
      },
      expect = "on_track" },
    { "decided late", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C1", from = "2021-05-10" } },
        care_plan = { { plan = "ADOPTION", from = "2021-07-30" } },
        adoption_decision = { { on = "2021-10-10" } },
      },
      expect = { "met_late", days_over = 10 } },
    { "decided before the review, and the decision stands", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C1", from = "2021-05-10" } },
        care_plan = { { plan = "ADOPTION", from = "2021-07-30" } },
        adoption_decision = { { on = "2021-07-10" } },
      },
      expect = "on_track" },
    { "an old decision, reversed before the review", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-05-10" } },
        care_plan = { { plan = "ADOPTION", from = "2021-07-30" } },
        adoption_decision = { { on = "2019-07-10", reversed = "2020-05-01" } },
      },
      expect = "breach" },
    { "report awaited, its writer named", as_at = "2021-10-15",
      given  = {
        legal_status = { { status = "C1", from = "2021-05-10" } },
        care_plan = { { plan = "ADOPTION", from = "2021-07-30" } },
        action = {
          { action = "Child Permanence Report", on = "2021-08-10", owner = "W7", due = "2021-10-15" },
        },
      },
      expect = "explained" },
    { "the report was due yesterday", as_at = "2021-10-16",
      given  = {
        legal_status = { { status = "C1", from = "2021-05-10" } },
        care_plan = { { plan = "ADOPTION", from = "2021-07-30" } },
        action = {
          { action = "Child Permanence Report", on = "2021-08-10", owner = "W7", due = "2021-10-15" },
        },
      },
      expect = "breach" },
    { "report awaited, nobody named", as_at = "2021-10-15",
      given  = {
        legal_status = { { status = "C1", from = "2021-05-10" } },
        care_plan = { { plan = "ADOPTION", from = "2021-07-30" } },
        action = { { action = "Child Permanence Report", on = "2021-08-10" } },
      },
      expect = "breach" },
    { "adoption is not in the plan", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C1", from = "2021-05-10" } },
        care_plan = { { plan = "LTFOST18", from = "2021-07-30" } },
      },
      expect = "not_applicable" },
    { "no list of decisions, two months passed", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C1", from = "2021-05-10" } },
        care_plan = { { plan = "ADOPTION", from = "2021-07-30" } },
      },
      not_supplied = { "adoption_decision" },
      expect = "cannot_decide" },
    { "no care plan list", as_at = "2021-12-31",
      given  = { legal_status = { { status = "C1", from = "2021-05-10" } } },
      not_supplied = { "care_plan" },
      expect = "cannot_decide" },
    { "left care", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C1", from = "2021-05-10", to = "2021-11-01" } },
        care_plan = { { plan = "ADOPTION", from = "2021-07-30" } },
      },
      expect = "not_applicable" },
    { "decided before the review, reversed since, adoption still the plan", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-01" } },
        care_plan = { { plan = "ADOPTION", from = "2021-07-30", reviewed = "2021-07-30" } },
        adoption_decision = { { on = "2021-05-01", reversed = "2021-09-01" } },
      },
      expect = { "breach", due = "2021-09-30" } },
    { "decided after the review, reversed since", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-01" } },
        care_plan = { { plan = "ADOPTION", from = "2021-07-30", reviewed = "2021-07-30" } },
        adoption_decision = { { on = "2021-08-20", reversed = "2021-11-01" } },
      },
      expect = "on_track" },
  },
}
