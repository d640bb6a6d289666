local case  = require "lib.case"
local lists = require "lib.lists"

local standing = adoption_decision:where(function(d) return d.reversed:missing() end)
local reversed = adoption_decision:where(function(d) return d.reversed:after(case.start_of_care) end)

-- Adopters who were the child's foster carers (A3, A5): from the day the child came to them. A
-- placement that disrupted is over: the child waits again.
local with_adopters_from = choose {
  { case.placement_type:is(lists.same_carer_adopts), case.start_with_carer },
  otherwise = case.start_with_adopters,
}

return rule {
  title    = "Coming into care to adoptive placement past the DfE threshold",
  why      = "A child-level early warning built from scorecard indicator A10: fourteen months " ..
             "from coming into care to moving in with adopters.",
  source   = "gov.uk: fourteen-month target [V]; A10 adjusts for adoption by foster carers " ..
             "(Wolverhampton analysis, Coram ASGLB note) [V]; 426 is fourteen average months " ..
             "rounded down [V arithmetic, K value]. The published figure is a three-year mean " ..
             "over adopted children: a flag here is not a breach of any duty",
  to_be_confirmed = true,
  standing = "local",
  severity = "medium",
  owner    = "adoption team manager",

  -- A plan of adoption: ADOPTION in the care plan, an agency decision that stands, or a placement
  -- order. Without a care plan list it cannot be decided for a child who has neither of the others.
  applies  = all {
    case.looked_after_not_on_remand,
    any { case.on_placement_order, standing:any(), case.with_adopters, case.plan_is_adoption },
    none { all { reversed:any(), none { standing:any() }, none { case.with_adopters } } },
  },
  -- From coming into care, also after a disruption.
  clock    = case.start_of_care,
  limit    = within(setting { days(426), label = "Days from coming into care to adopters",
                              from = days(300), to = days(730) }),
  amber    = days(91),
  stops    = with_adopters_from,

  facts    = { placed = case.start_with_adopters, carer_since = case.start_with_carer, plan = case.plan },

  explained_by = {
    { "with foster carers who may adopt since {carer_since}", when = case.placement_type:is("U2", "U5") },
  },

  says     = "Came into care {clock}, with adopters since: {placed}. {overdue} past {limit}.",

  examples = {
    { "day 426", as_at = "2021-09-30",
      given  = { legal_status = { { status = "E1", from = "2020-07-31" } } },
      expect = { "due_soon", due = "2021-09-30" } },
    { "day 427", as_at = "2021-10-01",
      given  = { legal_status = { { status = "E1", from = "2020-07-31" } } },
      expect = { "breach", days_over = 1 } },
    { "day 334 is not amber yet", as_at = "2021-06-30",
      given  = { legal_status = { { status = "E1", from = "2020-07-31" } } }, expect = "on_track" },
    { "amber from day 335", as_at = "2021-07-01",
      given  = { legal_status = { { status = "E1", from = "2020-07-31" } } }, expect = "due_soon" },
    { "an agency decision alone is a plan of adoption", as_at = "2021-10-01",
      given  = {
        legal_status = { { status = "C2", from = "2020-07-31" } },
        adoption_decision = { { on = "2021-01-10" } },
      },
      expect = "breach" },
    { "adoption in the care plan alone", as_at = "2021-10-01",
      given  = {
        legal_status = { { status = "C2", from = "2020-07-31" } },
        care_plan = { { plan = "ADOPTION+LTFOST18", from = "2021-01-10" } },
      },
      expect = "breach" },
    { "moved in with adopters in time", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-07-31" } },
        placement = { { kind = "A6", from = "2021-09-01" } },
        with_adopters = { { kind = "A6", from = "2021-09-01" } },
      },
      expect = "on_track" },
    { "moved in with adopters late", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-07-31" } },
        placement = { { kind = "A6", from = "2021-10-10" } },
        with_adopters = { { kind = "A6", from = "2021-10-10" } },
      },
      expect = { "met_late", days_over = 10 } },
    { "adopted by the foster carers: from the day the child came to them", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-07-31" } },
        placement = { { kind = "A5", from = "2020-12-01" } },
        carer = { { kind = "A5", from = "2020-12-01" } },
        with_adopters = { { kind = "A5", from = "2021-10-10" } },
      },
      expect = "on_track" },
    { "adopted by the foster carers, their start not known", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-07-31" } },
        placement = { { kind = "A5", from = "2021-11-01" } },
        carer = { { kind = "A5", from = "..2021-11-01" } },
        with_adopters = { { kind = "A5", from = "2021-11-01" } },
      },
      expect = "cannot_decide" },
    { "disrupted: waiting again, from coming into care", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-07-31" } },
        placement = { { kind = "U6", from = "2021-06-01" } },
        with_adopters = { { kind = "A6", from = "2021-01-10", to = "2021-06-01" } },
      },
      expect = "breach" },
    { "with foster carers who may adopt", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2020-07-31" } },
        placement = { { kind = "U5", from = "2021-01-10" } },
        carer = { { kind = "U5", from = "2021-01-10" } },
      },
      expect = "explained" },
    { "decision reversed", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2020-07-31" } },
        adoption_decision = { { on = "2021-01-10", reversed = "2021-08-01" } },
      },
      expect = "not_applicable" },
    { "no plan of adoption", as_at = "2021-12-31",
      given  = { legal_status = { { status = "C2", from = "2020-07-31" } } },
      expect = "not_applicable" },
    { "no care plan list, no order and no decision", as_at = "2021-12-31",
      given  = { legal_status = { { status = "C2", from = "2020-07-31" } } },
      not_supplied = { "care_plan" },
      expect = "cannot_decide" },
  },
}
