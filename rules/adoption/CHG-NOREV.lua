local case     = require "lib.case"
local adoption = require "lib.adoption"

local decision = adoption.decision_in_this_care

-- What was planned before the decision does not count. A plan with nothing ticked leaves the clock
-- without a start, and that cannot be decided.
local plan_changed_on = adoption.plan_changed_since(decision.on)

return rule {
  title    = "Plan changed away from adoption, decision not reversed",
  why      = "The adoption register still shows the child waiting, and a search may go on for a " ..
             "family that nobody plans.",
  source   = "Telford & Wrekin 2013, line 18: \"the care plan change to securing permanence via long " ..
             "term fostering had been ratified at a Child in Care Review\"; Derby, Exit from Care, " ..
             "December 2021, line 236: \"the BID had not been reversed by end of Q2\", line 208 [S]. " ..
             "The limit is local [L]",
  standing = "local",
  severity = "medium",
  owner    = "adoption team manager",

  -- The latest decision: it stands, or was reversed in this period of care (in time: on track).
  applies  = all {
    case.looked_after_not_on_remand,
    decision:known(),
    care_plan:current():known(),
    none { case.plan_is_adoption },
  },
  clock    = plan_changed_on,
  limit    = within(setting { days(28), label = "Days to reverse the decision",
                              from = days(7), to = days(91) }),
  amber    = days(14),
  stops    = decision.reversed,

  facts    = {
    plan     = case.plan,
    decided  = decision.on,
    ratified = adoption.first_plan_without.reviewed,  -- blank: not ratified at a review
    reversed = decision.reversed,
  },

  says     = "Plan changed away from adoption {clock} (agreed at review: {ratified}). Decision for " ..
             "adoption {decided}, reversed: {reversed}. {overdue} past {limit}. Plan: {plan}.",

  examples = {
    { "twenty-eight days, not reversed", as_at = "2021-08-29",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        adoption_decision = { { on = "2021-02-01" } },
        care_plan = {
          { plan = "ADOPTION", from = "2021-01-20", to = "2021-08-01" },
          { plan = "LTFOST18", from = "2021-08-01", reviewed = "2021-08-01" },
        },
      },
      expect = { "due_soon", due = "2021-08-29" } },
    { "the day after", as_at = "2021-08-30",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        adoption_decision = { { on = "2021-02-01" } },
        care_plan = {
          { plan = "ADOPTION", from = "2021-01-20", to = "2021-08-01" },
          { plan = "LTFOST18", from = "2021-08-01", reviewed = "2021-08-01" },
        },
      },
      expect = { "breach", days_over = 1 } },
    { "not amber before day fourteen", as_at = "2021-08-14",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        adoption_decision = { { on = "2021-02-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-08-01" } },
      },
      expect = "on_track" },
    { "amber from day fourteen", as_at = "2021-08-15",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        adoption_decision = { { on = "2021-02-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-08-01" } },
      },
      expect = "due_soon" },
    { "the review is the day, not the first day of the plan", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        adoption_decision = { { on = "2021-02-01" } },
        care_plan = {
          { plan = "ADOPTION", from = "2021-01-20", to = "2021-08-01" },
          { plan = "LTFOST18", from = "2021-08-01", reviewed = "2021-07-20" },
        },
      },
      expect = { "breach", due = "2021-08-17" } },
    { "a plan older than the decision: counted from the decision", as_at = "2021-03-01",
      given  = {
        legal_status = { { status = "C2", from = "2020-01-10" } },
        adoption_decision = { { on = "2021-02-01" } },
        care_plan = { { plan = "LTFOST18", from = "2020-08-01" } },
      },
      expect = { "due_soon", due = "2021-03-01" } },
    { "reversed in time", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        adoption_decision = { { on = "2021-02-01", reversed = "2021-08-20" } },
        care_plan = { { plan = "LTFOST18", from = "2021-08-01" } },
      },
      expect = "on_track" },
    { "reversed before the plan changed", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        adoption_decision = { { on = "2021-02-01", reversed = "2021-07-20" } },
        care_plan = { { plan = "LTFOST18", from = "2021-08-01" } },
      },
      expect = "on_track" },
    { "reversed late", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        adoption_decision = { { on = "2021-02-01", reversed = "2021-09-02" } },
        care_plan = { { plan = "LTFOST18", from = "2021-08-01" } },
      },
      expect = { "met_late", days_over = 4 } },
    { "adoption beside another plan is still adoption", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        adoption_decision = { { on = "2021-02-01" } },
        care_plan = { { plan = "ADOPTION+LTFOST18", from = "2021-08-01" } },
      },
      expect = "not_applicable" },
    { "the plan went blank", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        adoption_decision = { { on = "2021-02-01" } },
        care_plan = {
          { plan = "ADOPTION", from = "2021-01-20", to = "2021-08-01" },
          { plan = "", from = "2021-08-01" },
        },
      },
      expect = "cannot_decide" },
    { "no decision", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        care_plan = { { plan = "LTFOST18", from = "2021-08-01" } },
      },
      expect = "not_applicable" },
    { "no care plan list", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        adoption_decision = { { on = "2021-02-01" } },
      },
      not_supplied = { "care_plan" },
      expect = "cannot_decide" },
    { "no list of decisions", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        care_plan = { { plan = "LTFOST18", from = "2021-08-01" } },
      },
      not_supplied = { "adoption_decision" },
      expect = "cannot_decide" },
    { "eighteen", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2003-12-31" },
        legal_status = { { status = "C2", from = "2021-01-10" } },
        adoption_decision = { { on = "2021-02-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-08-01" } },
      },
      expect = "not_applicable" },
  },
}
