local case      = require "lib.case"
local law       = require "lib.law"
local reviewing = require "lib.reviewing"

-- One review on record: the clock for the next runs from it. If earlier ones may be unseen it may
-- have been a later one, with six months to the next. With more on record the second is the second,
-- unless earlier ones may be unseen: that duty fell due before the list begins.
local one_on_record = reviewing.on_record:count():at_most(1)

local first = choose {
  { one_on_record, reviewing.on_record:latest().on },
  otherwise = case.reviews:earliest().on,
}
local second = choose {
  { one_on_record, reviewing.on_record:nth(2).on },
  otherwise = case.reviews:nth(2).on,
}

return rule {
  title    = "Second review more than three months after the first",
  why      = "The permanence plan is due at this meeting, so its lateness is permanence lateness.",
  source   = "Care Planning, Placement and Case Review Regulations 2010 reg 33(2): \"not more " ..
             "than three months after the first\" [V]",
  standing = "statutory",
  severity = "high",
  owner    = "independent reviewing officer",

  -- The second review would end "one review held"; the child stays in the rule so that a late one
  -- is seen.
  applies  = all {
    case.looked_after_not_on_remand,
    none { case.with_adopters },
    case.reviews:any(),
  },
  -- From the day the first review was held, late or not, never from the day it was due.
  clock    = first,
  limit    = choose {
    { all { one_on_record, case.reviews:count():at_least(2) }, within(months(6)) },
    otherwise = within(months(3)),
  },
  amber    = days(14),
  stops    = second,

  facts    = { second = second },

  says     = "First review on record {clock}. Next due {due}, held: {second}. {overdue} past {limit}.",
  says_also = { law.relaxed_in_2020(first + months(3)) },

  examples = {
    { "three months to the day, not held yet", as_at = "2021-10-29",
      given  = {
        legal_status = { { status = "C2", from = "2021-07-01" } },
        review = { { on = "2021-07-29" } },
      },
      expect = { "due_soon", due = "2021-10-29" } },
    { "the day after", as_at = "2021-10-30",
      given  = {
        legal_status = { { status = "C2", from = "2021-07-01" } },
        review = { { on = "2021-07-29" } },
      },
      expect = { "breach", days_over = 1 } },
    { "three months from 30 November end on 28 February", as_at = "2022-03-01",
      given  = {
        legal_status = { { status = "C2", from = "2021-11-01" } },
        review = { { on = "2021-11-30" } },
      },
      expect = { "breach", due = "2022-02-28" } },
    { "fifteen days before is not amber yet", as_at = "2021-10-14",
      given  = {
        legal_status = { { status = "C2", from = "2021-07-01" } },
        review = { { on = "2021-07-29" } },
      },
      expect = "on_track" },
    { "amber fourteen days before", as_at = "2021-10-15",
      given  = {
        legal_status = { { status = "C2", from = "2021-07-01" } },
        review = { { on = "2021-07-29" } },
      },
      expect = "due_soon" },
    { "held in time", as_at = "2022-01-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-07-01" } },
        review = { { on = "2021-07-29" }, { on = "2021-10-29" } },
      },
      expect = "on_track" },
    { "held a day late", as_at = "2022-01-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-07-01" } },
        review = { { on = "2021-07-29" }, { on = "2021-10-30" } },
      },
      expect = { "met_late", days_over = 1 } },
    { "the first was late: the clock starts when it was held", as_at = "2021-12-20",
      given  = {
        legal_status = { { status = "C2", from = "2021-07-01" } },
        review = { { on = "2021-09-20" } },
      },
      expect = { "due_soon", due = "2021-12-20" } },
    { "no review held yet", as_at = "2021-10-30",
      given  = { legal_status = { { status = "C2", from = "2021-07-01" } } },
      expect = "not_applicable" },
    { "placed for adoption", as_at = "2021-12-30",
      given  = {
        legal_status = { { status = "E1", from = "2021-07-01" } },
        with_adopters = { { kind = "A6", from = "2021-08-01" } },
        review = { { on = "2021-07-29" } },
      },
      expect = "not_applicable" },
    { "the date of the first review is blank", as_at = "2021-12-30",
      given  = {
        legal_status = { { status = "C2", from = "2021-07-01" } },
        review = { { part = "PN1" } },
      },
      expect = "cannot_decide" },
    { "no reviews came", as_at = "2021-12-30",
      given  = { legal_status = { { status = "C2", from = "2021-07-01" } } },
      not_supplied = { "review" },
      expect = "cannot_decide" },
  },
}
