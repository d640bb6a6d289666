local case = require "lib.case"

-- An order that was in force at the decision or was made since. An order that came first (the
-- decision recorded late) stops the clock before it starts.
local order_since = legal_status:where(function(l)
  return all { l.status:is "E1", any { l.to:missing(), l.to:after(this.on) } }
end):earliest().from

-- A refusal is also recorded as a reversal (RD2), so without a court list nothing is lost.
local refused_on = court_application:where(function(a)
  return all { a.kind:is "placement", a.outcome:is "refused", a.order_made:on_or_after(this.on) }
end):earliest().order_made

local care_open_in_time = care_proceedings:where(function(p)
  return all {
    p.order_made:missing(),
    p.outcome:missing(),
    any {
      (p.on + counting_the_day(weeks(26))):on_or_after(as_at),
      p.extended_to:on_or_after(as_at),
    },
  }
end)

return rule {
  title    = "Decision for adoption without a placement order",
  why      = "A decision for adoption that never reaches court leaves the child between plans.",
  source   = "Derby, Exit from Care, December 2021, line 187: \"tracking a further 30 cases ... " ..
             "where the Placement Order has not yet been granted\", line 236 \"67 cases open with " ..
             "a Best Interest Decision\"; Durham 2018, line 37 \"have not yet progressed through " ..
             "the Court arena\" [S]. The limit is local [L]",
  standing = "local",
  severity = "medium",
  owner    = "adoption team manager",

  -- One occasion for each decision: those that stand, and those reversed in this period of care
  -- (in time: on track). DATE_PLACED of the return is the day of this decision. A placement order
  -- with no decision recorded has no occasion here; DQ-LS-PLACE names it.
  each     = adoption_decision:where(function(d)
    return any { d.reversed:missing(), d.reversed:after(case.start_of_care) }
  end),
  applies  = all {
    case.looked_after_not_on_remand,
    none { case.placement_type:is("A3", "A4") },  -- placed with consent: no order is needed
  },
  clock    = this.on,
  limit    = within(setting { months(6), label = "Months after the decision",
                              from = months(3), to = months(12) }),
  amber    = months(2),
  stops    = choose {
    { court_application:supplied(), earliest_of(order_since, this.reversed, refused_on) },
    otherwise = earliest_of(order_since, this.reversed),
  },

  facts    = {
    plan = case.plan, reversed = this.reversed, order_made = order_since,
    proceedings = care_open_in_time:latest().on,
    extended    = care_open_in_time:latest().extended_to,
  },

  explained_by = {
    { "care proceedings issued {proceedings} open and inside their time (extended to: {extended})",
      when = care_open_in_time:any() },
  },

  says     = "The agency decided for adoption on {clock}. Placement order: {order_made}. {overdue} " ..
             "past {limit}. Plan: {plan}.",

  examples = {
    { "six months to the day", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2020-06-01" } },
        adoption_decision = { { on = "2021-03-30" } },
      },
      expect = { "due_soon", due = "2021-09-30" } },
    { "the day after", as_at = "2021-10-01",
      given  = {
        legal_status = { { status = "C2", from = "2020-06-01" } },
        adoption_decision = { { on = "2021-03-30" } },
      },
      expect = { "breach", days_over = 1 } },
    { "not amber before four months", as_at = "2021-07-29",
      given  = {
        legal_status = { { status = "C2", from = "2020-06-01" } },
        adoption_decision = { { on = "2021-03-30" } },
      },
      expect = "on_track" },
    { "amber from four months", as_at = "2021-07-30",
      given  = {
        legal_status = { { status = "C2", from = "2020-06-01" } },
        adoption_decision = { { on = "2021-03-30" } },
      },
      expect = "due_soon" },
    { "order made in time", as_at = "2021-12-31",
      given  = {
        legal_status = {
          { status = "C1", from = "2020-12-01", to = "2021-09-01" },
          { status = "E1", from = "2021-09-01" },
        },
        adoption_decision = { { on = "2021-03-30" } },
      },
      expect = "on_track" },
    { "order made late", as_at = "2021-12-31",
      given  = {
        legal_status = {
          { status = "C1", from = "2020-12-01", to = "2021-11-01" },
          { status = "E1", from = "2021-11-01" },
        },
        adoption_decision = { { on = "2021-03-30" } },
      },
      expect = { "met_late", days_over = 32 } },
    { "reversed in time", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2020-06-01" } },
        adoption_decision = { { on = "2021-03-30", reversed = "2021-08-01", reason = "RD1" } },
      },
      expect = "on_track" },
    { "care proceedings inside 26 weeks", as_at = "2021-10-15",
      given  = {
        legal_status = { { status = "C1", from = "2021-06-10" } },
        adoption_decision = { { on = "2021-04-01" } },
        care_proceedings = { { kind = "care", on = "2021-06-01" } },
      },
      expect = "explained" },
    { "care proceedings extended", as_at = "2022-01-15",
      given  = {
        legal_status = { { status = "C1", from = "2021-06-10" } },
        adoption_decision = { { on = "2021-04-01" } },
        care_proceedings = { { kind = "care", on = "2021-06-01", extended_to = "2022-01-20" } },
      },
      expect = "explained" },
    { "care proceedings past 26 weeks", as_at = "2021-12-15",
      given  = {
        legal_status = { { status = "C1", from = "2021-06-10" } },
        adoption_decision = { { on = "2021-04-01" } },
        care_proceedings = { { kind = "care", on = "2021-06-01" } },
      },
      expect = "breach" },
    { "placed with consent", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "V2", from = "2020-06-01" } },
        adoption_decision = { { on = "2021-03-30" } },
        placement = { { kind = "A4", from = "2021-05-01" } },
      },
      expect = "not_applicable" },
    { "no court list is no excuse and no doubt", as_at = "2021-10-01",
      given  = {
        legal_status = { { status = "C2", from = "2020-06-01" } },
        adoption_decision = { { on = "2021-03-30" } },
      },
      not_supplied = { "court_application", "care_proceedings" },
      expect = "breach" },
    { "refused by the court in time", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2020-06-01" } },
        adoption_decision = { { on = "2021-03-30" } },
        court_application = {
          { kind = "placement", on = "2021-04-10", order_made = "2021-08-10", outcome = "refused" },
        },
      },
      expect = "on_track" },
    { "the date of the decision is blank", as_at = "2021-12-31",
      given  = {
        legal_status = { { status = "C2", from = "2020-06-01" } },
        adoption_decision = { {} },
      },
      expect = "cannot_decide" },
    { "no list of decisions came", as_at = "2021-12-31",
      given  = { legal_status = { { status = "C2", from = "2020-06-01" } } },
      not_supplied = { "adoption_decision" },
      expect = "cannot_decide" },
    { "no decision", as_at = "2021-12-31",
      given  = { legal_status = { { status = "C2", from = "2020-06-01" } } },
      expect = "not_applicable" },
  },
}
