local case     = require "lib.case"
local adoption = require "lib.adoption"

local decision = adoption.decision
local matched  = adoption.family_matches:earliest().on

-- A search that is closed now did its work if a match followed it: then any search that began counts.
-- Without a match only one that is open today does.
local search_began = choose {
  { adoption.family_matches:any(), adoption.searches_since_adopters:earliest_of "started" },
  otherwise = adoption.searches:earliest_of "started",
}
local reasons  = family_finding:where(function(f) return f.reason_not_searching:known() end)
local recent   = reasons:where(function(f) return f.reason_recorded:during(last(months(3))) end)

return rule {
  title    = "Plan of adoption and nobody family finding",
  why      = "A child with a plan and no search is waiting for nothing.",
  source   = "Derby, Exit from Care, December 2021, line 216: \"7 children including a sibling group " ..
             "of 2 who we have not been home finding for due to a range of reasons\", line 190; " ..
             "Durham 2018, line 43: \"The other 42 children all have an allocated family finder\" " ..
             "[S]. The limit is local [L]",
  standing = "local",
  severity = "high",
  owner    = "family finding team manager",

  applies  = all {
    case.looked_after_not_on_remand,
    decision:known(),
    none { adoption.with_carers_who_may_adopt },
    adoption.waits_for_family,
  },
  -- The end of a search is on record only as the end of its link, or of the stay with the adopters that
  -- it found: a search that closed on no recorded day leaves the clock at the decision.
  clock    = latest_of(decision.on, adoption.links:latest_of "link_ended", adoption.day_left_adopters),
  limit    = within(setting { days(28), label = "Days without a search",
                              from = days(7), to = days(91) }),
  amber    = days(14),
  stops    = earliest_of(search_began, matched),

  facts    = {
    decided     = decision.on,
    began       = search_began,
    matched     = matched,
    last_search = family_finding:latest_of "started",
    reason      = recent:latest().reason_not_searching,
    recorded    = recent:latest_of "reason_recorded",
  },

  -- A reason holds for three months from the day it was recorded; a reason without a day cannot be
  -- seen to hold.
  explained_by = {
    { "not searching, reason recorded on {recorded}: {reason}", when = recent:any() },
  },

  says     = "Decision for adoption {decided}; nobody searching from {clock}, search begun: {began}, " ..
             "matched: {matched}. {overdue} past {limit}. Last search on record began: {last_search}.",
  says_also = {
    { "No reason for not searching is recorded.", when = none { reasons:any() } },
  },

  examples = {
    { "twenty-eight days, no search", as_at = "2021-08-29",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-08-01" } },
      },
      expect = { "due_soon", due = "2021-08-29" } },
    { "the day after", as_at = "2021-08-30",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-08-01" } },
      },
      expect = { "breach", days_over = 1 } },
    { "not amber before day fourteen", as_at = "2021-08-14",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-08-01" } },
      },
      expect = "on_track" },
    { "amber from day fourteen", as_at = "2021-08-15",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-08-01" } },
      },
      expect = "due_soon" },
    { "a search begun before the decision", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-08-01" } },
        family_finding = { { started = "2021-07-01", status = "searching" } },
      },
      expect = "on_track" },
    { "a search begun late", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-08-01" } },
        family_finding = { { started = "2021-09-10" } },
      },
      expect = { "met_late", days_over = 12 } },
    { "the search was closed", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-08-01" } },
        family_finding = { { started = "2021-08-10", status = "Closed by agency" } },
      },
      expect = { "breach", due = "2021-08-29" } },
    { "the link broke and the search was closed: counted from the end of the link", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-08-01" } },
        family_finding = {
          { started = "2021-08-10", status = "closed", linked = "2021-09-20", link_ended = "2021-11-30" },
        },
      },
      expect = { "breach", due = "2021-12-28" } },
    { "the search is closed because it ended in a match", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-08-01" } },
        family_finding = { { started = "2021-08-20", status = "search ended, matched" } },
        match = { { kind = "ADOPTION", on = "2021-11-20" } },
      },
      expect = "on_track" },
    { "matched without a search", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-08-01" } },
        match = { { kind = "ADOPTION", on = "2021-08-20" } },
      },
      expect = "on_track" },
    { "a reason recorded less than three months ago", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-08-01" } },
        family_finding = { { reason_not_searching = "therapy", reason_recorded = "2021-10-01" } },
      },
      expect = { "explained", reason = "Not searching, reason recorded on 1 Oct 2021: therapy" } },
    { "a reason recorded three months ago to the day", as_at = "2022-01-01",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-08-01" } },
        family_finding = { { reason_not_searching = "therapy", reason_recorded = "2021-10-01" } },
      },
      expect = "breach" },
    { "a reason without a day", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-08-01" } },
        family_finding = { { reason_not_searching = "therapy" } },
      },
      expect = "breach" },
    { "a search begun, then a reason not to search", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-08-01" } },
        family_finding = {
          { started = "2021-08-05", reason_not_searching = "plan under review",
            reason_recorded = "2021-11-01" },
        },
      },
      expect = "explained" },
    { "with foster carers who may adopt", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-08-01" } },
        placement = { { kind = "U5", from = "2021-01-10" } },
      },
      expect = "not_applicable" },
    { "with adopters", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-08-01" } },
        with_adopters = { { kind = "A6", from = "2021-10-01" } },
      },
      expect = "not_applicable" },
    { "left the adopters again: the old match is over", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-01" } },
        adoption_decision = { { on = "2021-01-10" } },
        match = { { kind = "ADOPTION", on = "2021-02-01" } },
        with_adopters = { { kind = "A6", from = "2021-03-01", to = "2021-07-01" } },
      },
      expect = "breach" },
    { "decision reversed", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-08-01", reversed = "2021-09-01" } },
      },
      expect = "not_applicable" },
    { "no family finding list, past the days", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-08-01" } },
      },
      not_supplied = { "family_finding" },
      expect = "cannot_decide" },
    { "no match list, past the days", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-08-01" } },
      },
      not_supplied = { "match" },
      expect = "cannot_decide" },
    { "no list of decisions", as_at = "2021-12-31",
      given  = { legal_status = { { status = "E1", from = "2021-06-01" } } },
      not_supplied = { "adoption_decision" },
      expect = "cannot_decide" },
    { "eighteen", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2003-12-31" },
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-08-01" } },
      },
      expect = "not_applicable" },
    { "left the adopters: the search that found them is over", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-07-01" } },
        adoption_decision = { { on = "2020-05-10" } },
        family_finding = { { started = "2020-05-20", linked = "2020-08-01" } },
        match = { { kind = "ADOPTION", on = "2020-10-01" } },
        with_adopters = { { kind = "A6", from = "2020-11-01", to = "2021-07-01" } },
      },
      expect = { "breach", due = "2021-07-29" } },
    { "left the adopters, a new search within twenty-eight days", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-07-01" } },
        adoption_decision = { { on = "2020-05-10" } },
        family_finding = {
          { started = "2020-05-20", status = "search ended, matched", linked = "2020-08-01" },
          { started = "2021-07-20", status = "searching" },
        },
        match = { { kind = "ADOPTION", on = "2020-10-01" } },
        with_adopters = { { kind = "A6", from = "2020-11-01", to = "2021-07-01" } },
      },
      expect = "on_track" },
    { "a search that was withdrawn", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-08-01" } },
        family_finding = { { started = "2021-08-10", status = "Withdrawn" } },
      },
      expect = "breach" },
  },
}
