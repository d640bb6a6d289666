local case     = require "lib.case"
local adoption = require "lib.adoption"

local reviewed = adoption.siblings:latest_of "reviewed"
local linked   = adoption.open_links:earliest_of "linked"

return rule {
  title    = "Search for brothers and sisters not looked at again",
  why      = "Holding brothers and sisters together, or parting them, is a decision with a clock: " ..
             "while nobody looks again, all of them wait.",
  source   = "Derby, Exit from Care, December 2021, line 214: \"4 sibling groups of 2 ... one ... has " ..
             "now been separated ... sibling group of 4 where the home finding plan is 2 groups of 2\"; " ..
             "Middlesbrough 2022, line 107: sibling groups; Durham 2018, line 45 [S]. The limit is " ..
             "local [L]",
  standing = "local",
  severity = "medium",
  owner    = "family finding team manager",

  -- Each child by the day of their own order: a rule sees one child, and cannot join the group.
  applies  = all {
    case.looked_after_not_on_remand,
    case.on_placement_order,
    adoption.siblings:any(),
    none { case.decision_reversed_since_order:known() },
    adoption.waits_for_family,
  },
  clock    = adoption.day_of_order,
  -- Six months from the order, and three months after each time the decision was looked at; looking
  -- early never brings the first six months forward.
  due      = latest_of(
    adoption.day_of_order + setting { months(6), label = "Months of searching for the group",
                                      from = months(3), to = months(12) },
    reviewed + setting { months(3), label = "Months until it is looked at again",
                         from = months(1), to = months(6) }
  ),
  breach_on_due = true,
  amber    = months(1),
  stops    = adoption.family_matches:earliest().on,

  facts    = { reviewed = reviewed, linked = linked, matched = adoption.family_matches:earliest().on },

  explained_by = {
    { "linked with a family since {linked}", when = adoption.open_links:any() },
  },

  says     = "One of a group of brothers and sisters, placement order made {clock}, matched: " ..
             "{matched}. Together or apart last looked at: {reviewed}, due {due}. {overdue} over.",
  says_also = {
    { "No group number is recorded, so the groups cannot be counted.",
      when = none { adoption.siblings:where(function(s) return s.group:known() end):any() } },
  },

  examples = {
    { "the day before six months", as_at = "2021-09-29",
      given  = {
        legal_status = { { status = "E1", from = "2021-03-30" } },
        sibling_group = { { group = "G1", belongs = "yes", together = 2 } },
      },
      expect = { "due_soon", due = "2021-09-30" } },
    { "six months to the day", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "E1", from = "2021-03-30" } },
        sibling_group = { { group = "G1", belongs = "yes", together = 2 } },
      },
      expect = { "breach", days_over = 0 } },
    { "not amber before five months", as_at = "2021-08-29",
      given  = {
        legal_status = { { status = "E1", from = "2021-03-30" } },
        sibling_group = { { group = "G1", belongs = "yes", together = 2 } },
      },
      expect = "on_track" },
    { "amber from five months", as_at = "2021-08-30",
      given  = {
        legal_status = { { status = "E1", from = "2021-03-30" } },
        sibling_group = { { group = "G1", belongs = "yes", together = 2 } },
      },
      expect = "due_soon" },
    { "looked at after five months: three months more", as_at = "2021-11-29",
      given  = {
        legal_status = { { status = "E1", from = "2021-03-30" } },
        sibling_group = { { group = "G1", belongs = "yes", together = 2, reviewed = "2021-08-30" } },
      },
      expect = { "due_soon", due = "2021-11-30" } },
    { "three months after that", as_at = "2021-11-30",
      given  = {
        legal_status = { { status = "E1", from = "2021-03-30" } },
        sibling_group = { { group = "G1", belongs = "yes", together = 2, reviewed = "2021-08-30" } },
      },
      expect = { "breach", due = "2021-11-30" } },
    { "looked at early: still six months from the order", as_at = "2021-09-29",
      given  = {
        legal_status = { { status = "E1", from = "2021-03-30" } },
        sibling_group = { { group = "G1", belongs = "yes", apart = 1, reviewed = "2021-04-10" } },
      },
      expect = { "due_soon", due = "2021-09-30" } },
    { "matched in time", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-03-30" } },
        sibling_group = { { group = "G1", belongs = "yes", together = 2 } },
        match = { { kind = "ADOPTION", on = "2021-09-10" } },
      },
      expect = "on_track" },
    { "matched late", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-03-30" } },
        sibling_group = { { group = "G1", belongs = "yes", together = 2 } },
        match = { { kind = "ADOPTION", on = "2021-10-10" } },
      },
      expect = { "met_late", days_over = 10 } },
    { "linked", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-03-30" } },
        sibling_group = { { group = "G1", belongs = "yes", together = 2 } },
        family_finding = { { started = "2021-04-10", linked = "2021-09-01" } },
      },
      expect = "explained" },
    { "the link ended", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-03-30" } },
        sibling_group = { { group = "G1", belongs = "yes", together = 2 } },
        family_finding = { { linked = "2021-09-01", link_ended = "2021-12-01" } },
      },
      expect = "breach" },
    { "no group number", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-03-30" } },
        sibling_group = { { belongs = "yes", together = 2 } },
      },
      expect = "breach" },
    { "whether the child belongs to a group is blank", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-03-30" } },
        sibling_group = { { together = 2 } },
      },
      expect = "cannot_decide" },
    { "not one of a group", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-03-30" } },
        sibling_group = { { belongs = "no" } },
      },
      expect = "not_applicable" },
    { "no list of sibling groups", as_at = "2021-12-31",
      given  = { legal_status = { { status = "E1", from = "2021-03-30" } } },
      not_supplied = { "sibling_group" },
      expect = "cannot_decide" },
    { "no match list, six months passed", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-03-30" } },
        sibling_group = { { group = "G1", belongs = "yes", together = 2 } },
      },
      not_supplied = { "match" },
      expect = "cannot_decide" },
    { "no family finding list: a plain breach, reason not evidenced", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-03-30" } },
        sibling_group = { { group = "G1", belongs = "yes", together = 2 } },
      },
      not_supplied = { "family_finding" },
      expect = "breach" },
    { "decision reversed", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-03-30" } },
        sibling_group = { { group = "G1", belongs = "yes", together = 2 } },
        adoption_decision = { { on = "2021-01-10", reversed = "2021-08-01" } },
      },
      expect = "not_applicable" },
    { "with adopters, no match recorded", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-03-30" } },
        sibling_group = { { group = "G1", belongs = "yes", together = 2 } },
        with_adopters = { { kind = "A6", from = "2021-11-01" } },
      },
      expect = "not_applicable" },
    { "left the adopters: the link to them is over", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-07-01" } },
        sibling_group = { { group = "G1", belongs = "yes" } },
        family_finding = { { started = "2020-07-10", linked = "2020-08-01" } },
        match = { { kind = "ADOPTION", on = "2020-10-01" } },
        with_adopters = { { kind = "A6", from = "2020-11-01", to = "2021-07-01" } },
      },
      expect = "breach" },
  },
}
