local case     = require "lib.case"
local adoption = require "lib.adoption"

local decision = adoption.decision

-- Three months where a parent asked for adoption of a child under six months old. No list says who
-- asked, so for such a child the limit is one of the two. A blank birth date: also one of the two.
local perhaps_three_months = all {
  any {
    child.date_of_birth:missing(),
    decision.on:before(child.date_of_birth + months(6)),
  },
  case.cannot_be_told,
}

local order_hearings = case.open_applications("placement"):where(function(a)
  return adoption.has_hearing_ahead(a)
end)

return rule {
  title    = "No match within six months of the decision for adoption",
  why      = "A family should be found and approved for the child within six months.",
  source   = "Adoption statutory guidance: six months from the decision, three where a parent asks " ..
             "for adoption of a child under six months; carried from earlier guidance, to be " ..
             "confirmed in the edition in use [K]; Middlesbrough 2022, line 18: \"significant delay " ..
             "in securing permanence through adoption\" [S]",
  to_be_confirmed = true,
  standing = "guidance",
  severity = "medium",
  owner    = "family finding team manager",

  applies  = all {
    case.looked_after_not_on_remand,
    decision:known(),
    adoption.waits_for_family,
  },
  clock    = decision.on,
  limit    = choose {
    { perhaps_three_months, within(months(3)) },
    otherwise = within(setting { months(6), label = "Months from the decision to a match",
                                 from = months(3), to = months(12) }),
  },
  amber    = months(2),
  stops    = adoption.family_matches:earliest().on,

  facts    = {
    matched     = adoption.family_matches:earliest().on,
    hearing     = adoption.hearing_ahead(order_hearings:latest()),
    carer_since = case.start_with_carer,
  },

  explained_by = {
    { "no placement order yet, hearing on {hearing}",
      when = all { none { case.on_placement_order }, order_hearings:any() } },
    { "with foster carers who may adopt since {carer_since}",
      when = adoption.with_carers_who_may_adopt },
  },

  says     = "The agency decided for adoption on {clock}, matched: {matched}. {overdue} past {limit}.",

  examples = {
    { "six months to the day", as_at = "2021-09-30",
      given  = {
        child = { date_of_birth = "2018-02-01" },
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-03-30" } },
      },
      expect = { "due_soon", due = "2021-09-30" } },
    { "the day after", as_at = "2021-10-01",
      given  = {
        child = { date_of_birth = "2018-02-01" },
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-03-30" } },
      },
      expect = { "breach", days_over = 1 } },
    { "not amber before four months", as_at = "2021-07-29",
      given  = {
        child = { date_of_birth = "2018-02-01" },
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-03-30" } },
      },
      expect = "on_track" },
    { "amber from four months", as_at = "2021-07-30",
      given  = {
        child = { date_of_birth = "2018-02-01" },
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-03-30" } },
      },
      expect = "due_soon" },
    { "six months old on the day of the decision", as_at = "2021-08-30",
      given  = {
        child = { date_of_birth = "2020-09-30" },
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-03-30" } },
      },
      expect = "due_soon" },
    { "a day younger: three months or six", as_at = "2021-08-30",
      given  = {
        child = { date_of_birth = "2020-10-01" },
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-03-30" } },
      },
      expect = "cannot_decide" },
    { "a young child, three months to the day", as_at = "2021-06-30",
      given  = {
        child = { date_of_birth = "2021-01-15" },
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-03-30" } },
      },
      expect = "due_soon" },
    { "a young child, past six months: late either way", as_at = "2021-10-01",
      given  = {
        child = { date_of_birth = "2021-01-15" },
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-03-30" } },
      },
      expect = "breach" },
    { "the birth date is blank", as_at = "2021-08-30",
      given  = {
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-03-30" } },
      },
      expect = "cannot_decide" },
    { "matched in time", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2018-02-01" },
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-03-30" } },
        match = { { kind = "ADOPTION", on = "2021-09-30" } },
      },
      expect = "on_track" },
    { "matched late, by now with adopters", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2018-02-01" },
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-03-30" } },
        with_adopters = { { kind = "A6", from = "2021-11-01" } },
        match = { { kind = "ADOPTION", on = "2021-10-10" } },
      },
      expect = { "met_late", days_over = 10 } },
    { "with adopters, no match recorded", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2018-02-01" },
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-03-30" } },
        with_adopters = { { kind = "A6", from = "2021-11-01" } },
      },
      expect = "not_applicable" },
    { "no order yet, the hearing is today", as_at = "2021-10-15",
      given  = {
        child = { date_of_birth = "2018-02-01" },
        legal_status = { { status = "C2", from = "2021-01-10" } },
        adoption_decision = { { on = "2021-03-30" } },
        court_application = { { kind = "placement", on = "2021-08-01", listed = "2021-10-15" } },
      },
      expect = "explained" },
    { "no order yet, the hearing was yesterday", as_at = "2021-10-16",
      given  = {
        child = { date_of_birth = "2018-02-01" },
        legal_status = { { status = "C2", from = "2021-01-10" } },
        adoption_decision = { { on = "2021-03-30" } },
        court_application = { { kind = "placement", on = "2021-08-01", listed = "2021-10-15" } },
      },
      expect = "breach" },
    { "with foster carers who may adopt", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2018-02-01" },
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-03-30" } },
        placement = { { kind = "U5", from = "2021-01-10" } },
        carer = { { kind = "U5", from = "2021-01-10" } },
      },
      expect = "explained" },
    { "no court list: a plain breach, reason not evidenced", as_at = "2021-10-15",
      given  = {
        child = { date_of_birth = "2018-02-01" },
        legal_status = { { status = "C2", from = "2021-01-10" } },
        adoption_decision = { { on = "2021-03-30" } },
      },
      not_supplied = { "court_application" },
      expect = "breach" },
    { "decision reversed", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2018-02-01" },
        legal_status = { { status = "C2", from = "2021-01-10" } },
        adoption_decision = { { on = "2021-03-30", reversed = "2021-08-01" } },
      },
      expect = "not_applicable" },
    { "no match list, six months passed", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2018-02-01" },
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { { on = "2021-03-30" } },
      },
      not_supplied = { "match" },
      expect = "cannot_decide" },
    { "no list of decisions", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2018-02-01" },
        legal_status = { { status = "E1", from = "2021-06-01" } },
      },
      not_supplied = { "adoption_decision" },
      expect = "cannot_decide" },
    { "the date of the decision is blank", as_at = "2021-12-31",
      given  = {
        child = { date_of_birth = "2018-02-01" },
        legal_status = { { status = "E1", from = "2021-06-01" } },
        adoption_decision = { {} },
      },
      expect = "cannot_decide" },
  },
}
