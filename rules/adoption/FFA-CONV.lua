local actions  = require "lib.actions"
local case     = require "lib.case"
local adoption = require "lib.adoption"
local lists    = require "lib.lists"

-- Converted: with adopters who were the child's foster carers (A3, A5), after a stay there under a
-- code for carers who may adopt. A child who then went to other adopters is not this rule's.
local was_early = episode:where { kind = lists.early_permanence }
  :touching(between(case.start_with_carer, as_at))

local contested = actions.pending({ "contested" }):where(function(a)
  return none { a.action:contains "uncontested" }
end)

return rule {
  title    = "Early-permanence placement not converted",
  why      = "Fostering for adoption that never becomes an adoptive placement is a hidden wait.",
  source   = "Middlesbrough 2022, line 16; Durham 2018, line 52: \"fostering to adopt\" [S]. The " ..
             "limit is local [L]",
  standing = "local",
  severity = "medium",
  owner    = "adoption team manager",

  applies  = all {
    case.looked_after_not_on_remand,
    case.on_placement_order,
    adoption.decision:known(),
    any {
      adoption.with_carers_who_may_adopt,
      all { case.adopters.kind:is("A3", "A5"), was_early:any() },
    },
  },
  clock    = adoption.day_of_order,
  limit    = reaches(setting { months(3), label = "Months from the order to placement for adoption",
                               from = months(1), to = months(9) }),
  amber    = months(1),
  stops    = case.start_with_adopters,

  facts    = {
    carer_since = case.start_with_carer,
    early       = early_permanence:latest_of "placed",
    placed      = case.start_with_adopters,
    contested   = contested:latest().on,
    revocation  = case.day_revocation_was_lodged,
  },

  -- The entry says only "contested": an application to revoke that the court has not answered, or an
  -- action of that name that is not done.
  explained_by = {
    { "application to revoke the order issued on {revocation}",
      when = case.open_applications("revocation"):since(case.placement_order.from):any() },
    { "contested, recorded on {contested}", when = contested:any() },
  },

  says     = "Placement order made {clock}, with foster carers who may adopt since {carer_since}, " ..
             "placed for adoption: {placed}. {overdue} past {limit}.",
  says_also = {
    { "No day of the early-permanence placement is recorded; the placement code says it.",
      when = early_permanence:latest_of("placed"):missing() },
  },

  examples = {
    { "the day before three months", as_at = "2021-09-29",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        adoption_decision = { { on = "2021-03-01" } },
        placement = { { kind = "U5", from = "2021-01-10" } },
      },
      expect = { "due_soon", due = "2021-09-30" } },
    { "three months to the day", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        adoption_decision = { { on = "2021-03-01" } },
        placement = { { kind = "U5", from = "2021-01-10" } },
      },
      expect = { "breach", days_over = 0 } },
    { "not amber before two months", as_at = "2021-08-29",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        adoption_decision = { { on = "2021-03-01" } },
        placement = { { kind = "U2", from = "2021-01-10" } },
      },
      expect = "on_track" },
    { "amber from two months", as_at = "2021-08-30",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        adoption_decision = { { on = "2021-03-01" } },
        placement = { { kind = "U2", from = "2021-01-10" } },
      },
      expect = "due_soon" },
    { "converted in time", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        adoption_decision = { { on = "2021-03-01" } },
        episode = {
          { kind = "U5", from = "2021-01-10", to = "2021-09-01" }, { kind = "A5", from = "2021-09-01" },
        },
        carer = { { kind = "A5", from = "2021-01-10" } },
        placement = { { kind = "A5", from = "2021-01-10" } },
        with_adopters = { { kind = "A5", from = "2021-09-01" } },
      },
      expect = "on_track" },
    { "converted late", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        adoption_decision = { { on = "2021-03-01" } },
        episode = {
          { kind = "U5", from = "2021-01-10", to = "2021-10-10" }, { kind = "A5", from = "2021-10-10" },
        },
        carer = { { kind = "A5", from = "2021-01-10" } },
        placement = { { kind = "A5", from = "2021-01-10" } },
        with_adopters = { { kind = "A5", from = "2021-10-10" } },
      },
      expect = { "met_late", days_over = 10 } },
    { "ordinary foster carers who adopt", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        adoption_decision = { { on = "2021-03-01" } },
        episode = {
          { kind = "U6", from = "2021-01-10", to = "2021-10-10" }, { kind = "A5", from = "2021-10-10" },
        },
        carer = { { kind = "A5", from = "2021-01-10" } },
        placement = { { kind = "A5", from = "2021-01-10" } },
        with_adopters = { { kind = "A5", from = "2021-10-10" } },
      },
      expect = "not_applicable" },
    { "revocation before the court", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        adoption_decision = { { on = "2021-03-01" } },
        placement = { { kind = "U5", from = "2021-01-10" } },
        court_application = { { kind = "revocation", on = "2021-09-01" } },
      },
      expect = "explained" },
    { "contested, not done", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        adoption_decision = { { on = "2021-03-01" } },
        placement = { { kind = "U5", from = "2021-01-10" } },
        action = { { action = "Answer the contested application", on = "2021-09-01" } },
      },
      expect = "explained" },
    { "contested, done", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        adoption_decision = { { on = "2021-03-01" } },
        placement = { { kind = "U5", from = "2021-01-10" } },
        action = { { action = "Contested", on = "2021-09-01", done = "2021-10-01" } },
      },
      expect = "breach" },
    { "no court list and no action list: a plain breach", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        adoption_decision = { { on = "2021-03-01" } },
        placement = { { kind = "U5", from = "2021-01-10" } },
      },
      not_supplied = { "court_application", "action" },
      expect = "breach" },
    { "no placement order yet", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C1", from = "2021-01-10" } },
        adoption_decision = { { on = "2021-03-01" } },
        placement = { { kind = "U5", from = "2021-01-10" } },
      },
      expect = "not_applicable" },
    { "decision reversed", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        adoption_decision = { { on = "2021-03-01", reversed = "2021-10-01" } },
        placement = { { kind = "U5", from = "2021-01-10" } },
      },
      expect = "not_applicable" },
    { "no list of decisions", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-30" } },
        placement = { { kind = "U5", from = "2021-01-10" } },
      },
      not_supplied = { "adoption_decision" },
      expect = "cannot_decide" },
    { "the order began before the extract", as_at = "2021-06-15",
      given  = {
        legal_status = { { status = "E1", from = "..2021-04-01" } },
        adoption_decision = { { on = "2021-03-01" } },
        placement = { { kind = "U5", from = "2021-01-10" } },
      },
      expect = "cannot_decide" },
  },
}
