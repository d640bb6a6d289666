local actions   = require "lib.actions"
local case      = require "lib.case"
local stability = require "lib.stability"

-- A meeting held while notice ran counts: those are the days in which a placement can be saved. One
-- from before the child came there was about another placement.
local meetings = actions.done { "stability meeting", "disruption meeting" }:where(function(a)
  return a.done:on_or_after(latest_of(this.from, this.to - days(28)))
end)

return rule {
  title    = "Placement ended unplanned, no stability or disruption meeting",
  why      = "When placements become fragile, support must be coordinated.",
  source   = "Middlesbrough 2022, line 20: \"When children's placements become fragile, there is a " ..
             "lack of coordinated support for both children and their carers\"; Derby minutes 9 " ..
             "December 2021, line 114 \"If there was a placement breakdown a new placement would " ..
             "need to be found urgently\" [S]. The limit is local [L]",
  standing = "local",
  severity = "medium",
  owner    = "placements manager",

  -- One occasion for each such ending in this period of care. Remands count.
  each     = stability.unplanned_endings,
  applies  = case.looked_after,
  clock    = this.to,
  limit    = within(setting { days(28), label = "Days to the meeting", from = days(7), to = days(91) }),
  amber    = days(14),
  stops    = meetings:earliest_of "done",

  facts    = {
    began = this.from, placement = this.kind, why = this.why_ended,
    meeting = meetings:earliest_of "done",
  },

  says     = "Placement from {began} ended on {clock} ({why}). Stability or disruption meeting: " ..
             "{meeting}. {overdue} past {limit}.",

  examples = {
    { "day 28, no meeting", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = {
          { kind = "U6", from = "2020-06-01", to = "2021-09-02", why_ended = "CREQB" },
          { kind = "U6", from = "2021-09-02" },
        },
      },
      expect = { "due_soon", due = "2021-09-30" } },
    { "day 29, no meeting", as_at = "2021-10-01",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-06-01", to = "2021-09-02", why_ended = "CREQB" } },
      },
      expect = { "breach", days_over = 1 } },
    { "not amber before day 14", as_at = "2021-09-15",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = {
          { kind = "K2", from = "2020-06-01", to = "2021-09-02", why_ended = "ALLEG" },
          { kind = "K2", from = "2021-09-02" },
        },
      },
      expect = "on_track" },
    { "amber from day 14", as_at = "2021-09-16",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = {
          { kind = "K2", from = "2020-06-01", to = "2021-09-02", why_ended = "ALLEG" },
          { kind = "K2", from = "2021-09-02" },
        },
      },
      expect = "due_soon" },
    { "a disruption meeting in time", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = {
          { kind = "U6", from = "2020-06-01", to = "2021-09-02", why_ended = "LAREQ" },
          { kind = "U6", from = "2021-09-02" },
        },
        action = { { action = "Disruption meeting", on = "2021-09-10", done = "2021-09-30" } },
      },
      expect = "on_track" },
    { "a disruption meeting late", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = {
          { kind = "U6", from = "2020-06-01", to = "2021-09-02", why_ended = "CREQO" },
          { kind = "U6", from = "2021-09-02" },
        },
        action = { { action = "Disruption meeting", on = "2021-09-10", done = "2021-10-10" } },
      },
      expect = { "met_late", days_over = 10 } },
    { "a stability meeting while notice ran", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = {
          { kind = "U6", from = "2020-06-01", to = "2021-09-02", why_ended = "STAND" },
          { kind = "U6", from = "2021-09-02" },
        },
        action = { { action = "stability meeting", on = "2021-08-05", done = "2021-08-05" } },
      },
      expect = "on_track" },
    { "a stability meeting long before", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = {
          { kind = "U6", from = "2020-06-01", to = "2021-09-02", why_ended = "CHILD" },
          { kind = "U6", from = "2021-09-02" },
        },
        action = { { action = "stability meeting", on = "2021-08-04", done = "2021-08-04" } },
      },
      expect = "breach" },
    { "the care plan was carried out", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = {
          { kind = "U6", from = "2020-06-01", to = "2021-09-02", why_ended = "CARPL" },
          { kind = "U4", from = "2021-09-02" },
        },
      },
      expect = "not_applicable" },
    { "the home closed", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = {
          { kind = "K2", from = "2020-06-01", to = "2021-09-02", why_ended = "CLOSE" },
          { kind = "K2", from = "2021-09-02" },
        },
      },
      expect = "not_applicable" },
    { "no reason recorded, another carer", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = {
          { kind = "U6", from = "2020-06-01", to = "2021-09-02" }, { kind = "U6", from = "2021-09-02" },
        },
        carer = {
          { kind = "U6", from = "2020-06-01", to = "2021-09-02" }, { kind = "U6", from = "2021-09-02" },
        },
      },
      expect = "cannot_decide" },
    { "no reason recorded, moved house with the carer", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = {
          { kind = "U6", from = "2020-06-01", to = "2021-09-02" }, { kind = "U6", from = "2021-09-02" },
        },
        carer = { { kind = "U6", from = "2020-06-01" } },
      },
      expect = "not_applicable" },
    { "in an earlier period of care", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-05-10" } },
        placement = {
          { kind = "U6", from = "2018-06-01", to = "2019-09-02", why_ended = "CREQB" },
          { kind = "U6", from = "2021-05-10" },
        },
      },
      expect = "not_applicable" },
    { "on remand", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "J1", from = "2021-05-10" } },
        placement = {
          { kind = "U6", from = "2021-05-10", to = "2021-09-02", why_ended = "CREQB" },
          { kind = "U6", from = "2021-09-02" },
        },
      },
      expect = "breach" },
    { "no action list", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = {
          { kind = "U6", from = "2020-06-01", to = "2021-09-02", why_ended = "CREQB" },
          { kind = "U6", from = "2021-09-02" },
        },
      },
      not_supplied = { "action" },
      expect = "cannot_decide" },
    { "a meeting about the placement before this one", as_at = "2021-08-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = {
          { kind = "U6", from = "2019-01-10", to = "2021-06-01", why_ended = "CARPL" },
          { kind = "U6", from = "2021-06-01", to = "2021-06-15", why_ended = "CREQB" },
          { kind = "U6", from = "2021-06-15" },
        },
        action = { { action = "Stability meeting", on = "2021-05-20", done = "2021-05-25" } },
      },
      expect = "breach" },
  },
}
