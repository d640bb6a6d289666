local case     = require "lib.case"
local adoption = require "lib.adoption"

return rule {
  title    = "Placement order, not adopted within twelve months",
  why      = "A year after the order the child should belong to a family for good, or it should be " ..
             "known why not.",
  source   = "Middlesbrough 2022, line 112: \"The number of days between a Placement Order being " ..
             "granted and a child being adopted has reduced from 558 in 2019/20 to 342 in 2021/22\" " ..
             "[S]. That is an average over adopted children; the limit for one child is local [L]. " ..
             "Not to be compared with DfE indicator A2, which ends at the match",
  standing = "local",
  severity = "medium",
  owner    = "adoption team manager",

  -- Adoption still the plan: the order is in force and neither a reversal nor an agreed plan without
  -- adoption says otherwise. Without a care plan list the order speaks for itself. Adopted, the child
  -- has left care and so the rule; revoked, or with another plan, PLAN-CHG-REVOKE and CHG-NOREV ask.
  applies  = all {
    case.looked_after_not_on_remand,
    case.on_placement_order,
    none { case.decision_reversed_since_order:known() },
    none { all { care_plan:supplied(), case.plan_agreed, none { case.plan_is_adoption } } },
  },
  clock    = adoption.day_of_order,
  limit    = reaches(setting { months(12), label = "Months from placement order to adoption",
                               from = months(6), to = months(24) }),
  amber    = months(2),
  -- Nothing stops the clock that does not take the child out of the rule: the order ends with the
  -- adoption, and then the child is no longer looked after.

  facts    = {
    plan        = case.plan,
    placed      = case.start_with_adopters,
    matched     = adoption.family_matches:earliest().on,
    hearing     = case.day_of_adoption_hearing,
    application = case.adoption_application:earliest().on,
  },

  explained_by = { adoption.no_hearing_date_yet(), adoption.hearing_is_set() },

  says     = "Placement order made {clock}, not adopted. {overdue} past {limit}. Matched: {matched}. " ..
             "With adopters since: {placed}.",

  examples = {
    { "the day before twelve months", as_at = "2021-09-29",
      given  = { legal_status = { { status = "E1", from = "2020-09-30" } } }, expect = "due_soon" },
    { "twelve months to the day", as_at = "2021-09-30",
      given  = { legal_status = { { status = "E1", from = "2020-09-30" } } },
      expect = { "breach", due = "2021-09-30", days_over = 0 } },
    { "not amber before ten months", as_at = "2021-07-29",
      given  = { legal_status = { { status = "E1", from = "2020-09-30" } } }, expect = "on_track" },
    { "amber from ten months", as_at = "2021-07-30",
      given  = { legal_status = { { status = "E1", from = "2020-09-30" } } }, expect = "due_soon" },
    { "adopted, left care", as_at = "2021-12-31",
      given  = { legal_status = { { status = "E1", from = "2020-09-30", to = "2021-11-30" } } },
      expect = "not_applicable" },
    { "revoked, still in care", as_at = "2021-12-31",
      given  = { legal_status = {
        { status = "E1", from = "2020-09-30", to = "2021-11-30" },
        { status = "C2", from = "2021-11-30" },
      } },
      expect = "not_applicable" },
    { "the plan is no longer adoption", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-09-30" } },
        care_plan = { { plan = "LTFOST18", from = "2021-08-01" } },
      },
      expect = "not_applicable" },
    { "the plan is adoption beside another", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-09-30" } },
        care_plan = { { plan = "ADOPTION+LTFOST18", from = "2021-08-01" } },
      },
      expect = "breach" },
    { "the decision was reversed since the order", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-09-30" } },
        adoption_decision = { { on = "2020-05-01", reversed = "2021-08-01" } },
      },
      expect = "not_applicable" },
    { "no care plan list: the order is the plan", as_at = "2021-12-31",
      given  = { legal_status = { { status = "E1", from = "2020-09-30" } } },
      not_supplied = { "care_plan" },
      expect = "breach" },
    { "no list of decisions: a reversal could have been made", as_at = "2021-12-31",
      given  = { legal_status = { { status = "E1", from = "2020-09-30" } } },
      not_supplied = { "adoption_decision" },
      expect = "cannot_decide" },
    { "with adopters, application issued, no hearing date yet", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-09-30" } },
        with_adopters = { { kind = "A6", from = "2021-05-01" } },
        court_application = { { kind = "adoption", on = "2021-11-01" } },
      },
      expect = "explained" },
    { "with adopters, no application", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-09-30" } },
        with_adopters = { { kind = "A6", from = "2021-05-01" } },
      },
      expect = "breach" },
    { "the hearing is today", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-09-30" } },
        court_application = { { kind = "adoption", on = "2021-11-01", listed = "2021-12-31" } },
      },
      expect = "explained" },
    { "the hearing was yesterday and the child is not with adopters", as_at = "2022-01-01",
      given  = {
        legal_status = { { status = "E1", from = "2020-09-30" } },
        court_application = { { kind = "adoption", on = "2021-11-01", listed = "2021-12-31" } },
      },
      expect = "breach" },
    { "no court list: a plain breach, reason not evidenced", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-09-30" } },
        with_adopters = { { kind = "A6", from = "2021-05-01" } },
      },
      not_supplied = { "court_application" },
      expect = "breach" },
    { "the order began before the extract", as_at = "2021-10-31",
      given  = { legal_status = { { status = "E1", from = "..2021-04-01" } } },
      expect = "cannot_decide" },
    { "the order began before the extract, twelve months since its first visible day",
      as_at  = "2022-04-01",
      given  = { legal_status = { { status = "E1", from = "..2021-04-01" } } },
      expect = "breach" },
    { "eighteen", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2003-12-31" },
        legal_status = { { status = "E1", from = "2020-09-30" } },
      },
      expect = "not_applicable" },
  },
}
