local case     = require "lib.case"
local adoption = require "lib.adoption"

return rule {
  title    = "Placement order to match past the DfE threshold",
  why      = "A child-level early warning built from scorecard indicator A2: four months from the " ..
             "order to the match.",
  source   = "gov.uk 14 January 2014: four-month target for 2013-16 [V]; 121 is four average " ..
             "months rounded down [V arithmetic, K value]; Middlesbrough 2022, line 113; Durham " ..
             "2018, line 43 [S]. The published figure is a three-year mean over adopted children: " ..
             "a flag here is not a breach of any duty",
  to_be_confirmed = true,
  standing = "local",
  severity = "medium",
  owner    = "family finding team manager",

  -- A child with adopters is not waiting; they stay only where the match list says when they were
  -- matched. The return's own match date exists for adopted children only, so without a match list
  -- the rule cannot be decided once the days have passed.
  applies  = all {
    case.looked_after_not_on_remand,
    case.on_placement_order,
    adoption.waits_for_family,
    none { case.decision_reversed_since_order:known() },
  },
  clock    = adoption.day_of_order,
  limit    = within(setting { days(121), label = "Days from order to match",
                              from = days(90), to = days(365) }),
  amber    = days(30),
  -- A match made before the order counts as made in time.
  stops    = adoption.family_matches:earliest().on,

  facts    = { matched = adoption.family_matches:earliest().on, revocation = case.day_revocation_was_lodged },

  explained_by = {
    { "revocation of the order applied for on {revocation}",
      when = case.open_applications("revocation"):since(case.placement_order.from):any() },
  },

  says     = "Placement order made {clock}, matched: {matched}. {overdue} past {limit}.",

  examples = {
    { "day 121", as_at = "2021-09-30",
      given  = { legal_status = { { status = "E1", from = "2021-06-01" } } },
      expect = { "due_soon", due = "2021-09-30" } },
    { "day 122", as_at = "2021-10-01",
      given  = { legal_status = { { status = "E1", from = "2021-06-01" } } },
      expect = { "breach", days_over = 1 } },
    { "day 90 is not amber yet", as_at = "2021-08-30",
      given  = { legal_status = { { status = "E1", from = "2021-06-01" } } }, expect = "on_track" },
    { "amber from day 91", as_at = "2021-08-31",
      given  = { legal_status = { { status = "E1", from = "2021-06-01" } } }, expect = "due_soon" },
    { "matched in time", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-01" } },
        match = { { kind = "ADOPTION", on = "2021-09-30" } },
      },
      expect = "on_track" },
    { "matched before the order", as_at = "2021-12-31",
      given  = {
        legal_status = {
          { status = "C1", from = "2021-01-01", to = "2021-06-01" },
          { status = "E1", from = "2021-06-01" },
        },
        match = { { kind = "ADOPTION", on = "2021-05-20" } },
      },
      expect = "on_track" },
    { "matched late", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-01" } },
        match = { { kind = "ADOPTION", on = "2021-10-10" } },
      },
      expect = { "met_late", days_over = 10 } },
    { "matched late, by now with adopters", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-01" } },
        with_adopters = { { kind = "A6", from = "2021-11-01" } },
        match = { { kind = "ADOPTION", on = "2021-10-10" } },
      },
      expect = "met_late" },
    { "with adopters, no match recorded", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-01" } },
        with_adopters = { { kind = "A6", from = "2021-11-01" } },
      },
      expect = "not_applicable" },
    { "a row that says why there is no match yet", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-01" } },
        match = { { kind = "ADOPTION", not_yet_reason = "siblings", not_yet_recorded = "2021-09-01" } },
      },
      expect = "breach" },
    { "the court list has a later day, and one is late and one is not", as_at = "2021-10-01",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-01" } },
        court_application = {
          { kind = "placement", on = "2021-03-01", order_made = "2021-06-04", outcome = "granted" },
        },
      },
      expect = "cannot_decide" },
    { "a match for long-term fostering is not this match", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-01" } },
        match = { { kind = "LTF", on = "2021-07-10" } },
      },
      expect = "breach" },
    { "decision reversed", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-03-01", reversed = "2021-08-01" } },
      },
      expect = "not_applicable" },
    { "revocation before the court", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-01" } },
        court_application = { { kind = "revocation", on = "2021-09-01" } },
      },
      expect = "explained" },
    { "no match list, days passed", as_at = "2021-12-31",
      given  = { legal_status = { { status = "E1", from = "2021-06-01" } } },
      not_supplied = { "match" },
      expect = "cannot_decide" },
    { "no match list, days not passed", as_at = "2021-07-31",
      given  = { legal_status = { { status = "E1", from = "2021-06-01" } } },
      not_supplied = { "match" },
      expect = "on_track" },
    { "no match list, with adopters", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-01" } },
        with_adopters = { { kind = "A6", from = "2021-11-01" } },
      },
      not_supplied = { "match" },
      expect = "not_applicable" },
    { "a holiday from the foster carers leaves the match as it was", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-01" } },
        match = { { kind = "ADOPTION", on = "2021-08-01" } },
        with_adopters = { { kind = "T2", from = "2021-08-10", to = "2021-08-17" } },
      },
      expect = "on_track" },
  },
}
