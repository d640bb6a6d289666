local case     = require "lib.case"
local adoption = require "lib.adoption"

-- What was planned before the order does not count. A plan with nothing ticked leaves the clock without
-- a start, and that cannot be decided.
local plan_changed_on = adoption.plan_changed_since(case.placement_order.from)

local reversed_on  = case.decision_reversed_since_order.reversed
local legal_advice = action:within(days(28)):where(function(a)
  return a.action:contains "legal advice"
end)

return rule {
  title    = "Plan changed away from adoption, no application to revoke",
  why      = "The legal door stays open to adoption while the child's plan is something else.",
  source   = "Telford & Wrekin 2013, line 18: \"The application to revoke the Placement Order in " ..
             "these cases is more variable in terms of timeliness of approach\", line 30 " ..
             "\"agreeing timescales and identifying a pathway\"; Derby, Exit from Care, December " ..
             "2021, lines 188 and 208 [S]; Adoption and Children Act 2002 ss.18 to 29 [V], s.24 " ..
             "[K]. The limit is local [L]",
  to_be_confirmed = true,
  standing = "local",
  severity = "high",
  owner    = "legal team manager",

  applies  = all {
    case.looked_after_not_on_remand,
    case.on_placement_order,
    any {
      case.decision_reversed_since_order:known(),
      all { care_plan:current():known(), none { case.plan_is_adoption } },
    },
  },
  clock    = earliest_of(reversed_on, plan_changed_on),
  -- Telford was still agreeing a timescale: the number is the council's to set.
  limit    = within(setting { days(28), label = "Days to apply for revocation",
                              from = days(7), to = days(182) }),
  amber    = days(14),
  stops    = case.day_revocation_was_lodged,

  facts    = {
    plan          = case.plan,
    reversed      = reversed_on,
    ratified      = adoption.first_plan_without.reviewed,  -- blank: not ratified at a review
    with_adopters = case.start_with_adopters, -- if so, the legal view differs
    advice        = legal_advice:latest().on,
  },

  explained_by = {
    { "legal advice requested on {advice}", when = legal_advice:any() },
  },

  says     = "Plan changed away from adoption {clock} (agreed at review: {ratified}; decision " ..
             "reversed: {reversed}). {overdue} past {limit}. Plan: {plan}.",

  examples = {
    { "twenty-eight days, not lodged", as_at = "2021-08-29",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        care_plan = {
          { plan = "ADOPTION", from = "2021-01-01", to = "2021-08-01" },
          { plan = "LTFOST18", from = "2021-08-01", reviewed = "2021-08-01" },
        },
      },
      expect = { "due_soon", due = "2021-08-29" } },
    { "the day after", as_at = "2021-08-30",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        care_plan = {
          { plan = "ADOPTION", from = "2021-01-01", to = "2021-08-01" },
          { plan = "LTFOST18", from = "2021-08-01", reviewed = "2021-08-01" },
        },
      },
      expect = { "breach", days_over = 1 } },
    { "not amber before day fourteen", as_at = "2021-08-14",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        care_plan = { { plan = "LTFOST18", from = "2021-08-01" } },
      },
      expect = "on_track" },
    { "amber from day fourteen", as_at = "2021-08-15",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        care_plan = { { plan = "LTFOST18", from = "2021-08-01" } },
      },
      expect = "due_soon" },
    { "the reversal came before the review: the earlier counts", as_at = "2021-08-30",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        adoption_decision = { { on = "2020-12-01", reversed = "2021-07-20" } },
        care_plan = {
          { plan = "ADOPTION", from = "2021-01-01", to = "2021-08-01" },
          { plan = "LTFOST18", from = "2021-08-01" },
        },
      },
      expect = { "breach", due = "2021-08-17" } },
    { "lodged in time", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        care_plan = { { plan = "LTFOST18", from = "2021-08-01" } },
        court_application = { { kind = "revocation", on = "2021-08-29" } },
      },
      expect = "on_track" },
    { "lodged late", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        care_plan = { { plan = "LTFOST18", from = "2021-08-01" } },
        court_application = { { kind = "revocation", on = "2021-09-02" } },
      },
      expect = { "met_late", days_over = 4 } },
    { "lodged and withdrawn", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        care_plan = { { plan = "LTFOST18", from = "2021-08-01" } },
        court_application = { { kind = "revocation", on = "2021-08-20", outcome = "withdrawn" } },
      },
      expect = "breach" },
    { "legal advice requested", as_at = "2021-09-15",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        care_plan = { { plan = "LTFOST18", from = "2021-08-01" } },
        action = { { action = "legal advice requested", on = "2021-08-20" } },
      },
      expect = "explained" },
    { "legal advice requested twenty-eight days ago", as_at = "2021-09-17",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        care_plan = { { plan = "LTFOST18", from = "2021-08-01" } },
        action = { { action = "legal advice requested", on = "2021-08-20" } },
      },
      expect = "breach" },
    { "adoption beside another plan is still adoption", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        care_plan = { { plan = "ADOPTION+LTFOST18", from = "2021-08-01" } },
      },
      expect = "not_applicable" },
    { "a reversal before the present order", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        adoption_decision = {
          { on = "2019-05-01", reversed = "2020-01-15" }, { on = "2020-12-01" },
        },
      },
      expect = "not_applicable" },
    { "the plan went blank", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        care_plan = {
          { plan = "ADOPTION", from = "2021-01-01", to = "2021-08-01" },
          { plan = "", from = "2021-08-01" },
        },
      },
      expect = "cannot_decide" },
    { "no care plan list, no reversal", as_at = "2021-12-31",
      given  = { legal_status = { { status = "E1", from = "2021-01-10" } } },
      not_supplied = { "care_plan" },
      expect = "cannot_decide" },
    { "no care plan list, reversed: late at least from the reversal", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        adoption_decision = { { on = "2020-12-01", reversed = "2021-07-20" } },
      },
      not_supplied = { "care_plan" },
      expect = "breach" },
    { "no court list, past the limit", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        care_plan = { { plan = "LTFOST18", from = "2021-08-01" } },
      },
      not_supplied = { "court_application" },
      expect = "cannot_decide" },
  },
}
