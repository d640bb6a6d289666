local actions   = require "lib.actions"
local connected = require "lib.connected"

-- A second extension of the same placement's approval: the law has one. The first is the earlier row.
local extended_before = temporary_approval:where(function(a)
  return all {
    a.extended:known(),
    a.on:before(this.on),
    (a.on + days(28)):on_or_after(connected.placement.from),
  }
end)

-- A carer who was not approved may ask for an independent review; the approval runs to its outcome.
local review = actions.open { "independent review" }:where(function(a)
  return a.on:on_or_after(this.refused)
end)

local function lapses_after(span, in_force, examples)
  return rule {
    title    = "Extended temporary approval of a connected carer about to lapse or lapsed",
    why      = "One extension of up to eight weeks only; then the placement has no lawful basis.",
    source   = "Care Planning, Placement and Case Review Regulations 2010 reg 25(1) to (6) as made " ..
               "[V]; approvals from 24 April to 25 September 2020 began with 24 weeks, SI 2020/445 " ..
               "[V], and eight more [K]",
    standing = "statutory",
    severity = "critical",
    owner    = "fostering team manager",
    to_be_confirmed = in_force.to == "2020-09-25",
    in_force = in_force,

    each     = temporary_approval:where(function(a) return a.extended:known() end),
    applies  = connected.under_approval,
    clock    = connected.approved_from,
    -- The day the extension ends, and never past the weeks that the law allows. A second extension
    -- is a breach from its first day.
    due      = choose {
      { extended_before:any(), this.on - days(1) },
      otherwise = earliest_of(this.extended, connected.approved_from + span),
    },
    amber    = weeks(3),
    stops    = connected.ended,

    facts    = {
      extended = this.extended, full = this.full, refused = this.refused,
      extensions = extended_before, placed = connected.placement.from,
      review = review:latest_of "on",
    },

    explained_by = {
      { "not approved on {refused}, independent review asked for on {review}", when = review:any() },
    },

    says     = "With a relative or friend since {placed}, temporary approval from {clock}, extended " ..
               "to {extended}. Full approval: {full}. Due {due}, {overdue} over.",
    says_also = {
      { "Extended before ({extensions}): the law has one extension.", when = extended_before:any() },
      { "The day of the approval is not recorded: counted from the start of the placement.",
        when = all { temporary_approval:supplied(), this.on:missing() } },
    },

    examples = examples,
  }
end

local in_care = { { status = "C1", from = "2019-01-10" } }
local with_relative = { { kind = "U3", from = "2021-06-01" } }

