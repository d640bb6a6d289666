local case    = require "lib.case"
local actions = require "lib.actions"
local sgo     = require "lib.guardianship"

local in_court = court_application:where(function(a)
  return all {
    a.kind:is("sgo", "cao"),
    a.on:on_or_after(case.start_with_carer),
    any { a.outcome:missing(), a.outcome:is "granted" },
  }
end):earliest_of "on"

local declined = actions.called { "special guardianship declined", "SGO declined", "CAO declined" }
  :within(last(months(12))):where(function(a) return a.on:on_or_after(case.start_with_carer) end)

return rule {
  title    = "Settled with the same carer, special guardianship or child arrangements not considered",
  why      = "Children settled with carers who could care for them outside the system.",
  source   = "Derby, Exit from Care, December 2021, line 163 \"tracks potential SGO placements " ..
             "through identifying stable foster placements\", line 175 \"explore the use of CAO's\"; " ..
             "Telford & Wrekin 2013, line 34 \"a number of children who might benefit have been " ..
             "identified\"; Durham 2018, line 60; Middlesbrough 2022, line 23 [S]. The limit is " ..
             "local [L]",
  standing = "local",
  severity = "low",
  owner    = "fostering team manager",

  -- Without a care plan list the plan may be adoption: that cannot be decided.
  applies  = all {
    case.looked_after_not_on_remand,
    case.status:is("C2", "V2"),
    case.placement_type:is("U1", "U3", "U4", "U6"),
    none { case.plan_is_adoption },
    -- A case on the list without a day has been considered; SGO-STAGE1 asks for its dates.
    none { sgo.on_the_list_without_a_day },
  },
  clock    = latest_of(case.start_with_carer, sgo.last_considered),
  limit    = reaches(setting { months(12), label = "Months with the carer, or since last considered",
                               from = months(6), to = months(24) }),
  amber    = months(2),
  stops    = choose {
    { court_application:supplied(), earliest_of(sgo.taken_up, in_court) },
    otherwise = sgo.taken_up,
  },

  facts    = {
    carer_since = case.start_with_carer,
    considered  = sgo.last_considered,
    taken_up    = sgo.taken_up,
    declined    = declined:latest_of "on",
    plan        = case.plan,
  },

  explained_by = {
    { "the carer or the child said no, recorded on {declined}", when = declined:any() },
  },

  says     = "With this carer since {carer_since}. Special guardianship or child arrangements last " ..
             "considered: {considered}, taken up: {taken_up}. Due {due}, {overdue} over. Plan: {plan}.",

  examples = {
    { "the day before twelve months", as_at = "2021-09-29",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U4", from = "2020-09-30" } },
        carer = { { kind = "U4", from = "2020-09-30" } },
      },
      expect = { "due_soon", due = "2021-09-30" } },
    { "twelve months to the day", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U4", from = "2020-09-30" } },
        carer = { { kind = "U4", from = "2020-09-30" } },
      },
      expect = { "breach", days_over = 0 } },
    { "not amber before ten months", as_at = "2021-07-29",
      given  = {
        legal_status = { { status = "V2", from = "2019-01-10" } },
        placement = { { kind = "U1", from = "2020-09-30" } },
        carer = { { kind = "U1", from = "2020-09-30" } },
      },
      expect = "on_track" },
    { "amber from ten months", as_at = "2021-07-30",
      given  = {
        legal_status = { { status = "V2", from = "2019-01-10" } },
        placement = { { kind = "U1", from = "2020-09-30" } },
        carer = { { kind = "U1", from = "2020-09-30" } },
      },
      expect = "due_soon" },
    { "referred in time", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U3", from = "2020-09-30" } },
        carer = { { kind = "U3", from = "2020-09-30" } },
        guardianship = { { case_id = "G1", referred = "2021-09-01" } },
      },
      expect = "on_track" },
    { "referred late", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U3", from = "2020-09-30" } },
        carer = { { kind = "U3", from = "2020-09-30" } },
        guardianship = { { case_id = "G1", referred = "2021-10-10" } },
      },
      expect = { "met_late", days_over = 10 } },
    { "on the list without a day", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U3", from = "2020-09-30" } },
        carer = { { kind = "U3", from = "2020-09-30" } },
        guardianship = { { case_id = "G1" } },
      },
      expect = "not_applicable" },
    { "a case that led to an order in an earlier period of care", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U3", from = "2020-09-30" } },
        carer = { { kind = "U3", from = "2020-09-30" } },
        guardianship = { { case_id = "G1", referred = "2016-02-01", granted = "2016-11-01" } },
      },
      expect = "breach" },
    { "an old case that nobody closed", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U3", from = "2020-09-30" } },
        carer = { { kind = "U3", from = "2020-09-30" } },
        guardianship = { { case_id = "G1", referred = "2016-02-01" } },
      },
      expect = "breach" },
    { "the carer before said no", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U4", from = "2020-12-31" } },
        carer = { { kind = "U4", from = "2020-12-31" } },
        action = { { action = "Special guardianship declined by carer", on = "2020-12-30" } },
      },
      expect = "breach" },
    { "withdrawn: the question comes back in a year", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U3", from = "2020-09-30" } },
        carer = { { kind = "U3", from = "2020-09-30" } },
        guardianship = { { case_id = "G1", referred = "2021-01-01", withdrawn = "2021-03-01" } },
      },
      expect = { "on_track", due = "2022-03-01" } },
    { "considered, not suitable, more than a year ago", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U3", from = "2019-09-30" } },
        carer = { { kind = "U3", from = "2019-09-30" } },
        action = { { action = "SGO considered, not suitable", on = "2020-10-01", done = "2020-10-15" } },
      },
      expect = { "breach", due = "2021-10-15" } },
    { "application for a child arrangements order", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U3", from = "2020-09-30" } },
        carer = { { kind = "U3", from = "2020-09-30" } },
        court_application = { { kind = "cao", on = "2021-09-15" } },
      },
      expect = "on_track" },
    { "the carer said no this year", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U4", from = "2020-09-30" } },
        carer = { { kind = "U4", from = "2020-09-30" } },
        action = { { action = "Special guardianship declined by carer", on = "2021-05-01" } },
      },
      expect = "explained" },
    { "the carer said no twelve months ago", as_at = "2022-05-01",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U4", from = "2020-09-30" } },
        carer = { { kind = "U4", from = "2020-09-30" } },
        action = { { action = "Special guardianship declined by carer", on = "2021-05-01" } },
      },
      expect = "breach" },
    { "plan of adoption", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-09-30" } },
        carer = { { kind = "U6", from = "2020-09-30" } },
        care_plan = { { plan = "ADOPTION", from = "2021-01-01" } },
      },
      expect = "not_applicable" },
    { "the carer's start lies before the extract", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "..2021-04-01" } },
        carer = { { kind = "U6", from = "..2021-04-01" } },
      },
      expect = "cannot_decide" },
    { "the same carer cannot be told", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-09-30" } },
      },
      not_supplied = { "carer" },
      expect = "cannot_decide" },
    { "no special guardianship list, twelve months passed", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-09-30" } },
        carer = { { kind = "U6", from = "2020-09-30" } },
      },
      not_supplied = { "guardianship" },
      expect = "cannot_decide" },
    { "no special guardianship list, not due yet", as_at = "2021-06-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-09-30" } },
        carer = { { kind = "U6", from = "2020-09-30" } },
      },
      not_supplied = { "guardianship" },
      expect = "on_track" },
    { "no court list and no action list", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-09-30" } },
        carer = { { kind = "U6", from = "2020-09-30" } },
      },
      not_supplied = { "court_application", "action" },
      expect = "breach" },
    { "no care plan list", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-09-30" } },
        carer = { { kind = "U6", from = "2020-09-30" } },
      },
      not_supplied = { "care_plan" },
      expect = "cannot_decide" },
  },
}
