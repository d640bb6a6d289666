local case  = require "lib.case"
local lists = require "lib.lists"

-- Lived in during the twelve months, the one already running at their start too, so two moves are
-- enough: the window starts when the day twelve months ago ends, and who lived there that night
-- counts. Temporary moves to which no return followed are not placements.
local placements = placement:touching(between(as_at - months(12), as_at)):where(function(p)
  return p.kind:is_not(lists.temporary)
end)
-- Ended because the care plan was carried out. Shown apart, still counted.
local planned_moves = placements:where(function(p)
  return all { p.to:known(), p.why_ended:is "CARPL" }
end)

return rule {
  title    = "Three or more placements in twelve months",
  why      = "Placement breakdown undoes permanence.",
  source   = "Middlesbrough 2022, line 20: \"too many changes in placement before their permanent " ..
             "placement is identified\"; Derby minutes 9 December 2021, line 90 \"risk of a " ..
             "placement breakdown\" [S]; DfE stability measure \"three or more placements during " ..
             "the year\" [V]. The window here rolls, so the figure is not the DfE's",
  standing = "guidance",
  severity = "medium",
  owner    = "placements manager",

  -- Remands count. A gap in the record restarts a placement, which is a load note.
  applies     = case.looked_after,
  breach_when = placements:count():at_least(3),
  amber_when  = placements:count():at_least(2),
  -- One occasion for each period of care, though the window moves on; due is the day of the third.
  clock       = case.start_of_care,
  due         = placements:nth(3).from,

  facts    = {
    placements = placements, planned_moves = planned_moves, third = placements:nth(3).from,
  },

  says     = "{placements} placements in the last twelve months ({planned_moves} of the moves " ..
             "planned). The third since: {third}.",

  examples = {
    { "the third placement begins today", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = {
          { kind = "U6", from = "2019-01-10", to = "2021-02-01" },
          { kind = "U6", from = "2021-02-01", to = "2021-09-30" },
          { kind = "K2", from = "2021-09-30" },
        },
      },
      expect = { "breach", due = "2021-09-30", days_over = 0 } },
    { "two placements", as_at = "2021-09-29",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = {
          { kind = "U6", from = "2019-01-10", to = "2021-02-01" },
          { kind = "U6", from = "2021-02-01" },
        },
      },
      expect = "due_soon" },
    { "one placement", as_at = "2021-09-29",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2019-01-10" } },
      },
      expect = "on_track" },
    { "the first day of the window is outside", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = {
          { kind = "U6", from = "2019-01-10", to = "2020-09-30" },
          { kind = "U6", from = "2020-09-30", to = "2021-03-01" },
          { kind = "K2", from = "2021-03-01" },
        },
      },
      expect = "due_soon" },
    { "a day later than the first day of the window is inside", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = {
          { kind = "U6", from = "2019-01-10", to = "2020-10-01" },
          { kind = "U6", from = "2020-10-01", to = "2021-03-01" },
          { kind = "K2", from = "2021-03-01" },
        },
      },
      expect = { "breach", due = "2021-03-01" } },
    { "planned moves are still moves", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = {
          { kind = "U6", from = "2019-01-10", to = "2021-02-01", why_ended = "CARPL" },
          { kind = "U6", from = "2021-02-01", to = "2021-06-01", why_ended = "CARPL" },
          { kind = "U4", from = "2021-06-01" },
        },
      },
      expect = "breach" },
    { "a temporary move without return is not a placement", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = {
          { kind = "U6", from = "2019-01-10", to = "2021-02-01" },
          { kind = "T4", from = "2021-02-01", to = "2021-02-06" },
          { kind = "K2", from = "2021-02-06" },
        },
      },
      expect = "due_soon" },
    { "on remand", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "J1", from = "2021-01-10" } },
        placement = {
          { kind = "U6", from = "2021-01-10", to = "2021-02-01" },
          { kind = "U6", from = "2021-02-01", to = "2021-06-01" },
          { kind = "K2", from = "2021-06-01" },
        },
      },
      expect = "breach" },
    { "short break", as_at = "2021-09-30",
      given  = { legal_status = { { status = "V4", from = "2021-01-10" } } },
      expect = "not_applicable" },
    { "the history is cut off inside the window", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = {
          { kind = "U6", from = "..2021-04-01", to = "2021-06-01" },
          { kind = "K2", from = "2021-06-01" },
        },
      },
      expect = "cannot_decide" },
    { "cut off, but three are certain", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = {
          { kind = "U6", from = "..2021-04-01", to = "2021-06-01" },
          { kind = "K2", from = "2021-06-01", to = "2021-07-01" },
          { kind = "U6", from = "2021-07-01" },
        },
      },
      expect = "breach" },
  },
}