return versions {
  lapses_after(weeks(24), { to = "2020-04-23" }, {
    { "twenty-four weeks before the coronavirus rules", as_at = "2020-10-09",
      given  = {
        legal_status = in_care, placement = { { kind = "U3", from = "2020-04-23" } },
        temporary_approval = { { on = "2020-04-23", extended = "2020-10-31" } },
      },
      expect = { "breach", due = "2020-10-08" } },
    { "the last day", as_at = "2020-10-08",
      given  = {
        legal_status = in_care, placement = { { kind = "U3", from = "2020-04-23" } },
        temporary_approval = { { on = "2020-04-23", extended = "2020-10-31" } },
      },
      expect = "due_soon" },
    { "not amber yet", as_at = "2020-09-16",
      given  = {
        legal_status = in_care, placement = { { kind = "U3", from = "2020-04-23" } },
        temporary_approval = { { on = "2020-04-23", extended = "2020-10-08" } },
      },
      expect = "on_track" },
    { "not approved, independent review asked for", as_at = "2020-10-20",
      given  = {
        legal_status = in_care, placement = { { kind = "U3", from = "2020-04-23" } },
        temporary_approval = { { on = "2020-04-23", extended = "2020-10-08", refused = "2020-09-20" } },
        action = { { action = "Independent review asked for by carer", on = "2020-09-25" } },
      },
      expect = "explained" },
    { "fully approved late", as_at = "2020-10-20",
      given  = {
        legal_status = in_care, placement = { { kind = "U3", from = "2020-04-23" } },
        temporary_approval = { { on = "2020-04-23", extended = "2020-10-08", full = "2020-10-12" } },
      },
      expect = "met_late" },
    { "fully approved, the day cannot be read", as_at = "2020-10-09",
      given  = {
        legal_status = in_care, placement = { { kind = "U3", from = "2020-04-23" } },
        temporary_approval = { { on = "2020-04-23", extended = "2020-10-31", full = ".." } },
      },
      expect = "cannot_decide" },
  }),

  lapses_after(weeks(32), { from = "2020-04-24", to = "2020-09-25" }, {
    { "approved under the coronavirus rules: thirty-two weeks", as_at = "2020-12-04",
      given  = {
        legal_status = in_care, placement = { { kind = "U3", from = "2020-04-24" } },
        temporary_approval = { { on = "2020-04-24", extended = "2020-12-31" } },
      },
      expect = { "due_soon", due = "2020-12-04" } },
    { "the day after", as_at = "2020-12-05",
      given  = {
        legal_status = in_care, placement = { { kind = "U3", from = "2020-04-24" } },
        temporary_approval = { { on = "2020-04-24", extended = "2020-12-31" } },
      },
      expect = "breach" },
    { "not amber yet", as_at = "2020-11-12",
      given  = {
        legal_status = in_care, placement = { { kind = "U3", from = "2020-04-24" } },
        temporary_approval = { { on = "2020-04-24", extended = "2020-12-04" } },
      },
      expect = "on_track" },
    { "not approved, independent review asked for", as_at = "2020-12-20",
      given  = {
        legal_status = in_care, placement = { { kind = "U3", from = "2020-04-24" } },
        temporary_approval = { { on = "2020-04-24", extended = "2020-12-04", refused = "2020-11-20" } },
        action = { { action = "Independent review asked for by carer", on = "2020-11-25" } },
      },
      expect = "explained" },
    { "fully approved late", as_at = "2020-12-20",
      given  = {
        legal_status = in_care, placement = { { kind = "U3", from = "2020-04-24" } },
        temporary_approval = { { on = "2020-04-24", extended = "2020-12-04", full = "2020-12-08" } },
      },
      expect = "met_late" },
    { "fully approved, the day cannot be read", as_at = "2020-12-05",
      given  = {
        legal_status = in_care, placement = { { kind = "U3", from = "2020-04-24" } },
        temporary_approval = { { on = "2020-04-24", extended = "2020-12-31", full = ".." } },
      },
      expect = "cannot_decide" },
  }),

  lapses_after(weeks(24), { from = "2020-09-26" }, {
    { "the day the extension ends", as_at = "2021-11-01",
      given  = {
        legal_status = in_care, placement = with_relative,
        temporary_approval = { { on = "2021-06-01", extended = "2021-11-01" } },
      },
      expect = { "due_soon", due = "2021-11-01" } },
    { "the day after", as_at = "2021-11-02",
      given  = {
        legal_status = in_care, placement = with_relative,
        temporary_approval = { { on = "2021-06-01", extended = "2021-11-01" } },
      },
      expect = { "breach", days_over = 1 } },
    { "day 168", as_at = "2021-11-16",
      given  = {
        legal_status = in_care, placement = with_relative,
        temporary_approval = { { on = "2021-06-01", extended = "2021-12-31" } },
      },
      expect = "due_soon" },
    { "day 169, whatever the extension says", as_at = "2021-11-17",
      given  = {
        legal_status = in_care, placement = with_relative,
        temporary_approval = { { on = "2021-06-01", extended = "2021-12-31" } },
      },
      expect = { "breach", days_over = 1 } },
    { "not amber before week 21 is full", as_at = "2021-10-25",
      given  = {
        legal_status = in_care, placement = with_relative,
        temporary_approval = { { on = "2021-06-01", extended = "2021-11-16" } },
      },
      expect = "on_track" },
    { "amber from week 21", as_at = "2021-10-26",
      given  = {
        legal_status = in_care, placement = with_relative,
        temporary_approval = { { on = "2021-06-01", extended = "2021-11-16" } },
      },
      expect = "due_soon" },
    { "fully approved late", as_at = "2021-12-31",
      given  = {
        legal_status = in_care, placement = with_relative,
        temporary_approval = { { on = "2021-06-01", extended = "2021-11-16", full = "2021-11-20" } },
      },
      expect = { "met_late", days_over = 4 } },
    { "moved in time", as_at = "2021-12-31",
      given  = {
        legal_status = in_care,
        placement = {
          { kind = "U3", from = "2021-06-01", to = "2021-11-01" }, { kind = "U6", from = "2021-11-01" },
        },
        temporary_approval = { { on = "2021-06-01", extended = "2021-11-16" } },
      },
      expect = "on_track" },
    { "a second extension", as_at = "2021-10-01",
      given  = {
        legal_status = in_care, placement = with_relative,
        temporary_approval = {
          { on = "2021-06-01", extended = "2021-09-30", full = "2021-09-30" },
          { on = "2021-10-01", extended = "2021-11-16" },
        },
      },
      expect = { "breach", due = "2021-09-30" } },
    { "not approved, independent review asked for", as_at = "2021-11-30",
      given  = {
        legal_status = in_care, placement = with_relative,
        temporary_approval = { { on = "2021-06-01", extended = "2021-11-16", refused = "2021-10-20" } },
        action = { { action = "Independent review asked for by carer", on = "2021-10-25" } },
      },
      expect = "explained" },
    { "that review has its outcome", as_at = "2021-12-31",
      given  = {
        legal_status = in_care, placement = with_relative,
        temporary_approval = { { on = "2021-06-01", extended = "2021-11-16", refused = "2021-10-20" } },
        action = { { action = "Independent review asked for by carer", on = "2021-10-25",
                     done = "2021-12-20" } },
      },
      expect = "breach" },
    { "not extended: REG24-16W", as_at = "2021-11-30",
      given  = {
        legal_status = in_care, placement = with_relative,
        temporary_approval = { { on = "2021-06-01", ends = "2021-09-21" } },
      },
      expect = "not_applicable" },
    { "no list came, with a relative", as_at = "2021-11-30",
      given  = { legal_status = in_care, placement = with_relative },
      not_supplied = { "temporary_approval" },
      expect = "cannot_decide" },
  }),
}
