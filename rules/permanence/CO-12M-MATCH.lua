local case      = require "lib.case"
local long_term = require "lib.long_term"

local limit_in_care    = setting { months(12), label = "Months in care",
                                   from = months(6), to = months(24) }
local limit_with_carer = setting { months(12), label = "Months with the same carer",
                                   from = months(6), to = months(24) }

return rule {
  title    = "In care twelve months or longer on a care order, settled, not matched",
  why      = "Match the child with the carer they already have.",
  source   = "Telford & Wrekin 2013, line 32: \"children subject of Care Orders who have been in " ..
             "care for 12 months or longer. A number of children (22) have been identified as " ..
             "being potentially suitable to be formally matched with their current long term " ..
             "carer and reduction targets are being set\" [S]. The months with the carer are " ..
             "local [L]",
  standing = "local",
  severity = "medium",
  owner    = "fostering team manager",

  -- The twelve months of the report are time in care, not time on the order or with the carer. A
  -- match moves the child to U1 or U4; such a child stays while the match list says when. Children
  -- on a placement order are PO-9M's. Without a care plan list it cannot be decided.
  applies  = all {
    case.looked_after_not_on_remand,
    case.status:is "C2",
    any {
      case.placement_type:is("U3", "U6"),
      all { case.placement_type:is("U1", "U4"), match:supplied(), long_term.matches:any() },
    },
    none { case.plan_is_adoption, case.plan_is_return },
  },
  clock    = case.start_of_care,
  -- Twelve months in care and twelve months with the carer.
  due      = latest_of(case.start_of_care + limit_in_care, case.start_with_carer + limit_with_carer),
  breach_on_due = true,  -- twelve months or longer: the day itself
  amber    = months(2),
  stops    = long_term.matches:earliest().on,

  facts    = {
    carer_since = case.start_with_carer,
    matched     = long_term.matches:earliest().on,
    reason      = long_term.not_yet:latest().not_yet_reason,
    recorded    = long_term.not_yet:latest().not_yet_recorded,
  },

  -- The carer has declined, or it is too early: both are the recorded reason.
  explained_by = {
    { "not yet matched, recorded on {recorded}: {reason}", when = long_term.not_yet:any() },
  },

  says     = "In care since {clock}, with this carer since {carer_since}, matched: {matched}. Due " ..
             "{due}, {overdue} over.",

  examples = {
    { "the day before twelve months in care", as_at = "2021-09-29",
      given  = {
        legal_status = { { status = "C2", from = "2020-09-30" } },
        placement = { { kind = "U6", from = "2020-09-30" } },
        carer = { { kind = "U6", from = "2020-09-30" } },
      },
      expect = "due_soon" },
    { "twelve months to the day", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2020-09-30" } },
        placement = { { kind = "U6", from = "2020-09-30" } },
        carer = { { kind = "U6", from = "2020-09-30" } },
      },
      expect = { "breach", due = "2021-09-30" } },
    { "not amber before ten months", as_at = "2021-07-29",
      given  = {
        legal_status = { { status = "C2", from = "2020-09-30" } },
        placement = { { kind = "U6", from = "2020-09-30" } },
        carer = { { kind = "U6", from = "2020-09-30" } },
      },
      expect = "on_track" },
    { "amber from ten months", as_at = "2021-07-30",
      given  = {
        legal_status = { { status = "C2", from = "2020-09-30" } },
        placement = { { kind = "U6", from = "2020-09-30" } },
        carer = { { kind = "U6", from = "2020-09-30" } },
      },
      expect = "due_soon" },
    { "with this carer for less: due later", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2019-09-30" } },
        placement = { { kind = "U3", from = "2021-02-10" } },
        carer = { { kind = "U3", from = "2021-02-10" } },
      },
      expect = { "due_soon", due = "2022-02-10", clock = "2019-09-30" } },
    { "matched in time", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2020-09-30" } },
        placement = { { kind = "U6", from = "2020-09-30" } },
        carer = { { kind = "U6", from = "2020-09-30" } },
        match = { { kind = "LTF", on = "2021-09-29" } },
      },
      expect = "on_track" },
    { "matched late, by now long term", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2020-09-30" } },
        placement = { { kind = "U4", from = "2020-09-30" } },
        carer = { { kind = "U4", from = "2020-09-30" } },
        match = { { kind = "LTF", on = "2021-10-30" } },
      },
      expect = { "met_late", days_over = 30 } },
    { "long term from the start", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2020-09-30" } },
        placement = { { kind = "U4", from = "2020-09-30" } },
        carer = { { kind = "U4", from = "2020-09-30" } },
      },
      expect = "not_applicable" },
    { "not yet, and why", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2020-09-30" } },
        placement = { { kind = "U6", from = "2020-09-30" } },
        carer = { { kind = "U6", from = "2020-09-30" } },
        match = { { kind = "LTF", not_yet_reason = "carer declined",
                    not_yet_recorded = "2021-11-01" } },
      },
      expect = "explained" },
    { "not yet, recorded six months ago", as_at = "2022-05-01",
      given  = {
        legal_status = { { status = "C2", from = "2020-09-30" } },
        placement = { { kind = "U6", from = "2020-09-30" } },
        carer = { { kind = "U6", from = "2020-09-30" } },
        match = { { kind = "LTF", not_yet_reason = "carer declined",
                    not_yet_recorded = "2021-11-01" } },
      },
      expect = "breach" },
    { "plan of adoption", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2020-09-30" } },
        placement = { { kind = "U6", from = "2020-09-30" } },
        carer = { { kind = "U6", from = "2020-09-30" } },
        care_plan = { { plan = "ADOPTION", from = "2021-01-01" } },
      },
      expect = "not_applicable" },
    { "plan of return", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2020-09-30" } },
        placement = { { kind = "U6", from = "2020-09-30" } },
        carer = { { kind = "U6", from = "2020-09-30" } },
        care_plan = { { plan = "RETURN6M", from = "2021-01-01" } },
      },
      expect = "not_applicable" },
    { "placement order", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-09-30" } },
        placement = { { kind = "U6", from = "2020-09-30" } },
        carer = { { kind = "U6", from = "2020-09-30" } },
      },
      expect = "not_applicable" },
    { "no care plan list", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2020-09-30" } },
        placement = { { kind = "U6", from = "2020-09-30" } },
        carer = { { kind = "U6", from = "2020-09-30" } },
      },
      not_supplied = { "care_plan" },
      expect = "cannot_decide" },
    { "no match list, not due yet", as_at = "2021-06-30",
      given  = {
        legal_status = { { status = "C2", from = "2020-09-30" } },
        placement = { { kind = "U6", from = "2020-09-30" } },
        carer = { { kind = "U6", from = "2020-09-30" } },
      },
      not_supplied = { "match" },
      expect = "on_track" },
    { "no match list, twelve months passed", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2020-09-30" } },
        placement = { { kind = "U6", from = "2020-09-30" } },
        carer = { { kind = "U6", from = "2020-09-30" } },
      },
      not_supplied = { "match" },
      expect = "cannot_decide" },
    { "with this carer since before the extract", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2018-09-30" } },
        placement = { { kind = "U6", from = "..2021-04-01" } },
        carer = { { kind = "U6", from = "..2021-04-01" } },
      },
      expect = "cannot_decide" },
  },
}
