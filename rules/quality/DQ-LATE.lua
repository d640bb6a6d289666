local actions = require "lib.actions"
local case    = require "lib.case"

local limit = setting { working_days(10), label = "Working days to record",
                        from = working_days(1), to = working_days(40) }

-- A fact on the list has been recorded, so a blank day is some day from when it happened to today.
-- Inside the limit that makes no difference. A day after the as-at day stands: as at that day the
-- fact was not recorded yet.
local recorded_on = choose {
  { any { this.recorded_on:known(), (this.happened + limit):on_or_after(as_at) }, this.recorded_on },
  otherwise = either_of(this.happened, as_at),
}

local awaits_sealing = actions.open { "sealed" }:where(function(a)
  return a.on:on_or_after(this.happened)
end)

return rule {
  title    = "Fact recorded long after it happened",
  why      = "Figures for a closed quarter changed because facts came late; lateness must be visible " ..
             "as lateness.",
  source   = "Derby, Exit from Care, December 2021, line 196 \"A total of 6 BI decisions were made " ..
             "in Q1. However, in the previous report for Q1, 2BI Decisions were reported ... such as " ..
             "late submission of data into LCS\", line 202 \"Due to late submissions of Data\", " ..
             "lines 200 and 206 \"may be amended once all the data has been inputted\" [S]. The " ..
             "limit is local [L]",
  standing = "local",
  severity = "low",
  owner    = "data team",

  -- One occasion for each fact on the recording list; a list of one snapshot. What two snapshots
  -- tell, and which figures of a closed period moved, `tidemark restate` says. Facts of children
  -- who are no longer looked after count too: they are the ones that close a quarter. Recorded late
  -- is met late: there is nothing left to do.
  each     = recorded_fact,
  applies  = all { case.under_18, any { case.looked_after, recorded_fact:supplied() } },
  clock    = this.happened,
  limit    = within(limit),
  amber    = working_days(5),
  stops    = recorded_on,

  facts    = {
    fact = this.fact, recorded = this.recorded_on, asked = awaits_sealing:latest_of "on",
  },

  explained_by = {
    { "the order is not sealed yet, asked for on {asked}", when = awaits_sealing:any() },
  },

  says     = "{fact}: happened {clock}, recorded {recorded}. {overdue} past {limit}.",

  examples = {
    { "recorded on the tenth working day", as_at = "2021-09-30",
      given  = { recorded_fact = { { fact = "placement order", happened = "2021-07-01",
                                     recorded_on = "2021-07-15" } } },
      expect = "on_track" },
    { "recorded on the eleventh", as_at = "2021-09-30",
      given  = { recorded_fact = { { fact = "placement order", happened = "2021-07-01",
                                     recorded_on = "2021-07-16" } } },
      expect = { "met_late", days_over = 1 } },
    { "recorded later: on the eleventh working day it was not", as_at = "2021-07-16",
      given  = { recorded_fact = { { fact = "placement order", happened = "2021-07-01",
                                     recorded_on = "2021-08-02" } } },
      expect = { "breach", days_over = 1 } },
    { "recorded later: on the tenth it was not due", as_at = "2021-07-15",
      given  = { recorded_fact = { { fact = "placement order", happened = "2021-07-01",
                                     recorded_on = "2021-08-02" } } },
      expect = "due_soon" },
    { "recorded later, the order was not sealed", as_at = "2021-07-20",
      given  = {
        recorded_fact = { { fact = "placement order", happened = "2021-07-01",
                            recorded_on = "2021-08-02" } },
        action = { { action = "Get the sealed order from the court", on = "2021-07-05" } },
      },
      expect = "explained" },
    { "perhaps eighteen already", as_at = "2021-09-30",
      given  = {
        child = { date_of_birth = "2003-09-01..2003-10-31" },
        recorded_fact = { { fact = "placement order", happened = "2021-07-01",
                            recorded_on = "2021-07-16" } },
      },
      expect = "cannot_decide" },
    { "no day of recording, inside the limit", as_at = "2021-07-15",
      given  = { recorded_fact = { { fact = "placement order", happened = "2021-07-01" } } },
      expect = { "due_soon", due = "2021-07-15" } },
    { "not amber in the first four working days", as_at = "2021-07-07",
      given  = { recorded_fact = { { fact = "placement order", happened = "2021-07-01" } } },
      expect = "on_track" },
    { "amber from the fifth working day", as_at = "2021-07-08",
      given  = { recorded_fact = { { fact = "placement order", happened = "2021-07-01" } } },
      expect = "due_soon" },
    { "no day of recording, past the limit", as_at = "2021-09-30",
      given  = { recorded_fact = { { fact = "placement order", happened = "2021-07-01" } } },
      expect = "cannot_decide" },
    { "the day it happened is blank", as_at = "2021-09-30",
      given  = { recorded_fact = { { fact = "placement order", recorded_on = "2021-07-16" } } },
      expect = "cannot_decide" },
    { "no recording list came", as_at = "2021-09-30",
      given  = { legal_status = { { status = "C2", from = "2019-01-10" } } },
      not_supplied = { "recorded_fact" },
      expect = "cannot_decide" },
    { "no recording list came, not in care", as_at = "2021-09-30",
      given  = { care = { { from = "2019-01-10", to = "2020-01-10", ceased = "E4A" } } },
      not_supplied = { "recorded_fact" },
      expect = "not_applicable" },
  },
}
