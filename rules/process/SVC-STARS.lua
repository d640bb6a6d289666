local case = require "lib.case"

local notes = tracker_note:where(function(n) return n.panel:contains "STARS" end)

return rule {
  title    = "Outcomes on the STARS programme not tracked this month",
  why      = "The programme promised to track its outcomes monthly; a child nobody tracks shows nothing.",
  source   = "Derby minutes 9 December 2021, line 94 \"four-year period ... a further two-year " ..
             "period when they are tracked\", line 96 \"track and report the outcomes monthly\" [S]",
  standing = "local",
  severity = "low",
  owner    = "programme manager",
  maturity = "trial",

  -- Every child with a note of the panel "STARS", in care or not, for four years and two more from
  -- the first of them: the list has no dates of the programme itself.
  applies  = all {
    case.under_18,
    any { case.looked_after, tracker_note:supplied() },
    notes:any(),
    (notes:earliest_of "on" + years(6)):on_or_after(as_at),
  },
  clock    = notes:latest_of "on",
  limit    = within(months(1)),
  amber    = days(7),

  facts    = { first = notes:earliest_of "on", note = notes:latest().note },

  says     = "On the programme since {first}, last tracked {clock}. {overdue} past {limit}. Last " ..
             "note: {note}.",

  examples = {
    { "tracked a month ago to the day", as_at = "2021-09-30",
      given  = { tracker_note = { { panel = "STARS", on = "2021-08-30" } } },
      expect = { "due_soon", due = "2021-09-30" } },
    { "the day after", as_at = "2021-10-01",
      given  = { tracker_note = { { panel = "STARS", on = "2021-08-30" } } },
      expect = { "breach", days_over = 1 } },
    { "eight days before is not amber yet", as_at = "2021-09-22",
      given  = { tracker_note = { { panel = "STARS", on = "2021-08-30" } } },
      expect = "on_track" },
    { "another panel's notes do not count", as_at = "2021-10-01",
      given  = {
        tracker_note = {
          { panel = "STARS", on = "2021-08-30" }, { panel = "permanence", on = "2021-09-20" },
        },
      },
      expect = "breach" },
    { "not on the programme", as_at = "2021-10-01",
      given  = { tracker_note = { { panel = "permanence", on = "2021-08-20" } } },
      expect = "not_applicable" },
    { "six years are over", as_at = "2026-12-01",
      given  = { tracker_note = { { panel = "STARS", on = "2020-11-01" } } },
      expect = "not_applicable" },
    { "the day of the note is blank", as_at = "2021-10-01",
      given  = { tracker_note = { { panel = "STARS" } } },
      expect = "cannot_decide" },
    { "no tracker list came", as_at = "2021-10-01",
      given  = { legal_status = { { status = "C2", from = "2019-01-10" } } },
      not_supplied = { "tracker_note" },
      expect = "cannot_decide" },
  },
}
