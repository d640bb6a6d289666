local case    = require "lib.case"
local law     = require "lib.law"
local parents = require "lib.parents"
local visits  = require "lib.visits"

-- An attempt at which the child was not seen explains for a while, not for good.
local attempt_holds = setting { days(14), label = "Days for which an attempt explains",
                                from = days(7), to = days(42) }
local attempts = visit:where { seen = "no" }
  :since(visits.day_last_seen_or_placed):within(last(attempt_holds))

-- For the sentence about 2020 alone, so without the weekly visits after the first.
local due_roughly = choose {
  { visits.no_first_visit, visits.day_last_seen_or_placed + weeks(1) },
  { visits.placement_to_last_to_eighteen, visits.day_last_seen_or_placed + months(3) },
  otherwise = visits.day_last_seen_or_placed + weeks(6),
}

return rule {
  title    = "Statutory visit overdue",
  why      = "A child who is not seen cannot have drift noticed.",
  source   = "Care Planning, Placement and Case Review Regulations 2010 reg 28(2) to (5) as made, " ..
             "reg 28(3A) from 1 April 2015 (Hertfordshire procedure, Portsmouth page) [V]; " ..
             "Middlesbrough 2022, lines 15 and 60 \"Practice standards for Placements with " ..
             "Parents\"; Telford & Wrekin 2013, line 24, social worker time [S]",
  standing = "statutory",
  severity = "high",
  owner    = "social work team manager",

  -- Remands count. Children placed for adoption are visited under the adoption regulations.
  applies  = all { case.looked_after, none { case.with_adopters } },
  -- From the last day the child was seen here, so nothing stops this clock: the next visit starts a
  -- new one. A visit whose "seen" is blank only may have been one.
  clock    = visits.day_last_seen_or_placed,
  -- The first that fits. Weeks are weeks, not working days.
  limit    = choose {
    { visits.no_first_visit, within(weeks(1), { amber = days(2) }) },
    { all { any { visits.at_home_on_interim_order, visits.temporary_approval },
            visits.not_reviewed_here },
      within(weeks(1), { amber = days(2) }) },
    { any { visits.at_home_on_interim_order, visits.temporary_approval }, within(weeks(4)) },
    { all { case.at_home, parents.placed_before_assessment, visits.not_reviewed_here },
      within(weeks(1), { amber = days(2) }) },
    { visits.placement_to_last_to_eighteen, within(months(3)) },
    otherwise = within(weeks(6)),
  },
  amber    = days(7),

  facts    = {
    placement = case.placement_type,
    attempt   = attempts:latest().on,
    missing   = missing_episode:current().from,
  },

  explained_by = {
    { "missing since {missing}, on every day since last seen", when = visits.missing_throughout },
    { "visited on {attempt}, but the child was not seen", when = attempts:any() },
  },

  says     = "Last seen in this placement, or placed, {clock}. Next visit due {due}. {overdue} past " ..
             "{limit}.",
  -- From 1 April 2015 a child in a long-term foster placement of over a year may agree to visits
  -- every six months (reg 28(3A)), but no list records that the child agreed.
  says_also = {
    law.relaxed_in_2020(due_roughly),
    { "Three months apply: whether the child agreed to visits every six months is not on record.",
      when = all {
        visits.long_term_for_over_a_year,
        (visits.day_last_seen_or_placed + months(3)):on_or_after "2015-04-01",
      } },
  },

  examples = {
    { "a new placement: three days before is not amber yet", as_at = "2021-07-05",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        placement = { { kind = "U6", from = "2021-07-01" } },
      },
      expect = "on_track" },
    { "a new placement: amber two days before", as_at = "2021-07-06",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        placement = { { kind = "U6", from = "2021-07-01" } },
      },
      expect = "due_soon" },
    { "a new placement, the seventh day", as_at = "2021-07-08",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        placement = { { kind = "U6", from = "2021-07-01" } },
      },
      expect = { "due_soon", due = "2021-07-08" } },
    { "a new placement, the day after", as_at = "2021-07-09",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        placement = { { kind = "U6", from = "2021-07-01" } },
        visit = { { on = "2021-06-30", seen = "yes" } },
      },
      expect = { "breach", due = "2021-07-08", days_over = 1 } },
    { "six weeks after the last visit", as_at = "2021-08-16",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        placement = { { kind = "U6", from = "2021-07-01" } },
        visit = { { on = "2021-07-05", seen = "yes" } },
      },
      expect = { "due_soon", due = "2021-08-16" } },
    { "six weeks and a day", as_at = "2021-08-17",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        placement = { { kind = "U6", from = "2021-07-01" } },
        visit = { { on = "2021-07-05", seen = "yes" } },
      },
      expect = { "breach", due = "2021-08-16", days_over = 1 } },
    { "eight days before is not amber yet", as_at = "2021-08-08",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        placement = { { kind = "U6", from = "2021-07-01" } },
        visit = { { on = "2021-07-05", seen = "yes" } },
      },
      expect = "on_track" },
    { "visited, not seen: explained for a fortnight", as_at = "2021-08-20",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        placement = { { kind = "U6", from = "2021-07-01" } },
        visit = { { on = "2021-07-05", seen = "yes" }, { on = "2021-08-10", seen = "no" } },
      },
      expect = { "explained", due = "2021-08-16" } },
    { "visited, not seen, too long ago", as_at = "2021-08-24",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        placement = { { kind = "U6", from = "2021-07-01" } },
        visit = { { on = "2021-07-05", seen = "yes" }, { on = "2021-08-10", seen = "no" } },
      },
      expect = "breach" },
    { "whether the child was seen is blank, and it matters", as_at = "2021-08-20",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        placement = { { kind = "U6", from = "2021-07-01" } },
        visit = { { on = "2021-07-05", seen = "yes" }, { on = "2021-08-10" } },
      },
      expect = "cannot_decide" },
    { "whether the child was seen is blank, late either way", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        placement = { { kind = "U6", from = "2021-07-01" } },
        visit = { { on = "2021-07-05", seen = "yes" }, { on = "2021-08-10" } },
      },
      expect = "breach" },
    { "missing ever since", as_at = "2021-08-17",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        placement = { { kind = "U6", from = "2021-07-01" } },
        visit = { { on = "2021-07-05", seen = "yes" } },
        missing_episode = { { kind = "M", from = "2021-07-06" } },
      },
      expect = "explained" },
    { "missing for a part only", as_at = "2021-08-17",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        placement = { { kind = "U6", from = "2021-07-01" } },
        visit = { { on = "2021-07-05", seen = "yes" } },
        missing_episode = { { kind = "M", from = "2021-07-20" } },
      },
      expect = "breach" },
    { "at home on an interim order: weekly until a review", as_at = "2021-07-20",
      given  = {
        legal_status = { { status = "C1", from = "2021-07-01" } },
        placement = { { kind = "P1", from = "2021-07-01" } },
        at_home = { { kind = "P1", from = "2021-07-01" } },
        visit = { { on = "2021-07-05", seen = "yes" }, { on = "2021-07-12", seen = "yes" } },
      },
      expect = { "breach", due = "2021-07-19" } },
    { "at home on an interim order, reviewed: four weeks", as_at = "2021-08-23",
      given  = {
        legal_status = { { status = "C1", from = "2021-07-01" } },
        placement = { { kind = "P1", from = "2021-07-01" } },
        at_home = { { kind = "P1", from = "2021-07-01" } },
        visit = { { on = "2021-07-19", seen = "yes" }, { on = "2021-07-26", seen = "yes" } },
        review = { { on = "2021-07-28" } },
      },
      expect = { "due_soon", due = "2021-08-23" } },
    { "with a relative under temporary approval: weekly", as_at = "2021-07-20",
      given  = {
        legal_status = { { status = "C2", from = "2021-07-01" } },
        placement = { { kind = "U3", from = "2021-07-01" } },
        visit = { { on = "2021-07-12", seen = "yes" } },
        temporary_approval = { { on = "2021-07-01", ends = "2021-10-21" } },
      },
      expect = { "breach", due = "2021-07-19" } },
    { "with a relative, fully approved: six weeks", as_at = "2021-07-20",
      given  = {
        legal_status = { { status = "C2", from = "2021-07-01" } },
        placement = { { kind = "U3", from = "2021-07-01" } },
        visit = { { on = "2021-07-12", seen = "yes" } },
        temporary_approval = { { on = "2021-07-01", ends = "2021-10-21", full = "2021-07-15" } },
      },
      expect = { "on_track", due = "2021-08-23" } },
    { "with a parent before the assessment: weekly", as_at = "2021-07-20",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        placement = { { kind = "P1", from = "2021-07-01" } },
        at_home = { { kind = "P1", from = "2021-07-01" } },
        visit = { { on = "2021-07-12", seen = "yes" } },
        placement_with_parents = { { referred = "2021-06-28" } },
      },
      expect = { "breach", due = "2021-07-19" } },
    { "at home, a care order made: a visit within seven days", as_at = "2021-07-09",
      given  = {
        legal_status = {
          { status = "C1", from = "2021-01-10", to = "2021-07-01" },
          { status = "C2", from = "2021-07-01" },
        },
        placement = { { kind = "P1", from = "2021-02-01" } },
        at_home = { { kind = "P1", from = "2021-02-01" } },
        visit = { { on = "2021-06-29", seen = "yes" } },
      },
      expect = { "breach", due = "2021-07-08" } },
    { "at home on a care order, seen since: six weeks", as_at = "2021-07-20",
      given  = {
        legal_status = {
          { status = "C1", from = "2021-01-10", to = "2021-07-01" },
          { status = "C2", from = "2021-07-01" },
        },
        placement = { { kind = "P1", from = "2021-02-01" } },
        at_home = { { kind = "P1", from = "2021-02-01" } },
        visit = { { on = "2021-07-06", seen = "yes" } },
      },
      expect = { "on_track", due = "2021-08-17" } },
    { "long-term foster placement over a year: three months", as_at = "2021-09-12",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U4", from = "2020-07-01" } },
        visit = { { on = "2021-06-12", seen = "yes" } },
      },
      expect = { "due_soon", due = "2021-09-12" } },
    { "the same, a day later", as_at = "2021-09-13",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U4", from = "2020-07-01" } },
        visit = { { on = "2021-06-12", seen = "yes" } },
      },
      expect = "breach" },
    { "no care plan list: six weeks or three months", as_at = "2021-08-16",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-07-01" } },
        visit = { { on = "2021-07-01", seen = "yes" } },
      },
      not_supplied = { "care_plan" },
      expect = "cannot_decide" },
    { "no list of temporary approvals, over six weeks", as_at = "2021-08-24",
      given  = {
        legal_status = { { status = "C2", from = "2021-07-01" } },
        placement = { { kind = "U3", from = "2021-07-01" } },
        visit = { { on = "2021-07-12", seen = "yes" } },
      },
      not_supplied = { "temporary_approval" },
      expect = "breach" },
    { "no visit list came", as_at = "2021-08-24",
      given  = {
        legal_status = { { status = "C2", from = "2021-07-01" } },
        placement = { { kind = "U6", from = "2021-07-01" } },
      },
      not_supplied = { "visit" },
      expect = "cannot_decide" },
    { "remanded", as_at = "2021-08-24",
      given  = {
        legal_status = { { status = "J1", from = "2021-07-01" } },
        placement = { { kind = "R5", from = "2021-07-01" } },
      },
      expect = "breach" },
    { "placed for adoption", as_at = "2021-08-24",
      given  = {
        legal_status = { { status = "E1", from = "2021-07-01" } },
        placement = { { kind = "A6", from = "2021-08-01" } },
        with_adopters = { { kind = "A6", from = "2021-08-01" } },
      },
      expect = "not_applicable" },
    { "short break", as_at = "2021-08-24",
      given  = { legal_status = { { status = "V4", from = "2021-07-01" } } },
      expect = "not_applicable" },
    { "a six-week visit missed in the first year stays missed after it", as_at = "2021-07-02",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U4", from = "2020-07-01" } },
        visit = { { on = "2021-05-01", seen = "yes" } },
      },
      expect = { "breach", due = "2021-06-12" } },
    { "a weekly visit missed stays missed after the review", as_at = "2021-07-30",
      given  = {
        legal_status = { { status = "C1", from = "2021-07-01" } },
        placement = { { kind = "P1", from = "2021-07-01" } },
        at_home = { { kind = "P1", from = "2021-07-01" } },
        visit = { { on = "2021-07-12", seen = "yes" } },
        review = { { on = "2021-07-28" } },
      },
      expect = { "breach", due = "2021-07-19" } },
    { "a connected person on the list of temporary approvals, Z1: weekly", as_at = "2021-07-20",
      given  = {
        legal_status = { { status = "C2", from = "2021-07-01" } },
        placement = { { kind = "Z1", from = "2021-07-01" } },
        visit = { { on = "2021-07-12", seen = "yes" } },
        temporary_approval = { { on = "2021-07-01", ends = "2021-10-21" } },
      },
      expect = { "breach", due = "2021-07-19" } },
  },
}
