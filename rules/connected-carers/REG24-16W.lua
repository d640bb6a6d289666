local connected = require "lib.connected"

-- The day of approval is left out, so day 112 is the last. Counted in, it would be day 111: to be
-- fixed by the legal team. The recorded end is shown beside it.
local function lapses_after(span, with_extension, in_force, examples)
  return rule {
    title    = "Temporary approval of a connected carer about to lapse or lapsed",
    why      = "Past sixteen weeks with no approval or extension the placement has no lawful basis.",
    source   = "Care Planning, Placement and Case Review Regulations 2010 reg 24(1), 25 " ..
               "(procedures of Hillingdon and Lincolnshire) [V]; 24 weeks for approvals from 24 " ..
               "April to 25 September 2020, SI 2020/445 [V]; Middlesbrough 2022, lines 61 and 115; " ..
               "Derby, December 2021, lines 133 to 145; Derby minutes 9 December 2021, line 156 [S]",
    standing = "statutory",
    severity = "critical",
    owner    = "fostering team manager",
    in_force = in_force,

    each     = temporary_approval,
    applies  = connected.under_approval,
    clock    = connected.approved_from,
    limit    = within(span),
    amber    = weeks(4),
    stops    = connected.ended,

    facts    = {
      ends = this.ends, extended = this.extended, full = this.full, refused = this.refused,
      placed = connected.placement.from,
    },

    -- The list has no day for the decision to extend. REG25-24W watches the extension itself.
    explained_by = {
      { "extended to {extended}",
        when = all {
          this.extended:on_or_after(as_at),
          (connected.approved_from + with_extension):on_or_after(as_at),
        } },
    },

    says     = "With a relative or friend since {placed}, temporary approval from {clock}, recorded " ..
               "end: {ends}, extended to: {extended}. Full approval: {full}. {overdue} past {limit}.",
    says_also = {
      { "The day of the approval is not recorded: counted from the start of the placement.",
        when = all { temporary_approval:supplied(), this.on:missing() } },
    },

    examples = examples,
  }
end

local in_care = { { status = "C1", from = "2019-01-10" } }
local with_relative = { { kind = "U3", from = "2021-06-01" } }

