local pathways = require "lib.pathways"

return rule {
  title    = "Eligible child without needs assessment and pathway plan",
  why      = "Getting ready for adult life has a clock of its own in law.",
  source   = "Care Planning, Placement and Case Review Regulations 2010 reg 40 (13 weeks since the " ..
             "age of 14), reg 42(1) (not more than three months) [V]; Derby minutes 9 December 2021, " ..
             "line 175, support at 16 to 21; Middlesbrough 2022, line 125, care leaving service [S]",
  standing = "statutory",
  severity = "high",
  owner    = "leaving care team manager",

  -- 16 or 17, looked after now and for thirteen weeks in all since turning fourteen: newly looked
  -- after and only on short breaks are not that. Remands count as being looked after. Where the
  -- history before the extract could make up the weeks, it cannot be decided.
  applies  = pathways.eligible,
  clock    = pathways.start_of_eligibility,
  limit    = within(months(3)),
  amber    = days(28),
  stops    = pathways.assessed_and_planned,

  facts    = {
    assessed = pathways.day_of_needs_assessment,
    planned  = pathways.day_of_pathway_plan,
  },

  says     = "Eligible since {clock}. Needs assessed: {assessed}, pathway plan: {planned}. Both due " ..
             "{due}, {overdue} past {limit}.",

  examples = {
    { "three months after turning sixteen", as_at = "2021-08-05",
      given  = {
        child = { date_of_birth = "2005-05-05" },
        legal_status = { { status = "C2", from = "2018-07-01" } },
      },
      expect = { "due_soon", due = "2021-08-05", clock = "2021-05-05" } },
    { "the day after", as_at = "2021-08-06",
      given  = {
        child = { date_of_birth = "2005-05-05" },
        legal_status = { { status = "C2", from = "2018-07-01" } },
      },
      expect = { "breach", days_over = 1 } },
    { "twenty-nine days before is not amber yet", as_at = "2021-07-07",
      given  = {
        child = { date_of_birth = "2005-05-05" },
        legal_status = { { status = "C2", from = "2018-07-01" } },
      },
      expect = "on_track" },
    { "amber twenty-eight days before", as_at = "2021-07-08",
      given  = {
        child = { date_of_birth = "2005-05-05" },
        legal_status = { { status = "C2", from = "2018-07-01" } },
      },
      expect = "due_soon" },
    { "thirteen weeks reached after sixteen, two stays together", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2005-05-05" },
        legal_status = {
          { status = "V2", from = "2020-01-01", to = "2020-03-01" },
          { status = "C2", from = "2021-07-01" },
        },
      },
      expect = { "breach", clock = "2021-07-31" } },
    { "the ninety-first day is today", as_at = "2021-09-29",
      given  = {
        child = { date_of_birth = "2005-05-05" },
        legal_status = { { status = "C2", from = "2021-07-01" } },
      },
      expect = "on_track" },
    { "ninety days: newly looked after", as_at = "2021-09-28",
      given  = {
        child = { date_of_birth = "2005-05-05" },
        legal_status = { { status = "C2", from = "2021-07-01" } },
      },
      expect = "not_applicable" },
    { "both in time", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2005-05-05" },
        legal_status = { { status = "C2", from = "2018-07-01" } },
        pathway = { { eligibility = "ELIGIBLE", needs_assessed = "2021-06-05", started = "2021-08-05" } },
      },
      expect = "on_track" },
    { "the plan is late", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2005-05-05" },
        legal_status = { { status = "C2", from = "2018-07-01" } },
        pathway = { { eligibility = "ELIGIBLE", needs_assessed = "2021-06-05", started = "2021-08-15" } },
      },
      expect = { "met_late", days_over = 10 } },
    { "assessed, no plan", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2005-05-05" },
        legal_status = { { status = "C2", from = "2018-07-01" } },
        pathway = { { eligibility = "ELIGIBLE", needs_assessed = "2021-06-05" } },
      },
      expect = "breach" },
    { "a plan, not assessed", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2005-05-05" },
        legal_status = { { status = "C2", from = "2018-07-01" } },
        pathway = { { eligibility = "ELIGIBLE", started = "2021-06-05" } },
      },
      expect = "breach" },
    { "fifteen", as_at = "2021-05-04",
      given  = {
        child = { date_of_birth = "2005-05-05" },
        legal_status = { { status = "C2", from = "2018-07-01" } },
      },
      expect = "not_applicable" },
    { "eighteen", as_at = "2023-05-05",
      given  = {
        child = { date_of_birth = "2005-05-05" },
        legal_status = { { status = "C2", from = "2018-07-01" } },
      },
      expect = "not_applicable" },
    { "only short breaks", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2005-05-05" },
        legal_status = { { status = "V4", from = "2018-07-01" } },
      },
      expect = "not_applicable" },
    { "birth date blank", as_at = "2021-12-31",
      given  = { legal_status = { { status = "C2", from = "2018-07-01" } } },
      expect = "cannot_decide" },
    { "the history before the extract could make up the weeks", as_at = "2021-05-31",
      given  = {
        child = { date_of_birth = "2005-05-05" },
        legal_status = { { status = "C2", from = "..2021-04-01" } },
      },
      expect = "cannot_decide" },
    { "no list of pathway plans", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2005-05-05" },
        legal_status = { { status = "C2", from = "2018-07-01" } },
      },
      not_supplied = { "pathway" },
      expect = "cannot_decide" },
  },
}
