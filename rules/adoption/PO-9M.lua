local case     = require "lib.case"
local adoption = require "lib.adoption"

return rule {
  title    = "Placement order for nine months or longer",
  why      = "Nine months after the order a child should be with adopters, or have a new plan.",
  source   = "Securing Permanence Group, Telford & Wrekin, September 2013, line 15: \"children " ..
             "subject of a Placement Order for 9 months or longer as per the Terms of Reference\" [S]",
  standing = "local",
  severity = "high",
  owner    = "adoption team manager",

  applies  = all {
    case.looked_after_not_on_remand,
    case.placement_order:known(),
  },
  clock    = adoption.day_of_order,
  limit    = reaches(setting { months(9), label = "Months after the order",
                               from = months(3), to = months(24) }),
  amber    = months(2),
  -- Adoption and leaving care take the child out of care, and so out of the rule; what is left is
  -- the order's own end, its revocation.
  stops    = case.placement_order.to,

  facts    = {
    plan        = case.plan,
    placed      = case.start_with_adopters,
    hearing     = case.day_of_adoption_hearing,
    application = case.adoption_application:earliest().on,
    revocation  = case.day_revocation_was_lodged,
  },

  -- The three cases of the report. Plan changed but no application lodged excuses nothing: that is
  -- PLAN-CHG-REVOKE as well.
  explained_by = {
    adoption.no_hearing_date_yet(),
    adoption.hearing_is_set(),
    { "plan changed, revocation of the order applied for on {revocation}",
      when = all {
        case.plan_changed_from_adoption,
        case.revocation_applications:any(),
      } },
  },

  says     = "Placement order made {clock}. {overdue} past {limit}. Plan: {plan}. " ..
             "With adopters since: {placed}.",

  examples = {
    { "the day before nine months", as_at = "2021-09-29",
      given  = { legal_status = { { status = "E1", from = "2020-12-30" } } }, expect = "due_soon" },
    { "nine months to the day", as_at = "2021-09-30",
      given  = { legal_status = { { status = "E1", from = "2020-12-30" } } },
      expect = { "breach", due = "2021-09-30" } },
    { "nine months from 31 May end on 28 February", as_at = "2022-02-28",
      given  = { legal_status = { { status = "E1", from = "2021-05-31" } } },
      expect = { "breach", due = "2022-02-28" } },
    { "two months before is not amber yet the day before that", as_at = "2021-07-29",
      given  = { legal_status = { { status = "E1", from = "2020-12-30" } } }, expect = "on_track" },
    { "amber from seven months", as_at = "2021-07-30",
      given  = { legal_status = { { status = "E1", from = "2020-12-30" } } }, expect = "due_soon" },
    { "the order began before the extract, not nine months yet", as_at = "2021-04-30",
      given  = { legal_status = { { status = "E1", from = "..2021-04-01" } } },
      expect = "cannot_decide" },
    { "the order began before the extract, nine months since its first visible day",
      as_at  = "2022-01-02",
      given  = { legal_status = { { status = "E1", from = "..2021-04-01" } } },
      expect = "breach" },
    { "the permanence table says the same day", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        permanence_record = { { placement_order = "2020-12-30" } },
      },
      expect = "breach" },
    { "the permanence table has an earlier day, and one is late and one is not", as_at = "2021-09-15",
      given  = {
        legal_status = {
          { status = "C1", from = "2020-06-01", to = "2020-12-30" },
          { status = "E1", from = "2020-12-30" },
        },
        permanence_record = { { placement_order = "2020-12-14" } },
      },
      expect = "cannot_decide" },
    { "the permanence table has an earlier day, late by both", as_at = "2021-09-30",
      given  = {
        legal_status = {
          { status = "C1", from = "2020-06-01", to = "2020-12-30" },
          { status = "E1", from = "2020-12-30" },
        },
        permanence_record = { { placement_order = "2020-12-14" } },
      },
      expect = { "breach", days_over = 0 } },
    { "the court list has a later day, and one is late and one is not", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        court_application = {
          { kind = "placement", on = "2020-10-01", order_made = "2021-01-04", outcome = "granted" },
        },
      },
      expect = "cannot_decide" },
    { "the order of an earlier period of care is another order", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        permanence_record = { { placement_order = "2016-05-10" } },
      },
      expect = "breach" },
    { "neither came: the episodes alone", as_at = "2021-09-30",
      given  = { legal_status = { { status = "E1", from = "2020-12-30" } } },
      not_supplied = { "permanence_record", "court_application" },
      expect = "breach" },
    { "the legal status is blank", as_at = "2021-09-30",
      given  = { legal_status = { { from = "2020-12-30" } } }, expect = "cannot_decide" },
    { "eighteen", as_at = "2021-09-30",
      given  = {
        child = { date_of_birth = "2003-09-30" },
        legal_status = { { status = "E1", from = "2020-12-30" } },
      },
      expect = "not_applicable" },
    { "never on a placement order", as_at = "2021-09-30",
      given  = { legal_status = { { status = "C2", from = "2018-01-01" } } },
      expect = "not_applicable" },
    { "revoked after seven months, still in care", as_at = "2021-12-31",
      given  = { legal_status = {
        { status = "E1", from = "2020-12-30", to = "2021-08-02" },
        { status = "C2", from = "2021-08-02" },
      } },
      expect = "on_track" },
    { "revoked after eleven months, still in care", as_at = "2021-12-31",
      given  = { legal_status = {
        { status = "E1", from = "2020-12-30", to = "2021-11-30" },
        { status = "C2", from = "2021-11-30" },
      } },
      expect = { "met_late", days_over = 61 } },
    { "revoked in September or October, perhaps in time", as_at = "2021-12-31",
      given  = {
        care = { { from = "2020-06-01" } },
        legal_status = {
          { status = "E1", from = "2020-12-30", to = "2021-09-01..2021-10-31" },
          { status = "C2", from = "2021-10-31" },
        },
      },
      expect = "cannot_decide" },
    { "adopted", as_at = "2021-12-31",
      given  = { legal_status = { { status = "E1", from = "2020-12-30", to = "2021-11-30" } } },
      expect = "not_applicable" },
    { "with adopters, application issued, no hearing date yet", as_at = "2021-10-15",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        with_adopters = { { kind = "A6", from = "2021-05-01" } },
        court_application = { { kind = "adoption", on = "2021-09-01" } },
      },
      expect = "explained" },
    { "with adopters, no application", as_at = "2021-10-15",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        with_adopters = { { kind = "A6", from = "2021-05-01" } },
      },
      expect = "breach" },
    { "the hearing is today", as_at = "2021-10-15",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        court_application = { { kind = "adoption", on = "2021-09-01", listed = "2021-10-15" } },
      },
      expect = "explained" },
    { "the hearing was yesterday and the child is not with adopters", as_at = "2021-10-16",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        court_application = { { kind = "adoption", on = "2021-09-01", listed = "2021-10-15" } },
      },
      expect = "breach" },
    { "plan changed and revocation applied for", as_at = "2021-10-15",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        care_plan = { { plan = "LTFOST18", from = "2021-08-01" } },
        court_application = { { kind = "revocation", on = "2021-08-20" } },
      },
      expect = "explained" },
    { "plan changed, nothing applied for", as_at = "2021-10-15",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        care_plan = { { plan = "LTFOST18", from = "2021-08-01" } },
      },
      expect = "breach" },
    { "no court list: a plain breach, reason not evidenced", as_at = "2021-10-15",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        with_adopters = { { kind = "A6", from = "2021-05-01" } },
      },
      not_supplied = { "court_application" },
      expect = "breach" },
    { "the hearing was yesterday, with adopters, and no result is recorded", as_at = "2021-10-16",
      given  = {
        legal_status = { { status = "E1", from = "2020-12-30" } },
        with_adopters = { { kind = "A6", from = "2021-05-01" } },
        court_application = { { kind = "adoption", on = "2021-09-01", listed = "2021-10-15" } },
      },
      expect = "breach" },
    { "the application was by adopters whom the child has left", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-07-01" } },
        with_adopters = {
          { kind = "A6", from = "2020-11-01", to = "2021-07-01" },
          { kind = "A6", from = "2021-11-01" },
        },
        court_application = { { kind = "adoption", on = "2021-04-01" } },
      },
      expect = "breach" },
  },
}
