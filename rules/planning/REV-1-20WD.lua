local case      = require "lib.case"
local law       = require "lib.law"
local reviewing = require "lib.reviewing"

-- The clock stops with the earliest review. Where the return cannot hold the reviews of the first
-- weeks, an earlier one may have been held: one on record that was in time is enough all the same.
local on_record  = reviewing.on_record:earliest().on
local first_held = choose {
  { on_record:on_or_before(case.first_review_due), on_record },
  otherwise = case.reviews:earliest().on,
}

return rule {
  title    = "First looked-after review late",
  why      = "The first review must look at the plan within 20 working days of coming into care.",
  source   = "Care Planning, Placement and Case Review Regulations 2010 reg 33(1) [V]; Telford & " ..
             "Wrekin 2013, line 18 \"ratified at a Child in Care Review\"; Middlesbrough 2022, " ..
             "line 67 \"Strengthened reviewing processes\" [S]",
  standing = "statutory",
  severity = "high",
  owner    = "independent reviewing officer",

  -- Children placed for adoption have left these regulations for the adoption ones.
  applies  = all { case.looked_after_not_on_remand, none { case.with_adopters } },
  clock    = case.start_of_care,
  limit    = within(working_days(20)),
  amber    = working_days(5),
  stops    = first_held,

  facts    = { held = first_held },

  -- "Opened in time and adjourned once" would excuse, but no list records an adjournment: a review
  -- counts on the day it was held. A review whose cancelled flag is blank counts (the return has no
  -- cancelled ones).

  says     = "Came into care {clock}. First review due {due}, held: {held}. {overdue} past {limit}.",
  says_also = { law.relaxed_in_2020(case.first_review_due) },

  examples = {
    { "the twentieth working day, not held yet", as_at = "2021-07-29",
      given  = { legal_status = { { status = "V2", from = "2021-07-01" } } },
      expect = { "due_soon", due = "2021-07-29" } },
    { "the day after", as_at = "2021-07-30",
      given  = { legal_status = { { status = "V2", from = "2021-07-01" } } },
      expect = { "breach", due = "2021-07-29", days_over = 1 } },
    { "six working days before is not amber yet", as_at = "2021-07-21",
      given  = { legal_status = { { status = "V2", from = "2021-07-01" } } }, expect = "on_track" },
    { "amber five working days before", as_at = "2021-07-22",
      given  = { legal_status = { { status = "V2", from = "2021-07-01" } } }, expect = "due_soon" },
    { "a bank holiday lies between", as_at = "2021-09-06",
      given  = { legal_status = { { status = "V2", from = "2021-08-06" } } },
      expect = { "due_soon", due = "2021-09-06" } },
    { "held on the last day", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "V2", from = "2021-07-01" } },
        review = { { on = "2021-07-29" } },
      },
      expect = "on_track" },
    { "held a day late", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "V2", from = "2021-07-01" } },
        review = { { on = "2021-07-30" } },
      },
      expect = { "met_late", days_over = 1 } },
    { "a review of an earlier period of care does not count", as_at = "2021-09-30",
      given  = {
        legal_status = {
          { status = "V2", from = "2020-01-10", to = "2020-06-01" },
          { status = "V2", from = "2021-07-01" },
        },
        review = { { on = "2020-02-01" } },
      },
      expect = "breach" },
    { "placed for adoption", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "E1", from = "2021-07-01" } },
        with_adopters = { { kind = "A6", from = "2021-08-01" } },
      },
      expect = "not_applicable" },
    { "remanded", as_at = "2021-09-30",
      given  = { legal_status = { { status = "J1", from = "2021-07-01" } } },
      expect = "not_applicable" },
    { "short break", as_at = "2021-09-30",
      given  = { legal_status = { { status = "V4", from = "2021-07-01" } } },
      expect = "not_applicable" },
    { "no reviews came", as_at = "2021-09-30",
      given  = { legal_status = { { status = "V2", from = "2021-07-01" } } },
      not_supplied = { "review" },
      expect = "cannot_decide" },
    { "no reviews came, but nothing is due yet", as_at = "2021-07-12",
      given  = { legal_status = { { status = "V2", from = "2021-07-01" } } },
      not_supplied = { "review" },
      expect = "on_track" },
    { "came into care before the extract", as_at = "2021-04-20",
      given  = {
        legal_status = { { status = "C2", from = "2021-04-01" } },
        care = { { from = "..2021-04-01" } },
      },
      expect = "cannot_decide" },
    { "beyond the known bank holidays", as_at = "2028-03-01",
      given  = { legal_status = { { status = "V2", from = "2027-12-20" } } },
      expect = "cannot_decide" },
  },
}
