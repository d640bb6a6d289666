local case = require "lib.case"

local started = life_story:where(function(l) return l.started:known() end):earliest().started

return rule {
  title    = "No life story work started",
  why      = "A child should have an account of where they come from while those who know it can " ..
             "still be asked.",
  source   = "Local standard [L]: no source fixes a limit. Middlesbrough 2022, line 130 \"Life " ..
             "Story Work compliance and quality to continue be driven\" [S]",
  standing = "local",
  severity = "medium",
  owner    = "social work team manager",

  -- Every child in care, those placed for adoption too. Adopted children have LSB-10WD.
  applies  = case.looked_after_not_on_remand,
  clock    = case.start_of_care,
  limit    = within(setting { months(6), label = "Months to start life story work",
                              from = months(1), to = months(24) }),
  amber    = months(1),
  -- Work begun in an earlier period of care is work begun.
  stops    = started,

  facts    = { started = started },

  says     = "Came into care {clock}. Life story work started: {started}. {overdue} past {limit}.",

  examples = {
    { "six months to the day, not started", as_at = "2021-09-30",
      given  = { legal_status = { { status = "C2", from = "2021-03-30" } } },
      expect = { "due_soon", due = "2021-09-30" } },
    { "the day after", as_at = "2021-10-01",
      given  = { legal_status = { { status = "C2", from = "2021-03-30" } } },
      expect = { "breach", days_over = 1 } },
    { "not amber before five months", as_at = "2021-08-29",
      given  = { legal_status = { { status = "C2", from = "2021-03-30" } } }, expect = "on_track" },
    { "amber from five months", as_at = "2021-08-30",
      given  = { legal_status = { { status = "C2", from = "2021-03-30" } } }, expect = "due_soon" },
    { "started in time", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-03-30" } },
        life_story = { { started = "2021-09-30" } },
      },
      expect = "on_track" },
    { "started late", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-03-30" } },
        life_story = { { started = "2021-10-10" } },
      },
      expect = { "met_late", days_over = 10 } },
    { "on the list, not started", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-03-30" } },
        life_story = { {} },
      },
      expect = "breach" },
    { "left care", as_at = "2021-12-31",
      given  = { legal_status = { { status = "C2", from = "2021-03-30", to = "2021-12-01" } } },
      expect = "not_applicable" },
    { "no life story list, six months passed", as_at = "2021-12-31",
      given  = { legal_status = { { status = "C2", from = "2021-03-30" } } },
      not_supplied = { "life_story" },
      expect = "cannot_decide" },
    { "no life story list, not due yet", as_at = "2021-06-30",
      given  = { legal_status = { { status = "C2", from = "2021-03-30" } } },
      not_supplied = { "life_story" },
      expect = "on_track" },
    { "came into care before the extract, late at least", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-04-01" } },
        care = { { from = "..2021-04-01" } },
      },
      expect = "breach" },
  },
}
