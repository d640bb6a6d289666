local case      = require "lib.case"
local lists     = require "lib.lists"
local long_term = require "lib.long_term"

local to_find_finder = setting { days(28), label = "Days to name a family finder",
                                 from = days(7), to = days(91) }
local to_match       = setting { months(6), label = "Months to a match",
                                 from = months(3), to = months(18) }

return rule {
  title    = "Long-term fostering plan, no permanent placement identified",
  why      = "Stable but borrowed: the carers cannot keep the child.",
  source   = "Durham 2018, line 41: \"34 children currently for whom the Local Authority are " ..
             "actively family finding\", line 42 \"All of these children have an identified social " ..
             "worker who acts as family finder\", \"reduce drift and delay in securing long term " ..
             "placements\", line 56 [S]. The limits are local [L]",
  standing = "local",
  severity = "high",
  owner    = "family finding team manager",

  -- The placement is recorded as one that cannot be permanent, or is no foster home and nobody has
  -- recorded that it can be. A foster home of which nobody has said either is in LTF-MATCH-6M.
  applies  = all {
    case.looked_after_not_on_remand,
    case.plan:includes "LTFOST18",
    any {
      long_term.cannot_be_permanent,
      all {
        case.placement_type:is_not(lists.foster_homes, lists.with_adopters),
        none { long_term.can_be_permanent },
      },
    },
  },
  clock    = long_term.fostering_since,
  -- Two steps: somebody who looks, then a match.
  limit    = choose {
    { none { long_term.search:any() }, within(to_find_finder) },
    otherwise = reaches(to_match),
  },
  amber    = days(14),
  stops    = long_term.matches:earliest_of "on",

  facts    = {
    placed   = placement:current().from,
    searched = long_term.search:earliest_of "started",
    finder   = long_term.search:latest().finder,
    why_not  = long_term.search:latest().reason_not_searching,
    matched  = long_term.matches:earliest_of "on",
    plan     = case.plan,
  },

  -- That somebody looks is shown and excuses nothing.
  says     = "Plan of long-term fostering since {clock}, in this placement since {placed}, which " ..
             "cannot be permanent. Looking for a family since: {searched} ({finder}). Matched: " ..
             "{matched}. {overdue} past {limit}.",

  examples = {
    { "day 28, nobody looks", as_at = "2021-02-07",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-06-01" } },
        carer = { { kind = "U6", from = "2020-06-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-01-10" } },
        placement_view = { { on = "2021-01-10", permanent = "no" } },
      },
      expect = { "due_soon", due = "2021-02-07" } },
    { "day 29, nobody looks", as_at = "2021-02-08",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-06-01" } },
        carer = { { kind = "U6", from = "2020-06-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-01-10" } },
        placement_view = { { on = "2021-01-10", permanent = "no" } },
      },
      expect = { "breach", days_over = 1 } },
    { "not amber before day 14", as_at = "2021-01-23",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-06-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-01-10" } },
        placement_view = { { on = "2021-01-10", permanent = "no" } },
      },
      expect = "on_track" },
    { "somebody looks: six months to the match, the day before", as_at = "2021-07-09",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-06-01" } },
        carer = { { kind = "U6", from = "2020-06-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-01-10" } },
        placement_view = { { on = "2021-01-10", permanent = "no" } },
        family_finding = { { started = "2021-01-20", finder = "FF1" } },
      },
      expect = { "due_soon", due = "2021-07-10" } },
    { "six months to the day, still looking", as_at = "2021-07-10",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-06-01" } },
        carer = { { kind = "U6", from = "2020-06-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-01-10" } },
        placement_view = { { on = "2021-01-10", permanent = "no" } },
        family_finding = { { started = "2021-01-20", finder = "FF1" } },
      },
      expect = { "breach", days_over = 0 } },
    { "an old search that found a family does not count", as_at = "2021-03-01",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-06-01" } },
        carer = { { kind = "U6", from = "2020-06-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-01-10" } },
        placement_view = { { on = "2021-01-10", permanent = "no" } },
        family_finding = { { started = "2019-01-20", finder = "FF1", linked = "2019-05-01" } },
      },
      expect = "breach" },
    { "an old search that was given up does not count", as_at = "2021-03-01",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-06-01" } },
        carer = { { kind = "U6", from = "2020-06-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-01-10" } },
        placement_view = { { on = "2021-01-10", permanent = "no" } },
        family_finding = { { started = "2019-01-20", reason_not_searching = "plan changed" } },
      },
      expect = "breach" },
    { "matched late, not moved yet", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-06-01" } },
        carer = { { kind = "U6", from = "2020-06-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-01-10" } },
        placement_view = { { on = "2021-01-10", permanent = "no" } },
        family_finding = { { started = "2021-01-20", finder = "FF1" } },
        match = { { kind = "LTF", on = "2021-08-10" } },
      },
      expect = { "met_late", days_over = 31 } },
    { "matched in time", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-06-01" } },
        carer = { { kind = "U6", from = "2020-06-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-01-10" } },
        placement_view = { { on = "2021-01-10", permanent = "no" } },
        family_finding = { { started = "2021-01-20", finder = "FF1" } },
        match = { { kind = "LTF", on = "2021-07-09" } },
      },
      expect = "on_track" },
    { "a match that an earlier placement was made on", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2021-06-01" } },
        carer = { { kind = "U6", from = "2021-06-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-01-10" } },
        placement_view = { { on = "2021-06-10", permanent = "no" } },
        match = { { kind = "LTF", on = "2021-02-10" } },
      },
      expect = "breach" },
    { "a view of an earlier placement", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2021-06-01" } },
        carer = { { kind = "U6", from = "2021-06-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-01-10" } },
        placement_view = { { on = "2021-01-10", permanent = "no" } },
      },
      expect = "not_applicable" },
    { "in a children's home", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "K2", from = "2020-06-01" } },
        carer = { { kind = "K2", from = "2020-06-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-01-10" } },
      },
      expect = "breach" },
    { "can be permanent: LTF-MATCH-6M", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-06-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-01-10" } },
        placement_view = { { on = "2021-01-10", permanent = "yes" } },
      },
      expect = "not_applicable" },
    { "nobody says whether it can be permanent: LTF-MATCH-6M", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-06-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-01-10" } },
      },
      not_supplied = { "placement_view" },
      expect = "not_applicable" },
    { "no family finding list, between the two limits", as_at = "2021-03-01",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-06-01" } },
        carer = { { kind = "U6", from = "2020-06-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-01-10" } },
        placement_view = { { on = "2021-01-10", permanent = "no" } },
      },
      not_supplied = { "family_finding" },
      expect = "cannot_decide" },
    { "no match list, late", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-06-01" } },
        carer = { { kind = "U6", from = "2020-06-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-01-10" } },
        placement_view = { { on = "2021-01-10", permanent = "no" } },
      },
      not_supplied = { "match" },
      expect = "cannot_decide" },
    { "no care plan list", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-06-01" } },
        placement_view = { { on = "2021-01-10", permanent = "no" } },
      },
      not_supplied = { "care_plan" },
      expect = "cannot_decide" },
  },
}
