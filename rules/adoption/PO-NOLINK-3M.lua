local actions  = require "lib.actions"
local case     = require "lib.case"
local adoption = require "lib.adoption"

local group = adoption.siblings:where(function(s) return s.reviewed:during(last(months(6))) end)
local wider = actions.called({ "nationally" }):within(months(3))

return rule {
  title    = "Placement order and no confirmed link",
  why      = "Three months of searching without a family in sight needs a changed search.",
  source   = "Middlesbrough 2022, line 113: \"38 children progressing to adoption with Placement " ..
             "Orders. Of which only 2 children do not have confirmed links\"; Derby, Exit from Care, " ..
             "December 2021, line 212; Durham 2018, line 45: \"additional or complex needs, are " ..
             "older children or are part of a sibling group\"; Telford & Wrekin 2013, line 31: " ..
             "\"harder to place children\" [S]. The limit is local [L]",
  standing = "local",
  severity = "medium",
  owner    = "family finding team manager",

  -- A search is open, or was answered by a link or a match. Nobody searching is ADOPT-NOFF. A link
  -- that ended leaves the child waiting, and the clock still runs from the order.
  applies  = all {
    case.looked_after_not_on_remand,
    case.on_placement_order,
    adoption.waits_for_family,
    any {
      adoption.searches:any(), adoption.open_links:any(), adoption.family_matches:any(),
    },
  },
  clock    = adoption.day_of_order,
  limit    = reaches(setting { months(3), label = "Months from the order to a link",
                               from = months(1), to = months(9) }),
  amber    = months(1),
  -- A match implies a link.
  stops    = earliest_of(
    adoption.open_links:earliest_of "linked",
    adoption.family_matches:earliest().on
  ),

  facts    = {
    searching  = adoption.searches:earliest_of "started",
    link_ended = adoption.links:latest_of "link_ended",
    reviewed   = group:latest_of "reviewed",
    widened    = wider:latest().on,
  },

  -- The entry names no expiry: a group search excuses while the decision to place together or apart was
  -- looked at in the last six months (how often it must be is SIB-6M's). No list holds complex needs; the
  -- widened search is an action with "nationally" in its name, and excuses for three months.
  explained_by = {
    { "searching for brothers and sisters, together or apart looked at on {reviewed}",
      when = group:any() },
    { "search widened nationally on {widened}", when = wider:any() },
  },

  says     = "Placement order made {clock}, no link open. {overdue} past {limit}. Searching since: " ..
             "{searching}. Last link ended: {link_ended}.",

  examples = {
    { "the day before three months", as_at = "2021-09-29",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        family_finding = { { started = "2021-07-01" } },
      },
      expect = { "due_soon", due = "2021-09-30" } },
    { "three months to the day", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        family_finding = { { started = "2021-07-01" } },
      },
      expect = { "breach", days_over = 0 } },
    { "not amber before two months", as_at = "2021-08-29",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        family_finding = { { started = "2021-07-01" } },
      },
      expect = "on_track" },
    { "amber from two months", as_at = "2021-08-30",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        family_finding = { { started = "2021-07-01" } },
      },
      expect = "due_soon" },
    { "linked in time", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        family_finding = { { started = "2021-07-01", linked = "2021-09-01" } },
      },
      expect = "on_track" },
    { "linked late", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        family_finding = { { started = "2021-07-01", linked = "2021-10-10" } },
      },
      expect = { "met_late", days_over = 10 } },
    { "the link ended and the search goes on", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        family_finding = {
          { started = "2021-07-01", linked = "2021-09-01", link_ended = "2021-10-01" },
        },
      },
      expect = "breach" },
    { "an old link left open, and a later one that ended", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        family_finding = {
          { started = "2021-07-01", linked = "2021-08-01" },
          { started = "2021-09-01", linked = "2021-10-01", link_ended = "2021-11-01" },
        },
      },
      expect = "breach" },
    { "matched, no link recorded", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        family_finding = { { started = "2021-07-01" } },
        match = { { kind = "ADOPTION", on = "2021-09-10" } },
      },
      expect = "on_track" },
    { "nobody is searching: another rule", as_at = "2021-12-31",
      given  = { legal_status = { { status = "E1", from = "2021-06-30" } } },
      expect = "not_applicable" },
    { "a group search, looked at less than six months ago", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        family_finding = { { started = "2021-07-01" } },
        sibling_group = { { group = "G1", belongs = "yes", together = 2, reviewed = "2021-07-01" } },
      },
      expect = "explained" },
    { "a group search, looked at six months ago to the day", as_at = "2022-01-01",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        family_finding = { { started = "2021-07-01" } },
        sibling_group = { { group = "G1", belongs = "yes", together = 2, reviewed = "2021-07-01" } },
      },
      expect = "breach" },
    { "a group search that nobody dated", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        family_finding = { { started = "2021-07-01" } },
        sibling_group = { { group = "G1", belongs = "yes", together = 2 } },
      },
      expect = "breach" },
    { "search widened nationally", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        family_finding = { { started = "2021-07-01" } },
        action = { { action = "Search widened nationally", on = "2021-10-01" } },
      },
      expect = "explained" },
    { "search widened nationally three months ago to the day", as_at = "2022-01-01",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        family_finding = { { started = "2021-07-01" } },
        action = { { action = "Search widened nationally", on = "2021-10-01" } },
      },
      expect = "breach" },
    { "with adopters, no match recorded", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        family_finding = { { started = "2021-07-01" } },
        with_adopters = { { kind = "A6", from = "2021-11-01" } },
      },
      expect = "not_applicable" },
    { "no family finding list", as_at = "2021-12-31",
      given  = { legal_status = { { status = "E1", from = "2021-06-30" } } },
      not_supplied = { "family_finding" },
      expect = "cannot_decide" },
    { "no match list, three months passed", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        family_finding = { { started = "2021-07-01" } },
      },
      not_supplied = { "match" },
      expect = "cannot_decide" },
    { "the order began before the extract", as_at = "2021-06-30",
      given  = {
        legal_status = { { status = "E1", from = "..2021-04-01" } },
        family_finding = { { started = "2021-04-10" } },
      },
      expect = "cannot_decide" },
    { "no placement order", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2021-06-30" } },
        family_finding = { { started = "2021-07-01" } },
      },
      expect = "not_applicable" },
    { "left the adopters: the link to them is over", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-07-01" } },
        family_finding = {
          { started = "2020-07-10", status = "search ended, matched", linked = "2020-08-01" },
          { started = "2021-07-05", status = "searching" },
        },
        match = { { kind = "ADOPTION", on = "2020-10-01" } },
        with_adopters = { { kind = "A6", from = "2020-11-01", to = "2021-07-01" } },
      },
      expect = "breach" },
    { "left the adopters, only the old search on the list: another rule", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-07-01" } },
        family_finding = { { started = "2020-07-10", linked = "2020-08-01" } },
        match = { { kind = "ADOPTION", on = "2020-10-01" } },
        with_adopters = { { kind = "A6", from = "2020-11-01", to = "2021-07-01" } },
      },
      expect = "not_applicable" },
  },
}
