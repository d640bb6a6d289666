local case = require "lib.case"

-- Without a worker since the last one went, else since the child came into care.
local workers = case.in_this_care(social_worker)
local alone_since = first_known(workers:latest_of "to", case.start_of_care)

return rule {
  title    = "No social worker",
  why      = "A child in care with nobody allocated has nobody to see them or to drive the plan.",
  source   = "Raised with SW-CHANGE-3: Middlesbrough 2022, line 19 \"Too many changes in social " ..
             "workers\"; Durham 2018, line 56 \"reducing the number of change of social " ..
             "workers\" [S]. That every child has a worker on every day is local [L]",
  standing = "local",
  severity = "critical",
  owner    = "social work service manager",

  -- Remands count. A handover on the same day leaves no gap; one of a single day is a gap.
  applies     = case.looked_after,
  breach_when = none { social_worker:current():known() },
  clock       = alone_since,
  due         = alone_since,

  facts    = { last = workers:latest().worker },

  says     = "No social worker on record since {clock}, {overdue}. The last was {last}.",

  examples = {
    { "the last worker went and nobody came", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C1", from = "2020-01-10" } },
        social_worker = { { worker = "SW1", from = "2020-01-10", to = "2021-09-20" } },
      },
      expect = { "breach", clock = "2021-09-20", days_over = 10 } },
    { "nobody ever", as_at = "2021-09-30",
      given  = { legal_status = { { status = "C1", from = "2021-09-01" } } },
      expect = { "breach", clock = "2021-09-01" } },
    { "one worker", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C1", from = "2020-01-10" } },
        social_worker = { { worker = "SW1", from = "2020-01-10" } },
      },
      expect = "on_track" },
    { "handed over today", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C1", from = "2020-01-10" } },
        social_worker = {
          { worker = "SW1", from = "2020-01-10", to = "2021-09-30" },
          { worker = "SW2", from = "2021-09-30" },
        },
      },
      expect = "on_track" },
    { "the worker goes on a later day", as_at = "2021-09-29",
      given  = {
        legal_status = { { status = "C1", from = "2020-01-10" } },
        social_worker = { { worker = "SW1", from = "2020-01-10", to = "2021-09-30" } },
      },
      expect = "on_track" },
    { "a worker whose first day is blank", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C1", from = "2020-01-10" } },
        social_worker = { { worker = "SW1" } },
      },
      expect = "on_track" },
    { "remanded", as_at = "2021-09-30",
      given  = { legal_status = { { status = "J1", from = "2021-09-01" } } },
      expect = "breach" },
    { "short break", as_at = "2021-09-30",
      given  = { legal_status = { { status = "V4", from = "2021-09-01" } } },
      expect = "not_applicable" },
    { "left care", as_at = "2021-09-30",
      given  = { legal_status = { { status = "C1", from = "2020-01-10", to = "2021-09-01" } } },
      expect = "not_applicable" },
    { "no list of social workers", as_at = "2021-09-30",
      given  = { legal_status = { { status = "C1", from = "2020-01-10" } } },
      not_supplied = { "social_worker" },
      expect = "cannot_decide" },
    { "the worker who came last went first", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        social_worker = {
          { worker = "A", from = "2021-01-10", to = "2021-09-01" },
          { worker = "B", from = "2021-03-01", to = "2021-05-01" },
        },
      },
      expect = { "breach", due = "2021-09-01" } },
  },
}
