local adoption = require "lib.adoption"
local case     = require "lib.case"
local planning = require "lib.planning"

local eventual_limit = setting { months(12), label = "Months for an eventual return",
                                 from = months(6), to = months(24) }

-- How many months an eventual return was given no list records. Until the longest have passed it
-- cannot be told whether they have.
local months_are_known = any {
  case.plan:includes("RETURN1M", "RETURN6M"),
  (planning.start_of_plan_for_eventual_return + eventual_limit):before(as_at),
  case.cannot_be_told,
}

local pending = court_application:where(function(a)
  return all {
    a.order_made:missing(), a.outcome:missing(),
    a.kind:is("care", "supervision", "discharge", "cao"),
    adoption.has_hearing_ahead(a),
  }
end)

return rule {
  title    = "Return-home plan not carried out in its own time",
  why      = "A plan to return in one month that is five months old is drift by definition.",
  source   = "Plan keys of the Standard Safeguarding Dataset [V]: the limit is the plan's own. " ..
             "Derby, Exit from Care, December 2021, line 161 \"longer term plans to achieve " ..
             "reunifications\"; Middlesbrough 2022, line 62, focus on reunification, line 14 \"come " ..
             "into care too late\" [S]. Twelve months for an eventual return are local [L]",
  standing = "local",
  severity = "high",
  owner    = "social work team manager",

  -- A child who went home to live while the plan ran stays, in time or late. One who was at home
  -- before the plan began is not asked about, and neither is one whose plan is no longer to return
  -- or was left open when an earlier period of care ended.
  applies  = all {
    case.looked_after_not_on_remand,
    none { case.with_adopters },
    case.plan_is_return,
    case.after_earlier_care(care_plan:current().from),
    any { none { case.at_home }, case.start_at_home:on_or_after(planning.start_of_plan_to_return) },
    months_are_known,
  },
  clock    = planning.start_of_plan_to_return,
  limit    = choose {
    { case.plan:includes "RETURN1M", within(months(1), { amber = days(7) }) },
    { case.plan:includes "RETURN6M", within(months(6)) },
    otherwise = within(eventual_limit),
  },
  amber    = days(28),
  stops    = case.start_at_home,

  facts    = { plan = case.plan, hearing = adoption.hearing_ahead(pending:latest()) },

  explained_by = {
    { "a hearing on the child's future is set for {hearing}", when = pending:any() },
  },

  says     = "Plan to return home ({plan}) since {clock}, by {due}. {overdue} past {limit}.",

  examples = {
    { "one month, eight days before is not amber yet", as_at = "2021-09-22",
      given  = {
        legal_status = { { status = "V2", from = "2021-06-01" } },
        care_plan = { { plan = "RETURN1M", from = "2021-08-30" } },
      },
      expect = "on_track" },
    { "one month, the last day", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "V2", from = "2021-06-01" } },
        care_plan = { { plan = "RETURN1M", from = "2021-08-30" } },
      },
      expect = { "due_soon", due = "2021-09-30" } },
    { "one month, the day after, saved again in between", as_at = "2021-10-01",
      given  = {
        legal_status = { { status = "V2", from = "2021-06-01" } },
        care_plan = { { plan = "RETURN1M", from = "2021-08-30", to = "2021-09-15" },
                      { plan = "RETURN1M", from = "2021-09-15" } },
      },
      expect = { "breach", clock = "2021-08-30", days_over = 1 } },
    { "six months, not amber yet", as_at = "2021-09-01",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-01" } },
        care_plan = { { plan = "RETURN6M", from = "2021-03-30" } },
      },
      expect = "on_track" },
    { "six months, amber 28 days before", as_at = "2021-09-02",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-01" } },
        care_plan = { { plan = "RETURN6M", from = "2021-03-30" } },
      },
      expect = "due_soon" },
    { "six months passed", as_at = "2021-10-01",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-01" } },
        care_plan = { { plan = "RETURN6M", from = "2021-03-30" } },
      },
      expect = { "breach", due = "2021-09-30" } },
    { "an eventual return, its months not recorded", as_at = "2021-10-01",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-01" } },
        care_plan = { { plan = "RETURNEV", from = "2021-03-30" } },
      },
      expect = "cannot_decide" },
    { "an eventual return, twelve months passed", as_at = "2022-03-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-01" } },
        care_plan = { { plan = "RETURNEV", from = "2021-03-30" } },
      },
      expect = "breach" },
    { "home in time", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-01" } },
        at_home = { { kind = "P1", from = "2021-09-30" } },
        care_plan = { { plan = "RETURN6M", from = "2021-03-30" } },
      },
      expect = "on_track" },
    { "home late", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-01" } },
        at_home = { { kind = "P1", from = "2021-10-10" } },
        care_plan = { { plan = "RETURN6M", from = "2021-03-30" } },
      },
      expect = { "met_late", days_over = 10 } },
    { "at home before the plan", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-01" } },
        at_home = { { kind = "P1", from = "2021-02-10" } },
        care_plan = { { plan = "RETURN6M", from = "2021-03-30" } },
      },
      expect = "not_applicable" },
    { "a hearing on the plan is ahead", as_at = "2021-10-01",
      given  = {
        legal_status = { { status = "C1", from = "2021-01-01" } },
        care_plan = { { plan = "RETURN6M", from = "2021-03-30" } },
        court_application = { { kind = "care", on = "2020-12-28", next_hearing = "2021-10-01" } },
      },
      expect = "explained" },
    { "that hearing has passed", as_at = "2021-10-02",
      given  = {
        legal_status = { { status = "C1", from = "2021-01-01" } },
        care_plan = { { plan = "RETURN6M", from = "2021-03-30" } },
        court_application = { { kind = "care", on = "2020-12-28", next_hearing = "2021-10-01" } },
      },
      expect = "breach" },
    { "the plan is no longer to return", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-01" } },
        care_plan = { { plan = "RETURN6M", from = "2021-03-30", to = "2021-11-01" },
                      { plan = "LTFOST18", from = "2021-11-01" } },
      },
      expect = "not_applicable" },
    { "went home for good", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-01", to = "2021-11-01" } },
        care_plan = { { plan = "RETURN6M", from = "2021-03-30" } },
      },
      expect = "not_applicable" },
    { "no care plan list came", as_at = "2021-12-31",
      given  = { legal_status = { { status = "C2", from = "2021-01-01" } } },
      not_supplied = { "care_plan" },
      expect = "cannot_decide" },
    { "the day of the plan is blank", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-01" } },
        care_plan = { { plan = "RETURN6M" } },
      },
      expect = "cannot_decide" },
    { "saved again, the earlier row ended the day before", as_at = "2021-10-01",
      given  = {
        legal_status = { { status = "V2", from = "2021-06-01" } },
        care_plan = { { plan = "RETURN1M", from = "2021-08-30", to = "2021-09-14" },
                      { plan = "RETURN1M", from = "2021-09-15" } },
      },
      expect = { "breach", clock = "2021-08-30", days_over = 1 } },
    { "the plan of an earlier period of care, left open", as_at = "2021-12-31",
      given  = {
        legal_status = {
          { status = "V2", from = "2019-01-10", to = "2019-09-01" },
          { status = "C1", from = "2021-11-30" },
        },
        care = {
          { from = "2019-01-10", to = "2019-09-01", ceased = "E4A" }, { from = "2021-11-30" },
        },
        care_plan = { { plan = "RETURN6M", from = "2019-02-20" } },
      },
      expect = "not_applicable" },
  },
}
