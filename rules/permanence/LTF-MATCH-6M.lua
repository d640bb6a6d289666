local case      = require "lib.case"
local lists     = require "lib.lists"
local long_term = require "lib.long_term"

local limit = setting { months(6), label = "Months to a formal match",
                        from = months(3), to = months(18) }

local to_match = latest_of(long_term.planned_since, placement:current().from) + limit

-- Were the placement one that cannot be permanent, LTF-NOFAM would be late on this day.
local to_find_family = choose {
  { long_term.search:any(), long_term.fostering_since + months(6) },
  otherwise = long_term.fostering_since + days(29),
}

-- A match says it as well as a view does.
local unsaid = none {
  long_term.can_be_permanent,
  all { match:supplied(), long_term.matches:any() },
}

return rule {
  title    = "Long-term fostering plan, child in a suitable placement, not formally matched",
  why      = "The child is where they will stay, but nobody has said so formally.",
  source   = "Durham 2018, line 41: \"73 children who are not matched to a permanent placement\", " ..
             "\"39 are in a placement which can offer them permanence but ... it is not yet " ..
             "appropriate to formally match\" [S]; Care Planning, Placement and Case Review " ..
             "Regulations 2010 reg 22B, long-term foster placement [V]. The limit is local [L]",
  standing = "local",
  severity = "medium",
  owner    = "fostering team manager",

  -- Where nobody has recorded whether the placement can be permanent, the child is here and not in
  -- LTF-NOFAM: one finding, a breach once both rules would have one. Children who became U1 or U4
  -- stay where the record says when; long-term from the start is no case. Without a care plan list
  -- it cannot be decided.
  applies  = all {
    case.looked_after_not_on_remand,
    case.plan:includes("LTFOST18", "LTRELFR"),
    none { long_term.cannot_be_permanent },
    any {
      case.placement_type:is(lists.not_long_term),
      all {
        case.placement_type:is(lists.long_term),
        any {
          long_term.became_long_term:known(),
          all { match:supplied(), long_term.matches:any() },
        },
      },
    },
  },
  clock    = latest_of(long_term.planned_since, placement:current().from),
  due      = choose {
    { all {
        case.placement_type:is(lists.not_long_term),
        case.plan:includes "LTFOST18",
        unsaid,
      },
      either_of(to_match, to_find_family) },
    otherwise = to_match,
  },
  breach_on_due = true,  -- six months or longer: the day itself
  amber    = months(1),
  stops    = earliest_of(long_term.matches:earliest_of "on", long_term.became_long_term),

  facts    = {
    placed   = placement:current().from,
    planned  = long_term.planned_since,
    matched  = long_term.matches:earliest_of "on",
    reason   = long_term.not_yet:latest().not_yet_reason,
    recorded = long_term.not_yet:latest_of "not_yet_recorded",
    plan     = case.plan,
  },

  explained_by = {
    { "not yet matched, recorded on {recorded}: {reason}", when = long_term.not_yet:any() },
  },

  says     = "Plan since {planned}, in this placement since {placed}, matched: {matched}. Due {due}, " ..
             "{overdue} over. Plan: {plan}.",
  says_also = {
    { "Whether this placement can be permanent is not recorded: if it cannot, a family has still to " ..
      "be found.", when = all { case.placement_type:is(lists.not_long_term), unsaid } },
  },

  examples = {
    { "the day before six months", as_at = "2021-07-09",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-06-01" } },
        carer = { { kind = "U6", from = "2020-06-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-01-10" } },
        placement_view = { { on = "2021-01-10", permanent = "yes" } },
      },
      expect = { "due_soon", due = "2021-07-10" } },
    { "six months from the plan, the later of the two", as_at = "2021-07-10",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-06-01" } },
        carer = { { kind = "U6", from = "2020-06-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-01-10" } },
        placement_view = { { on = "2021-01-10", permanent = "yes" } },
      },
      expect = { "breach", days_over = 0 } },
    { "six months from the placement, the later of the two", as_at = "2021-12-01",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U3", from = "2021-06-01" } },
        carer = { { kind = "U3", from = "2021-06-01" } },
        care_plan = { { plan = "LTRELFR", from = "2021-01-10" } },
        placement_view = { { on = "2021-06-10", permanent = "yes" } },
      },
      expect = { "breach", due = "2021-12-01" } },
    { "not amber before five months", as_at = "2021-06-09",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-06-01" } },
        carer = { { kind = "U6", from = "2020-06-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-01-10" } },
        placement_view = { { on = "2021-01-10", permanent = "yes" } },
      },
      expect = "on_track" },
    { "amber from five months", as_at = "2021-06-10",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-06-01" } },
        carer = { { kind = "U6", from = "2020-06-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-01-10" } },
        placement_view = { { on = "2021-01-10", permanent = "yes" } },
      },
      expect = "due_soon" },
    { "a plan agreed again is the same plan", as_at = "2021-07-10",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-06-01" } },
        carer = { { kind = "U6", from = "2020-06-01" } },
        care_plan = {
          { plan = "ADOPTION+LTFOST18", from = "2021-01-10", to = "2021-05-01" },
          { plan = "LTFOST18", from = "2021-05-01" },
        },
        placement_view = { { on = "2021-01-10", permanent = "yes" } },
      },
      expect = { "breach", due = "2021-07-10" } },
    { "matched in time", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-06-01" } },
        carer = { { kind = "U6", from = "2020-06-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-01-10" } },
        placement_view = { { on = "2021-01-10", permanent = "yes" } },
        match = { { kind = "LTF", on = "2021-07-09" } },
      },
      expect = "on_track" },
    { "matched late, by now long term", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U4", from = "2020-06-01" } },
        carer = { { kind = "U4", from = "2020-06-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-01-10" } },
        match = { { kind = "LTF", on = "2021-08-10" } },
      },
      expect = { "met_late", days_over = 31 } },
    { "matched late, the code not changed, no view recorded", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-06-01" } },
        carer = { { kind = "U6", from = "2020-06-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-01-10" } },
        match = { { kind = "LTF", on = "2021-08-10" } },
      },
      expect = { "met_late", days_over = 31, due = "2021-07-10" } },
    { "became long term late", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U4", from = "2020-06-01" } },
        carer = { { kind = "U4", from = "2020-06-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-01-10" } },
        episode = {
          { kind = "U6", from = "2020-06-01", to = "2021-08-10" }, { kind = "U4", from = "2021-08-10" },
        },
      },
      expect = { "met_late", days_over = 31 } },
    { "long term from the start", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U4", from = "2020-06-01" } },
        carer = { { kind = "U4", from = "2020-06-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-01-10" } },
        episode = { { kind = "U4", from = "2020-06-01" } },
      },
      expect = "not_applicable" },
    { "not yet, and why", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-06-01" } },
        carer = { { kind = "U6", from = "2020-06-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-01-10" } },
        placement_view = { { on = "2021-01-10", permanent = "yes" } },
        match = { { kind = "LTF", not_yet_reason = "too early for the child",
                    not_yet_recorded = "2021-07-15" } },
      },
      expect = "explained" },
    { "not yet, recorded six months ago", as_at = "2022-01-15",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-06-01" } },
        carer = { { kind = "U6", from = "2020-06-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-01-10" } },
        placement_view = { { on = "2021-01-10", permanent = "yes" } },
        match = { { kind = "LTF", not_yet_reason = "too early for the child",
                    not_yet_recorded = "2021-07-15" } },
      },
      expect = "breach" },
    { "cannot be permanent: LTF-NOFAM", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-06-01" } },
        carer = { { kind = "U6", from = "2020-06-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-01-10" } },
        placement_view = { { on = "2021-01-10", permanent = "no" } },
      },
      expect = "not_applicable" },
    { "nobody says whether it can be permanent, late either way", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-06-01" } },
        carer = { { kind = "U6", from = "2020-06-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-01-10" } },
      },
      not_supplied = { "placement_view" },
      expect = "breach" },
    { "nobody says so, late only if a family had to be found", as_at = "2021-03-01",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-06-01" } },
        carer = { { kind = "U6", from = "2020-06-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-01-10" } },
      },
      expect = "cannot_decide" },
    { "nobody says so, somebody looks for a family", as_at = "2021-03-01",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-06-01" } },
        carer = { { kind = "U6", from = "2020-06-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-01-10" } },
        family_finding = { { started = "2021-01-20", finder = "FF1" } },
      },
      expect = "on_track" },
    { "nobody says so, relatives: no other rule to be late in", as_at = "2021-03-01",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U3", from = "2020-06-01" } },
        carer = { { kind = "U3", from = "2020-06-01" } },
        care_plan = { { plan = "LTRELFR", from = "2021-01-10" } },
      },
      expect = "on_track" },
    { "the plan is another", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-06-01" } },
        carer = { { kind = "U6", from = "2020-06-01" } },
        care_plan = { { plan = "RETURN6M", from = "2021-01-10" } },
      },
      expect = "not_applicable" },
    { "no match list, six months passed", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-06-01" } },
        carer = { { kind = "U6", from = "2020-06-01" } },
        care_plan = { { plan = "LTFOST18", from = "2021-01-10" } },
        placement_view = { { on = "2021-01-10", permanent = "yes" } },
      },
      not_supplied = { "match" },
      expect = "cannot_decide" },
    { "no care plan list", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-01-10" } },
        placement = { { kind = "U6", from = "2020-06-01" } },
        carer = { { kind = "U6", from = "2020-06-01" } },
      },
      not_supplied = { "care_plan" },
      expect = "cannot_decide" },
  },
}
