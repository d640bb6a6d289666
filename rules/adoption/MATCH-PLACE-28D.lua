local case     = require "lib.case"
local adoption = require "lib.adoption"

local matched = adoption.family_matches:latest().on

-- With adopters on the day of the match or since. A stay that had ended by then was with others.
local in_episodes = adoption.stays_with_adopters:where(function(w)
  return any { w.to:missing(), w.to:after(matched) }
end):earliest().from

-- The day as the case system gives it stands where the episodes show no adopters yet; where both are
-- on record, both are asked.
local in_record = choose {
  { permanence_record:supplied(),
    permanence_record:where(function(r) return r.placed:on_or_after(matched) end)
      :earliest_of "placed" },
  otherwise = in_episodes,
}
local placed = either_of(first_known(in_episodes, in_record), first_known(in_record, in_episodes))

-- The plan's own last day, where it has one; else twenty-eight days from the day it was made.
local introductions = action:since(matched):where(function(a)
  return all {
    a.action:contains("introduction"),
    any {
      a.due:on_or_after(as_at),
      all { a.due:missing(), a.on:during(last(days(28))) },
    },
  }
end)

return rule {
  title    = "Matched but not placed",
  why      = "After the match introductions should start and finish quickly: the child is expecting " ..
             "a family.",
  source   = "Derby, Exit from Care, December 2021, line 212: \"2 have been matched and 3 have been " ..
             "placed\" [S]; children who stay with their carers are placed on the day of the notice: " ..
             "Adoption Agencies Regulations 2005 reg 35(5) [V]. The limit is local [L]",
  standing = "local",
  severity = "medium",
  owner    = "adoption team manager",

  -- The latest match. No list says that a match came to nothing; a reversal of the decision says so,
  -- and adopters whom the child has left again end the match that led to them.
  applies  = all {
    case.looked_after_not_on_remand,
    any { adoption.is_on_the_way, match:supplied() },
    adoption.family_matches:any(),
    none { adoption_decision:where(function(d) return d.reversed:on_or_after(matched) end):any() },
  },
  clock    = matched,
  limit    = within(setting { days(28), label = "Days from match to moving in",
                              from = days(14), to = days(91) }),
  amber    = days(7),
  stops    = placed,

  facts    = {
    placed        = placed,
    introductions = introductions:latest().on,
    carer_since   = case.start_with_carer,
  },

  -- A child who already lives with carers who may adopt does not move: they are placed by notice.
  explained_by = {
    { "introductions planned on {introductions}", when = introductions:any() },
    { "with foster carers who may adopt since {carer_since}, to be placed by notice",
      when = adoption.with_carers_who_may_adopt },
  },

  says     = "Matched with adopters on {clock}, moved in: {placed}. {overdue} past {limit}.",

  examples = {
    { "twenty-eight days", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-01" } },
        match = { { kind = "ADOPTION", on = "2021-09-02" } },
      },
      expect = { "due_soon", due = "2021-09-30" } },
    { "the day after", as_at = "2021-10-01",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-01" } },
        match = { { kind = "ADOPTION", on = "2021-09-02" } },
      },
      expect = { "breach", days_over = 1 } },
    { "not amber before day 21", as_at = "2021-09-22",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-01" } },
        match = { { kind = "ADOPTION", on = "2021-09-02" } },
      },
      expect = "on_track" },
    { "amber from day 21", as_at = "2021-09-23",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-01" } },
        match = { { kind = "ADOPTION", on = "2021-09-02" } },
      },
      expect = "due_soon" },
    { "moved in in time", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-01" } },
        match = { { kind = "ADOPTION", on = "2021-09-02" } },
        with_adopters = { { kind = "A6", from = "2021-09-30" } },
      },
      expect = "on_track" },
    { "moved in late", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-01" } },
        match = { { kind = "ADOPTION", on = "2021-09-02" } },
        with_adopters = { { kind = "A6", from = "2021-10-10" } },
      },
      expect = { "met_late", days_over = 10 } },
    { "with them before the match was recorded", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-01" } },
        match = { { kind = "ADOPTION", on = "2021-09-02" } },
        with_adopters = { { kind = "A5", from = "2021-08-30" } },
      },
      expect = "on_track" },
    { "the case system has the day, the episodes not yet", as_at = "2021-10-15",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-01" } },
        match = { { kind = "ADOPTION", on = "2021-09-02" } },
        permanence_record = { { placed = "2021-09-28" } },
      },
      expect = "on_track" },
    { "the two days disagree, one in time and one late", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-01" } },
        match = { { kind = "ADOPTION", on = "2021-09-02" } },
        with_adopters = { { kind = "A6", from = "2021-10-10" } },
        permanence_record = { { placed = "2021-09-28" } },
      },
      expect = "cannot_decide" },
    { "no permanence table: the episodes say it", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-01" } },
        match = { { kind = "ADOPTION", on = "2021-09-02" } },
        with_adopters = { { kind = "A6", from = "2021-09-30" } },
      },
      not_supplied = { "permanence_record" },
      expect = "on_track" },
    { "no permanence table and no adopters", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-01" } },
        match = { { kind = "ADOPTION", on = "2021-09-02" } },
      },
      not_supplied = { "permanence_record" },
      expect = "breach" },
    { "adopters whom the child left before this match", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-01" } },
        match = { { kind = "ADOPTION", on = "2021-02-01" }, { kind = "ADOPTION", on = "2021-09-02" } },
        with_adopters = { { kind = "A6", from = "2021-03-01", to = "2021-07-01" } },
      },
      expect = "breach" },
    { "left the adopters, not matched again", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-01" } },
        match = { { kind = "ADOPTION", on = "2021-02-01" } },
        with_adopters = { { kind = "A6", from = "2021-03-01", to = "2021-07-01" } },
      },
      expect = "not_applicable" },
    { "introductions planned to a day that has not passed", as_at = "2021-10-20",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-01" } },
        match = { { kind = "ADOPTION", on = "2021-09-02" } },
        action = { { action = "Introductions plan", on = "2021-09-10", due = "2021-10-20" } },
      },
      expect = "explained" },
    { "the last planned day of introductions has passed", as_at = "2021-10-21",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-01" } },
        match = { { kind = "ADOPTION", on = "2021-09-02" } },
        action = { { action = "Introductions plan", on = "2021-10-10", due = "2021-10-20" } },
      },
      expect = "breach" },
    { "introductions planned, no last day, twenty-eight days ago", as_at = "2021-10-08",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-01" } },
        match = { { kind = "ADOPTION", on = "2021-09-02" } },
        action = { { action = "Introductions plan", on = "2021-09-10" } },
      },
      expect = "breach" },
    { "with foster carers who may adopt", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-01" } },
        match = { { kind = "ADOPTION", on = "2021-09-02" } },
        placement = { { kind = "U5", from = "2021-02-01" } },
        carer = { { kind = "U5", from = "2021-02-01" } },
      },
      expect = "explained" },
    { "decision reversed after the match", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-01" } },
        match = { { kind = "ADOPTION", on = "2021-09-02" } },
        adoption_decision = { { on = "2020-11-01", reversed = "2021-10-15" } },
      },
      expect = "not_applicable" },
    { "the day of the match is partly known", as_at = "2021-10-15",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-01" } },
        match = { { kind = "ADOPTION", on = "2021-09-01..2021-09-30" } },
      },
      expect = "cannot_decide" },
    { "matched for long-term fostering", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-01" } },
        match = { { kind = "LTF", on = "2021-09-02" } },
      },
      expect = "not_applicable" },
    { "no match list", as_at = "2021-12-31",
      given  = { legal_status = { { status = "E1", from = "2021-01-01" } } },
      not_supplied = { "match" },
      expect = "cannot_decide" },
    { "no match list, and nothing points to adoption", as_at = "2021-12-31",
      given  = { legal_status = { { status = "C2", from = "2021-01-01" } } },
      not_supplied = { "match" },
      expect = "not_applicable" },
    { "a holiday after the match is no move to adopters", as_at = "2021-10-01",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-01" } },
        match = { { kind = "ADOPTION", on = "2021-09-02" } },
        with_adopters = { { kind = "T2", from = "2021-09-10", to = "2021-09-17" } },
      },
      expect = { "breach", days_over = 1 } },
  },
}
