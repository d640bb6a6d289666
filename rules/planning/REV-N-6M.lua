local case      = require "lib.case"
local law       = require "lib.law"
local reviewing = require "lib.reviewing"

return rule {
  title    = "Later review more than six months after the last",
  why      = "Six-monthly independent scrutiny stops plans being forgotten.",
  source   = "Care Planning, Placement and Case Review Regulations 2010 reg 33(2): \"intervals of " ..
             "not more than six months\" [V]; Derby minutes 9 December 2021, line 201 " ..
             "\"Independent Reviewing Officers (IROs) look at cases every six months\" [S]",
  standing = "statutory",
  severity = "high",
  owner    = "independent reviewing officer",

  -- No review ever held is REV-1-20WD, one on record is REV-2-3M. The rows are taken as they stand.
  applies  = all {
    case.looked_after_not_on_remand,
    none { case.with_adopters },
    reviewing.on_record:count():at_least(2),
  },
  -- From the latest review held, so nothing stops this clock: the next review starts a new one.
  -- A long-term foster placement may replace a meeting, never the review.
  clock    = reviewing.on_record:latest().on,
  limit    = within(months(6)),
  amber    = days(21),

  says     = "Last reviewed {clock}. Next review due {due}. {overdue} past {limit}.",
  says_also = { law.relaxed_in_2020(reviewing.on_record:latest().on + months(6)) },

  examples = {
    { "six months to the day", as_at = "2022-04-29",
      given  = {
        legal_status = { { status = "C2", from = "2021-07-01" } },
        review = { { on = "2021-07-29" }, { on = "2021-10-29" } },
      },
      expect = { "due_soon", due = "2022-04-29" } },
    { "the day after", as_at = "2022-04-30",
      given  = {
        legal_status = { { status = "C2", from = "2021-07-01" } },
        review = { { on = "2021-07-29" }, { on = "2021-10-29" } },
      },
      expect = { "breach", days_over = 1 } },
    { "six months from 31 August end on 28 February", as_at = "2022-03-01",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-01" } },
        review = { { on = "2021-05-31" }, { on = "2021-08-31" } },
      },
      expect = { "breach", due = "2022-02-28" } },
    { "twenty-two days before is not amber yet", as_at = "2022-04-07",
      given  = {
        legal_status = { { status = "C2", from = "2021-07-01" } },
        review = { { on = "2021-07-29" }, { on = "2021-10-29" } },
      },
      expect = "on_track" },
    { "amber twenty-one days before", as_at = "2022-04-08",
      given  = {
        legal_status = { { status = "C2", from = "2021-07-01" } },
        review = { { on = "2021-07-29" }, { on = "2021-10-29" } },
      },
      expect = "due_soon" },
    { "one review held", as_at = "2022-04-30",
      given  = {
        legal_status = { { status = "C2", from = "2021-07-01" } },
        review = { { on = "2021-07-29" } },
      },
      expect = "not_applicable" },
    { "placed for adoption", as_at = "2022-04-30",
      given  = {
        legal_status = { { status = "E1", from = "2021-07-01" } },
        with_adopters = { { kind = "A5", from = "2021-08-01" } },
        review = { { on = "2021-07-29" }, { on = "2021-10-29" } },
      },
      expect = "not_applicable" },
    { "a third review with a blank date", as_at = "2022-04-30",
      given  = {
        legal_status = { { status = "C2", from = "2021-07-01" } },
        review = { { on = "2021-07-29" }, { on = "2021-10-29" }, { part = "PN1" } },
      },
      expect = "cannot_decide" },
    { "no reviews came", as_at = "2022-04-30",
      given  = { legal_status = { { status = "C2", from = "2021-07-01" } } },
      not_supplied = { "review" },
      expect = "cannot_decide" },
  },
}
