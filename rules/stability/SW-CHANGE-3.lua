local case = require "lib.case"

-- Workers of the last twelve months in this period of care.
local workers = case.in_this_care(social_worker:touching(last(months(12))))
local number  = workers:count_of "worker"

-- The reason stands with the worker who took over. A planned transfer near a final order excuses
-- the one change that it made.
local planned = workers:where(function(w)
  return all {
    w.reason:is "TSPROC",
    case.final_orders:where(function(l)
      return w.from:during(between(l.from - days(28), l.from + days(28)))
    end):any(),
  }
end)

return rule {
  title    = "Three or more social workers in twelve months",
  why      = "New workers do not know the child well enough to drive the plan.",
  source   = "Middlesbrough 2022, line 19: \"Too many changes in social workers\"; Durham 2018, " ..
             "line 56 \"reducing the number of change of social workers\" [S]. The number is local [L]",
  standing = "local",
  severity = "medium",
  owner    = "social work service manager",

  -- Remands count. The same worker allocated twice is one worker. None on record is SW-NONE's breach;
  -- here it is a gap in the record, not stability, so how many there were stays undecided.
  applies     = case.looked_after,
  breach_when = any {
    number:at_least(setting { 3, label = "Social workers in twelve months", from = 2, to = 6 }),
    all { none { workers:any() }, case.cannot_be_told },
  },
  amber_when  = number:at_least(2),
  -- One occasion for each period of care, though the window moves on.
  clock       = case.start_of_care,
  due         = workers:nth(3).from,

  facts    = { workers = number, since = workers:latest().from },

  explained_by = {
    { "one change was a planned transfer at a final order",
      when = all { planned:any(), number:at_most(3) } },
  },

  says     = "{workers} social workers in the last twelve months, the present one since {since}.",

  examples = {
    { "the third worker begins today", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C1", from = "2020-01-10" } },
        social_worker = {
          { worker = "SW1", from = "2020-01-10", to = "2021-02-01" },
          { worker = "SW2", from = "2021-02-01", to = "2021-09-30" },
          { worker = "SW3", from = "2021-09-30" },
        },
      },
      expect = { "breach", due = "2021-09-30" } },
    { "two workers", as_at = "2021-09-29",
      given  = {
        legal_status = { { status = "C1", from = "2020-01-10" } },
        social_worker = {
          { worker = "SW1", from = "2020-01-10", to = "2021-02-01" },
          { worker = "SW2", from = "2021-02-01" },
        },
      },
      expect = "due_soon" },
    { "one worker", as_at = "2021-09-29",
      given  = {
        legal_status = { { status = "C1", from = "2020-01-10" } },
        social_worker = { { worker = "SW1", from = "2020-01-10" } },
      },
      expect = "on_track" },
    { "the same worker again is one worker", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C1", from = "2020-01-10" } },
        social_worker = {
          { worker = "SW1", from = "2020-01-10", to = "2021-02-01" },
          { worker = "SW2", from = "2021-02-01", to = "2021-06-01" },
          { worker = "SW1", from = "2021-06-01" },
        },
      },
      expect = "due_soon" },
    { "the first worker left on the first day of the window", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C1", from = "2020-01-10" } },
        social_worker = {
          { worker = "SW1", from = "2020-01-10", to = "2020-09-30" },
          { worker = "SW2", from = "2020-09-30", to = "2021-06-01" },
          { worker = "SW3", from = "2021-06-01" },
        },
      },
      expect = "due_soon" },
    { "workers before this period of care", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C1", from = "2021-05-01" } },
        social_worker = {
          { worker = "SW1", from = "2020-01-10", to = "2021-02-01" },
          { worker = "SW2", from = "2021-02-01", to = "2021-06-01" },
          { worker = "SW3", from = "2021-06-01" },
        },
      },
      expect = "due_soon" },
    { "a planned transfer at the final order", as_at = "2021-09-30",
      given  = {
        legal_status = {
          { status = "C1", from = "2020-01-10", to = "2021-06-01" },
          { status = "C2", from = "2021-06-01" },
        },
        social_worker = {
          { worker = "SW1", from = "2020-01-10", to = "2021-02-01" },
          { worker = "SW2", from = "2021-02-01", to = "2021-06-20" },
          { worker = "SW3", from = "2021-06-20", reason = "TSPROC" },
        },
      },
      expect = "explained" },
    { "a planned transfer long after the order", as_at = "2021-09-30",
      given  = {
        legal_status = {
          { status = "C1", from = "2020-01-10", to = "2021-06-01" },
          { status = "C2", from = "2021-06-01" },
        },
        social_worker = {
          { worker = "SW1", from = "2020-01-10", to = "2021-02-01" },
          { worker = "SW2", from = "2021-02-01", to = "2021-06-30" },
          { worker = "SW3", from = "2021-06-30", reason = "TSPROC" },
        },
      },
      expect = "breach" },
    { "four workers: one planned transfer does not explain", as_at = "2021-09-30",
      given  = {
        legal_status = {
          { status = "C1", from = "2020-01-10", to = "2021-06-01" },
          { status = "C2", from = "2021-06-01" },
        },
        social_worker = {
          { worker = "SW1", from = "2020-01-10", to = "2021-02-01" },
          { worker = "SW2", from = "2021-02-01", to = "2021-06-20" },
          { worker = "SW3", from = "2021-06-20", to = "2021-08-01", reason = "TSPROC" },
          { worker = "SW4", from = "2021-08-01", reason = "LEFTRL" },
        },
      },
      expect = "breach" },
    { "no list of social workers", as_at = "2021-09-30",
      given  = { legal_status = { { status = "C1", from = "2020-01-10" } } },
      not_supplied = { "social_worker" },
      expect = "cannot_decide" },
    { "no worker on record", as_at = "2021-09-30",
      given  = { legal_status = { { status = "C1", from = "2020-01-10" } } },
      expect = "cannot_decide" },
    { "one worker's name is blank", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C1", from = "2020-01-10" } },
        social_worker = {
          { worker = "SW1", from = "2020-01-10", to = "2021-02-01" },
          { worker = "SW2", from = "2021-02-01", to = "2021-06-01" },
          { from = "2021-06-01" },
        },
      },
      expect = "cannot_decide" },
    { "left care", as_at = "2021-09-30",
      given  = { legal_status = { { status = "C1", from = "2020-01-10", to = "2021-09-01" } } },
      expect = "not_applicable" },
  },
}