return versions {
  lapses_after(weeks(16), weeks(24), { to = "2020-04-23" }, {
    { "sixteen weeks before the coronavirus rules", as_at = "2020-08-14",
      given  = {
        legal_status = in_care,
        placement = { { kind = "U3", from = "2020-04-23" } },
        temporary_approval = { { on = "2020-04-23" } },
      },
      expect = { "breach", due = "2020-08-13", days_over = 1 } },
    { "the last day", as_at = "2020-08-13",
      given  = {
        legal_status = in_care,
        placement = { { kind = "U3", from = "2020-04-23" } },
        temporary_approval = { { on = "2020-04-23" } },
      },
      expect = "due_soon" },
    { "extended", as_at = "2020-08-14",
      given  = {
        legal_status = in_care,
        placement = { { kind = "U3", from = "2020-04-23" } },
        temporary_approval = { { on = "2020-04-23", extended = "2020-10-08" } },
      },
      expect = "explained" },
    { "fully approved late", as_at = "2020-09-30",
      given  = {
        legal_status = in_care,
        placement = { { kind = "U3", from = "2020-04-23" } },
        temporary_approval = { { on = "2020-04-23", full = "2020-08-20" } },
      },
      expect = { "met_late", days_over = 7 } },
    { "approved on one of some days", as_at = "2020-08-10",
      given  = {
        legal_status = in_care,
        placement = { { kind = "U3", from = "2020-04-10" } },
        temporary_approval = { { on = "2020-04-10..2020-04-23" } },
      },
      expect = "cannot_decide" },
    { "fully approved, the day cannot be read", as_at = "2020-08-14",
      given  = {
        legal_status = in_care,
        placement = { { kind = "U3", from = "2020-04-23" } },
        temporary_approval = { { on = "2020-04-23", full = ".." } },
      },
      expect = "cannot_decide" },
  }),

  lapses_after(weeks(24), weeks(32), { from = "2020-04-24", to = "2020-09-25" }, {
    { "approved under the coronavirus rules: twenty-four weeks", as_at = "2020-10-09",
      given  = {
        legal_status = in_care,
        placement = { { kind = "U3", from = "2020-04-24" } },
        temporary_approval = { { on = "2020-04-24" } },
      },
      expect = { "due_soon", due = "2020-10-09" } },
    { "approved on their last day", as_at = "2021-03-13",
      given  = {
        legal_status = in_care,
        placement = { { kind = "U3", from = "2020-09-25" } },
        temporary_approval = { { on = "2020-09-25" } },
      },
      expect = { "breach", due = "2021-03-12" } },
    { "extended", as_at = "2021-03-13",
      given  = {
        legal_status = in_care,
        placement = { { kind = "U3", from = "2020-09-25" } },
        temporary_approval = { { on = "2020-09-25", extended = "2021-05-07" } },
      },
      expect = "explained" },
    { "fully approved late", as_at = "2021-04-30",
      given  = {
        legal_status = in_care,
        placement = { { kind = "U3", from = "2020-09-25" } },
        temporary_approval = { { on = "2020-09-25", full = "2021-03-22" } },
      },
      expect = { "met_late", days_over = 10 } },
    { "fully approved, the day cannot be read", as_at = "2021-03-13",
      given  = {
        legal_status = in_care,
        placement = { { kind = "U3", from = "2020-09-25" } },
        temporary_approval = { { on = "2020-09-25", full = ".." } },
      },
      expect = "cannot_decide" },
  }),

  lapses_after(weeks(16), weeks(24), { from = "2020-09-26" }, {
    { "day 112", as_at = "2021-09-21",
      given  = {
        legal_status = in_care, placement = with_relative,
        temporary_approval = { { on = "2021-06-01", ends = "2021-09-21" } },
      },
      expect = { "due_soon", due = "2021-09-21" } },
    { "day 113", as_at = "2021-09-22",
      given  = {
        legal_status = in_care, placement = with_relative,
        temporary_approval = { { on = "2021-06-01", ends = "2021-09-21" } },
      },
      expect = { "breach", days_over = 1 } },
    { "not amber before week 12 is full", as_at = "2021-08-23",
      given  = {
        legal_status = in_care, placement = with_relative,
        temporary_approval = { { on = "2021-06-01" } },
      },
      expect = "on_track" },
    { "amber from week 12", as_at = "2021-08-24",
      given  = {
        legal_status = in_care, placement = with_relative,
        temporary_approval = { { on = "2021-06-01" } },
      },
      expect = "due_soon" },
    { "fully approved in time", as_at = "2021-12-31",
      given  = {
        legal_status = in_care, placement = with_relative,
        temporary_approval = { { on = "2021-06-01", full = "2021-09-21" } },
      },
      expect = "on_track" },
    { "fully approved late", as_at = "2021-12-31",
      given  = {
        legal_status = in_care, placement = with_relative,
        temporary_approval = { { on = "2021-06-01", full = "2021-10-01" } },
      },
      expect = { "met_late", days_over = 10 } },
    { "moved in time", as_at = "2021-12-31",
      given  = {
        legal_status = in_care,
        placement = {
          { kind = "U3", from = "2021-06-01", to = "2021-09-01" },
          { kind = "U6", from = "2021-09-01" },
        },
        temporary_approval = { { on = "2021-06-01" } },
      },
      expect = "on_track" },
    { "extended", as_at = "2021-10-15",
      given  = {
        legal_status = in_care, placement = with_relative,
        temporary_approval = { { on = "2021-06-01", ends = "2021-09-21", extended = "2021-11-16" } },
      },
      expect = { "explained", due = "2021-09-21" } },
    { "the extension has run out", as_at = "2021-11-17",
      given  = {
        legal_status = in_care, placement = with_relative,
        temporary_approval = { { on = "2021-06-01", ends = "2021-09-21", extended = "2021-11-16" } },
      },
      expect = "breach" },
    { "extended for longer than the law allows", as_at = "2021-11-17",
      given  = {
        legal_status = in_care, placement = with_relative,
        temporary_approval = { { on = "2021-06-01", ends = "2021-09-21", extended = "2021-12-31" } },
      },
      expect = "breach" },
    { "refused: that is CP-UNREG, and the weeks run on", as_at = "2021-09-22",
      given  = {
        legal_status = in_care, placement = with_relative,
        temporary_approval = { { on = "2021-06-01", refused = "2021-08-01" } },
      },
      expect = "breach" },
    { "coded Z1 until approved", as_at = "2021-09-22",
      given  = {
        legal_status = in_care, placement = { { kind = "Z1", from = "2021-06-01" } },
        temporary_approval = { { on = "2021-06-01" } },
      },
      expect = "breach" },
    { "the day of approval is blank: from the start of the placement", as_at = "2021-09-22",
      given  = {
        legal_status = in_care, placement = with_relative, temporary_approval = { { ends = "2021-09-21" } },
      },
      expect = { "breach", clock = "2021-06-01" } },
    { "an approval for an earlier placement", as_at = "2021-09-22",
      given  = {
        legal_status = in_care, placement = with_relative,
        temporary_approval = { { on = "2019-06-01" } },
      },
      expect = "not_applicable" },
    { "on remand, with a relative", as_at = "2021-09-22",
      given  = {
        legal_status = { { status = "J1", from = "2021-06-01" } }, placement = with_relative,
        temporary_approval = { { on = "2021-06-01" } },
      },
      expect = "breach" },
    { "not on the list: fully approved", as_at = "2021-09-22",
      given  = { legal_status = in_care, placement = with_relative },
      expect = "not_applicable" },
    { "no list came, with a relative", as_at = "2021-09-22",
      given  = { legal_status = in_care, placement = with_relative },
      not_supplied = { "temporary_approval" },
      expect = "cannot_decide" },
    { "no list came, with a foster carer who is not a relative", as_at = "2021-09-22",
      given  = { legal_status = in_care, placement = { { kind = "U6", from = "2021-06-01" } } },
      not_supplied = { "temporary_approval" },
      expect = "not_applicable" },
  }),
}
