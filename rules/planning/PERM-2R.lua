local case = require "lib.case"

local first  = case.reviews:earliest().on
local second = case.reviews:nth(2).on

-- The day of the second review; before one is held, the day it is due, counted from the first
-- review held, else from the day the first was due.
local plan_due = first_known(second, first + months(3), case.first_review_due + months(3))

-- A plan that had ended by that day does not count; one that begins later is late. Any key will
-- do, several at once too; nothing ticked is no plan agreed.
local agreed = care_plan:where(function(p)
  return all {
    case.is_agreed(p),
    case.belongs_to_this_care(p.from),
    any { p.to:missing(), p.to:after(plan_due) },
  }
end)

return rule {
  title    = "No permanence plan by the second review",
  why      = "By about four months every child should have one agreed plan for where they will " ..
             "grow up.",
  source   = "Derby, Exit from Care, December 2021, line 43: \"All children must have a " ..
             "permanency plan ... within an appropriate timescale to prevent unnecessary drift " ..
             "and delay\"; Middlesbrough 2022, line 24 [S]; procedures of Waltham Forest, " ..
             "Darlington, Central Bedfordshire and Coventry: plan by the second review [V]; Care " ..
             "Planning Regulations 2010 reg 5(a) [V]",
  standing = "guidance",
  severity = "high",
  owner    = "social work team manager",

  applies  = all {
    case.looked_after_not_on_remand,
    none { case.with_adopters },
    any { case.reviews:any(), case.first_review_due:before(as_at) },
  },
  clock    = case.start_of_care,
  due      = plan_due,
  amber    = days(28),
  stops    = agreed:earliest().from,

  facts    = {
    plan          = case.plan,
    agreed        = agreed:earliest().from,
    second_review = second,
    assessment    = court_application:where(function(a)
      return a.further_assessment_until:on_or_after(as_at)
    end):latest().further_assessment_until,
  },

  -- An open application alone excuses nothing: the court must have directed the assessment. "Age
  -- dispute open" would excuse an unaccompanied child, but no list records one.
  explained_by = {
    { "the court has directed further assessment until {assessment}",
      when = court_application:where(function(a)
        return a.further_assessment_until:on_or_after(as_at)
      end):any() },
  },

  says     = "Came into care {clock}. A plan was due by the second review, {due}. {overdue} " ..
             "over. Plan: {plan}.",

  examples = {
    { "the day of the second review, no plan", as_at = "2021-10-29",
      given  = {
        legal_status = { { status = "C2", from = "2021-07-01" } },
        review = { { on = "2021-07-29" }, { on = "2021-10-29" } },
      },
      expect = { "due_soon", due = "2021-10-29" } },
    { "the day after", as_at = "2021-10-30",
      given  = {
        legal_status = { { status = "C2", from = "2021-07-01" } },
        review = { { on = "2021-07-29" }, { on = "2021-10-29" } },
      },
      expect = { "breach", due = "2021-10-29", days_over = 1 } },
    { "no second review: three months from the first", as_at = "2021-10-30",
      given  = {
        legal_status = { { status = "C2", from = "2021-07-01" } },
        review = { { on = "2021-07-29" } },
      },
      expect = { "breach", due = "2021-10-29" } },
    { "no review at all: three months from the day the first was due", as_at = "2021-10-30",
      given  = { legal_status = { { status = "C2", from = "2021-07-01" } } },
      expect = { "breach", due = "2021-10-29" } },
    { "twenty-nine days before is not amber yet", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2021-07-01" } },
        review = { { on = "2021-07-29" } },
      },
      expect = "on_track" },
    { "amber twenty-eight days before", as_at = "2021-10-01",
      given  = {
        legal_status = { { status = "C2", from = "2021-07-01" } },
        review = { { on = "2021-07-29" } },
      },
      expect = "due_soon" },
    { "a plan agreed in time", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-07-01" } },
        review = { { on = "2021-07-29" } },
        care_plan = { { plan = "LTFOST18+RETURN6M", from = "2021-10-29" } },
      },
      expect = "on_track" },
    { "a plan agreed late", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-07-01" } },
        review = { { on = "2021-07-29" } },
        care_plan = { { plan = "LTFOST18", from = "2021-11-01" } },
      },
      expect = { "met_late", days_over = 3 } },
    { "a plan with nothing ticked is none", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-07-01" } },
        review = { { on = "2021-07-29" } },
        care_plan = { { plan = "", from = "2021-08-01" } },
      },
      expect = "breach" },
    { "a plan that had ended by then", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-07-01" } },
        review = { { on = "2021-07-29" } },
        care_plan = { { plan = "RETURN1M", from = "2021-07-10", to = "2021-09-01" } },
      },
      expect = "breach" },
    { "the court has directed further assessment", as_at = "2021-11-15",
      given  = {
        legal_status = { { status = "C1", from = "2021-07-01" } },
        review = { { on = "2021-07-29" } },
        court_application = {
          { kind = "care", on = "2021-06-28", further_assessment_until = "2021-11-15" },
        },
      },
      expect = "explained" },
    { "an open application alone", as_at = "2021-11-15",
      given  = {
        legal_status = { { status = "C1", from = "2021-07-01" } },
        review = { { on = "2021-07-29" } },
        court_application = { { kind = "care", on = "2021-06-28" } },
      },
      expect = "breach" },
    { "first review not due yet", as_at = "2021-07-15",
      given  = { legal_status = { { status = "C2", from = "2021-07-01" } } },
      expect = "not_applicable" },
    { "placed for adoption", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-07-01" } },
        with_adopters = { { kind = "A6", from = "2021-08-01" } },
        review = { { on = "2021-07-29" } },
      },
      expect = "not_applicable" },
    { "no care plan list came", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-07-01" } },
        review = { { on = "2021-07-29" } },
      },
      not_supplied = { "care_plan" },
      expect = "cannot_decide" },
    { "the plan of an earlier period of care, left open", as_at = "2021-12-31",
      given  = {
        legal_status = {
          { status = "V2", from = "2020-01-10", to = "2020-06-01" },
          { status = "C2", from = "2021-07-01" },
        },
        care = {
          { from = "2020-01-10", to = "2020-06-01", ceased = "E4A" }, { from = "2021-07-01" },
        },
        review = { { on = "2021-07-29" } },
        care_plan = { { plan = "RETURN6M", from = "2020-01-20" } },
      },
      expect = "breach" },
  },
}
