local case     = require "lib.case"
local adoption = require "lib.adoption"

-- Where the end of a link is blank but a later link exists, it ended on the day of the later one.
local superseded = adoption.links:where(function(f) return f.linked:after(this.linked) end)
  :earliest_of "linked"

-- A match answers the links that came before it.
local matched = case.matches:where { kind = "ADOPTION" }:since(this.linked):earliest().on

local panels = match:where(function(m)
  return all { m.kind:is "ADOPTION", m.panel:during(between(as_at, as_at + days(28))) }
end)

return rule {
  title    = "Linked with a family but not matched",
  why      = "A link that never reaches panel hides the delay: the child looks as good as placed.",
  source   = "Derby, Exit from Care, December 2021, line 212: \"10 children have been linked, 2 have " ..
             "been matched\", line 240; Durham 2018, line 47: \"linking and matching ... without " ..
             "delay\" [S]. The limit is local [L]",
  standing = "local",
  severity = "medium",
  owner    = "family finding team manager",

  -- One occasion for each link of this period of care. Without a family finding list it cannot be
  -- known whether there is one, but only for a child who is to be adopted.
  each     = adoption.links,
  applies  = all {
    case.looked_after_not_on_remand,
    any { adoption.is_on_the_way, family_finding:supplied() },
    adoption.waits_for_family,
  },
  clock    = this.linked,
  limit    = within(setting { months(3), label = "Months from the link to a match",
                              from = months(1), to = months(9) }),
  amber    = months(1),
  stops    = earliest_of(matched, this.link_ended, superseded),

  facts    = { panel = panels:latest().panel, searching = this.started },

  explained_by = {
    { "matching panel on {panel}", when = panels:any() },
  },

  says     = "Linked with a family on {clock}, not matched. {overdue} past {limit}. Matching panel: " ..
             "{panel}.",
  says_also = {
    { "A later link exists; this one is read as ended on its day.",
      when = all { this.link_ended:missing(), superseded:known() } },
  },

  examples = {
    { "three months to the day", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "E1", from = "2021-05-01" } },
        family_finding = { { started = "2021-05-10", linked = "2021-06-30" } },
      },
      expect = { "due_soon", due = "2021-09-30" } },
    { "the day after", as_at = "2021-10-01",
      given  = {
        legal_status = { { status = "E1", from = "2021-05-01" } },
        family_finding = { { started = "2021-05-10", linked = "2021-06-30" } },
      },
      expect = { "breach", days_over = 1 } },
    { "not amber before two months", as_at = "2021-08-29",
      given  = {
        legal_status = { { status = "E1", from = "2021-05-01" } },
        family_finding = { { started = "2021-05-10", linked = "2021-06-30" } },
      },
      expect = "on_track" },
    { "amber from two months", as_at = "2021-08-30",
      given  = {
        legal_status = { { status = "E1", from = "2021-05-01" } },
        family_finding = { { started = "2021-05-10", linked = "2021-06-30" } },
      },
      expect = "due_soon" },
    { "matched in time", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-05-01" } },
        family_finding = { { started = "2021-05-10", linked = "2021-06-30" } },
        match = { { kind = "ADOPTION", on = "2021-09-30" } },
      },
      expect = "on_track" },
    { "matched late, by now with adopters", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-05-01" } },
        family_finding = { { started = "2021-05-10", linked = "2021-06-30" } },
        match = { { kind = "ADOPTION", on = "2021-10-10" } },
        with_adopters = { { kind = "A6", from = "2021-11-01" } },
      },
      expect = { "met_late", days_over = 10 } },
    { "ended in time", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-05-01" } },
        family_finding = { { linked = "2021-06-30", link_ended = "2021-08-01" } },
      },
      expect = "on_track" },
    { "ended late", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-05-01" } },
        family_finding = { { linked = "2021-06-30", link_ended = "2021-10-05" } },
      },
      expect = { "met_late", days_over = 5 } },
    { "a match from before this link is another match", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-01" } },
        family_finding = { { linked = "2021-06-30" } },
        match = { { kind = "ADOPTION", on = "2021-03-01" } },
      },
      expect = "breach" },
    { "matching panel in twenty-eight days", as_at = "2021-10-15",
      given  = {
        legal_status = { { status = "E1", from = "2021-05-01" } },
        family_finding = { { linked = "2021-06-30" } },
        match = { { kind = "ADOPTION", panel = "2021-11-12" } },
      },
      expect = "explained" },
    { "matching panel in twenty-nine days", as_at = "2021-10-14",
      given  = {
        legal_status = { { status = "E1", from = "2021-05-01" } },
        family_finding = { { linked = "2021-06-30" } },
        match = { { kind = "ADOPTION", panel = "2021-11-12" } },
      },
      expect = "breach" },
    { "the panel was yesterday, no decision", as_at = "2021-11-13",
      given  = {
        legal_status = { { status = "E1", from = "2021-05-01" } },
        family_finding = { { linked = "2021-06-30" } },
        match = { { kind = "ADOPTION", panel = "2021-11-12" } },
      },
      expect = "breach" },
    { "the match has no readable day", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-05-01" } },
        family_finding = { { linked = "2021-06-30" } },
        match = { { kind = "ADOPTION", on = "2021-09-01..2021-10-31" } },
      },
      expect = "cannot_decide" },
    { "not linked", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-05-01" } },
        family_finding = { { started = "2021-05-10" } },
      },
      expect = "not_applicable" },
    { "a link of an earlier period of care", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-05-01" } },
        family_finding = { { linked = "2019-06-30" } },
      },
      expect = "not_applicable" },
    { "no family finding list", as_at = "2021-12-31",
      given  = { legal_status = { { status = "E1", from = "2021-05-01" } } },
      not_supplied = { "family_finding" },
      expect = "cannot_decide" },
    { "no family finding list, and nothing points to adoption", as_at = "2021-12-31",
      given  = { legal_status = { { status = "C2", from = "2021-05-01" } } },
      not_supplied = { "family_finding" },
      expect = "not_applicable" },
    { "no match list, three months passed", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-05-01" } },
        family_finding = { { linked = "2021-06-30" } },
      },
      not_supplied = { "match" },
      expect = "cannot_decide" },
    { "left care", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-05-01", to = "2021-11-01" } },
        family_finding = { { linked = "2021-06-30" } },
      },
      expect = "not_applicable" },
  },
}
