local case     = require "lib.case"
local planning = require "lib.planning"

local single_agreed = action:where(function(a)
  return a.action:contains "single plan"
end):within(last(setting { months(6), label = "Months for which the agreement holds",
                           from = months(1), to = months(12) }))

return rule {
  title    = "Only one plan being pursued during proceedings",
  why      = "Family options tried one after another, with no contingency, cost the child time.",
  source   = "Middlesbrough 2022, line 16 \"lack of parallel planning, which creates delay\", line " ..
             "21 \"Family arrangements are pursued sequentially, and for too long\" [S]. The limit " ..
             "is local [L]",
  standing = "local",
  severity = "medium",
  owner    = "social work team manager",

  -- The care plan is a looked-after child's, so children at home under an application are not asked
  -- about. The final order ends proceedings; the child stays, in time or late, in this period of care.
  applies  = all {
    case.looked_after_not_on_remand,
    any {
      planning.interim_orders:any(),
      all { care_proceedings:supplied(), planning.care_applications:any() },
    },
  },
  clock    = planning.start_of_proceedings,
  limit    = reaches(setting { days(84), label = "Days in proceedings with one plan",
                               from = days(28), to = days(182) }),
  amber    = days(28),
  stops    = earliest_of(
    planning.start_of_parallel_plans, planning.day_early_permanence_was_decided, planning.day_of_final_order
  ),

  facts    = {
    plan     = case.plan,
    parallel = planning.start_of_parallel_plans,
    ended    = planning.day_of_final_order,
    agreed   = single_agreed:latest().on,
  },

  -- The reviewing officer's view that one plan is right is looked at again every six months.
  explained_by = {
    { "one plan agreed to be right, recorded on {agreed}", when = single_agreed:any() },
  },

  says     = "Proceedings began {clock}, final order: {ended}. Two plans side by side since: " ..
             "{parallel}. {overdue} past {limit}. Plan now: {plan}.",

  examples = {
    { "the day before twelve weeks", as_at = "2021-06-23",
      given  = {
        legal_status = { { status = "C1", from = "2021-04-08" } },
        care_proceedings = { { kind = "care", on = "2021-04-01" } },
        care_plan = { { plan = "RETURN6M", from = "2021-04-20" } },
      },
      expect = "due_soon" },
    { "twelve weeks to the day", as_at = "2021-06-24",
      given  = {
        legal_status = { { status = "C1", from = "2021-04-08" } },
        care_proceedings = { { kind = "care", on = "2021-04-01" } },
        care_plan = { { plan = "RETURN6M", from = "2021-04-20" } },
      },
      expect = { "breach", due = "2021-06-24", clock = "2021-04-01" } },
    { "not amber on day 55", as_at = "2021-05-26",
      given  = {
        legal_status = { { status = "C1", from = "2021-04-08" } },
        care_proceedings = { { kind = "care", on = "2021-04-01" } },
      },
      expect = "on_track" },
    { "amber from day 56", as_at = "2021-05-27",
      given  = {
        legal_status = { { status = "C1", from = "2021-04-08" } },
        care_proceedings = { { kind = "care", on = "2021-04-01" } },
      },
      expect = "due_soon" },
    { "two plans in time, saved again later", as_at = "2021-08-31",
      given  = {
        legal_status = { { status = "C1", from = "2021-04-08" } },
        care_proceedings = { { kind = "care", on = "2021-04-01" } },
        care_plan = { { plan = "RETURN6M+ADOPTION", from = "2021-05-20", to = "2021-07-20" },
                      { plan = "LTRELFR+ADOPTION", from = "2021-07-20" } },
      },
      expect = "on_track" },
    { "two plans, late", as_at = "2021-08-31",
      given  = {
        legal_status = { { status = "C1", from = "2021-04-08" } },
        care_proceedings = { { kind = "care", on = "2021-04-01" } },
        care_plan = { { plan = "RETURN6M", from = "2021-04-20", to = "2021-07-01" },
                      { plan = "RETURN6M+ADOPTION", from = "2021-07-01" } },
      },
      expect = { "met_late", days_over = 7 } },
    { "two plans once, one plan now", as_at = "2021-08-31",
      given  = {
        legal_status = { { status = "C1", from = "2021-04-08" } },
        care_proceedings = { { kind = "care", on = "2021-04-01" } },
        care_plan = { { plan = "RETURN6M+ADOPTION", from = "2021-04-20", to = "2021-07-01" },
                      { plan = "RETURN6M", from = "2021-07-01" } },
      },
      expect = "breach" },
    { "early permanence decided", as_at = "2021-08-31",
      given  = {
        legal_status = { { status = "C1", from = "2021-04-08" } },
        care_proceedings = { { kind = "care", on = "2021-04-01" } },
        early_permanence = { { decided = "2021-05-03" } },
      },
      expect = "on_track" },
    { "one plan agreed to be right", as_at = "2021-08-31",
      given  = {
        legal_status = { { status = "C1", from = "2021-04-08" } },
        care_proceedings = { { kind = "care", on = "2021-04-01" } },
        care_plan = { { plan = "RETURN6M", from = "2021-04-20" } },
        action = { { action = "IRO: single plan agreed", on = "2021-06-10" } },
      },
      expect = "explained" },
    { "that agreement is six months old", as_at = "2021-12-10",
      given  = {
        legal_status = { { status = "C1", from = "2021-04-08" } },
        care_proceedings = { { kind = "care", on = "2021-04-01" } },
        care_plan = { { plan = "RETURN6M", from = "2021-04-20" } },
        action = { { action = "IRO: single plan agreed", on = "2021-06-10" } },
      },
      expect = "breach" },
    { "final order in time", as_at = "2021-12-31",
      given  = {
        legal_status = {
          { status = "C1", from = "2021-04-08", to = "2021-06-20" },
          { status = "C2", from = "2021-06-20" },
        },
        care_proceedings = {
          { kind = "care", on = "2021-04-01", order_made = "2021-06-20", outcome = "granted" },
        },
      },
      expect = "on_track" },
    { "final order late, two plans in time", as_at = "2021-12-31",
      given  = {
        legal_status = {
          { status = "C1", from = "2021-04-08", to = "2021-09-20" },
          { status = "C2", from = "2021-09-20" },
        },
        care_proceedings = {
          { kind = "care", on = "2021-04-01", order_made = "2021-09-20", outcome = "granted" },
        },
        care_plan = { { plan = "RETURN6M+ADOPTION", from = "2021-05-20", to = "2021-09-20" },
                      { plan = "LTFOST18", from = "2021-09-20" } },
      },
      expect = "on_track" },
    { "final order late, one plan all the time", as_at = "2021-12-31",
      given  = {
        legal_status = {
          { status = "C1", from = "2021-04-08", to = "2021-09-20" },
          { status = "C2", from = "2021-09-20" },
        },
        care_proceedings = {
          { kind = "care", on = "2021-04-01", order_made = "2021-09-20", outcome = "granted" },
        },
        care_plan = { { plan = "LTFOST18", from = "2021-05-20" } },
      },
      expect = { "met_late", days_over = 88 } },
    { "no court list: from the interim order", as_at = "2021-07-01",
      given  = {
        legal_status = { { status = "C1", from = "2021-04-08" } },
        care_proceedings = { { status = "C1", on = "..2021-04-08" } },
        care_plan = { { plan = "RETURN6M", from = "2021-04-20" } },
      },
      not_supplied = { "court_application" },
      expect = "breach" },
    { "the interim order is not in the court list", as_at = "2021-07-01",
      given  = {
        legal_status = { { status = "C1", from = "2021-04-08" } },
        care_plan = { { plan = "RETURN6M", from = "2021-04-20" } },
      },
      expect = { "breach", clock = "2021-04-08" } },
    { "section 20, no application", as_at = "2021-07-01",
      given  = { legal_status = { { status = "V2", from = "2021-04-08" } } },
      expect = "not_applicable" },
    { "what was ticked is blank", as_at = "2021-07-01",
      given  = {
        legal_status = { { status = "C1", from = "2021-04-08" } },
        care_proceedings = { { kind = "care", on = "2021-04-01" } },
        care_plan = { { from = "2021-04-20" } },
      },
      expect = "cannot_decide" },
    { "no care plan list came", as_at = "2021-07-01",
      given  = {
        legal_status = { { status = "C1", from = "2021-04-08" } },
        care_proceedings = { { kind = "care", on = "2021-04-01" } },
      },
      not_supplied = { "care_plan" },
      expect = "cannot_decide" },
    { "the plans of an earlier period of care, left open", as_at = "2021-12-31",
      given  = {
        legal_status = {
          { status = "V2", from = "2019-01-10", to = "2019-09-01" },
          { status = "C1", from = "2021-06-30" },
        },
        care = {
          { from = "2019-01-10", to = "2019-09-01", ceased = "E4A" }, { from = "2021-06-30" },
        },
        care_proceedings = { { kind = "care", on = "2021-06-28" } },
        care_plan = { { plan = "RETURN6M+LTFOST18", from = "2019-02-20" } },
      },
      expect = "breach" },
  },
}
