local case   = require "lib.case"
local health = require "lib.health"

local refused = health.refusals_since(case.start_of_care)

return rule {
  title    = "Initial health assessment late",
  why      = "Health needs must be known by the first review.",
  source   = "Care Planning, Placement and Case Review Regulations 2010 reg 7(1) and (2) [K]; " ..
             "procedures that restate it and the 2015 guidance (tri.x glossary, City of London) " ..
             "[V]; Derby minutes 9 December 2021, lines 118 to 120, health and dentistry, line 20 " ..
             "\"Designated Nurse\" [S]",
  to_be_confirmed = true,
  standing = "statutory",
  severity = "high",
  owner    = "health team manager",

  -- Assessed in the three months before coming into care: no initial one is due. Without a health
  -- list the child is in the rule all the same: nothing is late before the day has passed.
  applies  = all {
    health.looked_after_not_placed,
    none { all { health_check:supplied(), health.assessed_shortly_before } },
  },
  clock    = case.start_of_care,
  limit    = within(working_days(20)),
  amber    = working_days(5),
  stops    = health.day_of_first_assessment,

  facts    = { assessed = health.day_of_first_assessment, refused = refused:latest().on },

  explained_by = {
    { "the young person refused on {refused}", when = refused:any() },
  },

  says     = "Came into care {clock}. Initial health assessment due {due}, done: {assessed}. " ..
             "{overdue} past {limit}.",

  examples = {
    { "the twentieth working day", as_at = "2021-07-29",
      given  = { legal_status = { { status = "V2", from = "2021-07-01" } } },
      expect = { "due_soon", due = "2021-07-29" } },
    { "the day after", as_at = "2021-07-30",
      given  = { legal_status = { { status = "V2", from = "2021-07-01" } } },
      expect = { "breach", days_over = 1 } },
    { "six working days before is not amber yet", as_at = "2021-07-21",
      given  = { legal_status = { { status = "V2", from = "2021-07-01" } } }, expect = "on_track" },
    { "amber five working days before", as_at = "2021-07-22",
      given  = { legal_status = { { status = "V2", from = "2021-07-01" } } }, expect = "due_soon" },
    { "done in time", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "V2", from = "2021-07-01" } },
        health_check = { { kind = "INITIAL", on = "2021-07-29", status = "COMPLETED" } },
      },
      expect = "on_track" },
    { "done late", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "V2", from = "2021-07-01" } },
        health_check = { { kind = "ASSESSMENT", on = "2021-08-05", status = "COMPLETED" } },
      },
      expect = { "met_late", days_over = 7 } },
    { "assessed just before coming in", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "V2", from = "2021-07-01" } },
        health_check = { { kind = "ASSESSMENT", on = "2021-04-01", status = "COMPLETED" } },
      },
      expect = "not_applicable" },
    { "assessed more than three months before coming in", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "V2", from = "2021-07-01" } },
        health_check = { { kind = "ASSESSMENT", on = "2021-03-31", status = "COMPLETED" } },
      },
      expect = "breach" },
    { "a dental check is not an assessment", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "V2", from = "2021-07-01" } },
        health_check = { { kind = "DENTAL", on = "2021-07-10", status = "COMPLETED" } },
      },
      expect = "breach" },
    { "planned is not done", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "V2", from = "2021-07-01" } },
        health_check = { { kind = "INITIAL", on = "2021-07-10", status = "PLANNED" } },
      },
      expect = "breach" },
    { "refused", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "V2", from = "2021-07-01" } },
        health_check = { { kind = "INITIAL", on = "2021-07-20", status = "REFUSED" } },
      },
      expect = "explained" },
    { "refused six months ago to the day", as_at = "2022-01-20",
      given  = {
        legal_status = { { status = "V2", from = "2021-07-01" } },
        health_check = { { kind = "INITIAL", on = "2021-07-20", status = "REFUSED" } },
      },
      expect = "breach" },
    { "the status is blank", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "V2", from = "2021-07-01" } },
        health_check = { { kind = "INITIAL", on = "2021-07-20" } },
      },
      expect = "cannot_decide" },
    { "only a review assessment on record", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "V2", from = "2020-07-01" } },
        health_check = { { kind = "REVIEW", on = "2021-07-20", status = "COMPLETED" } },
      },
      expect = "cannot_decide" },
    { "no health list (the return alone)", as_at = "2021-09-30",
      given  = { legal_status = { { status = "V2", from = "2021-07-01" } } },
      not_supplied = { "health_check" },
      expect = "cannot_decide" },
    { "no health list, nothing is due yet", as_at = "2021-07-12",
      given  = { legal_status = { { status = "V2", from = "2021-07-01" } } },
      not_supplied = { "health_check" },
      expect = "on_track" },
    { "placed for adoption", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "E1", from = "2021-07-01" } },
        with_adopters = { { kind = "A6", from = "2021-08-01" } },
      },
      expect = "not_applicable" },
    { "remanded", as_at = "2021-09-30",
      given  = { legal_status = { { status = "J1", from = "2021-07-01" } } },
      expect = "breach" },
    { "short break", as_at = "2021-09-30",
      given  = { legal_status = { { status = "V3", from = "2021-07-01" } } },
      expect = "not_applicable" },
    { "came into care before the extract, for certain too long ago", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2021-04-01" } },
        care = { { from = "..2021-04-01" } },
      },
      expect = "breach" },
  },
}
