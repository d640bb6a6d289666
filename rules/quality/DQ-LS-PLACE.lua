local case  = require "lib.case"
local lists = require "lib.lists"

local now = episode:current()

-- A placement order in force with no decision, or with none until after it began. A decision that was
-- reversed before the order is no decision for it.
local decisions = adoption_decision:where(function(d)
  return none { d.reversed:on_or_before(case.placement_order.from) }
end)
local decided_by_the_order = decisions:where(function(d)
  return d.on:on_or_before(case.placement_order.from)
end)
local order_without_decision = all { case.on_placement_order, none { decisions:any() } }
local decision_after_order =
  all { case.on_placement_order, decisions:any(), none { decided_by_the_order:any() } }

-- The court's day and the first day of the legal status. A list that did not come contradicts
-- nothing. Only orders granted inside this run: an earlier order is another order.
local order_date_differs = all {
  case.on_placement_order,
  court_application:supplied(),
  court_application:where(function(a)
    return all {
      a.kind:is "placement",
      a.outcome:is "granted",
      a.order_made:known(),
      a.order_made:after(case.start_of_care),
    }
  end):any(),
  none { court_application:where(function(a)
    return all { a.kind:is "placement", a.order_made:is(case.placement_order.from) }
  end):any() },
}

-- The same for the day that the permanence table gives.
local orders_recorded = permanence_record:where(function(r)
  return r.placement_order:after(case.start_of_care)
end)
local recorded_date_differs = all {
  case.on_placement_order,
  permanence_record:supplied(),
  orders_recorded:any(),
  none { orders_recorded:where(function(r)
    return r.placement_order:is(case.placement_order.from)
  end):any() },
}

-- Emergency and temporary codes that stand longer than they may. Three days for 72 hours: the
-- record holds days only.
local too_long = {
  temporary  = all { now.kind:is "T4", (now.from + days(7)):before(as_at) },
  police     = all { case.status:is "L1", (legal_status:current().from + days(3)):before(as_at) },
  emergency  = all { case.status:is "L2", (legal_status:current().from + days(21)):before(as_at) },
}

-- Among the children who left by adoption.
local never_placed = none { episode:where { kind = lists.with_adopters }:any() }
local reversed_yet_adopted = adoption_decision:latest().reversed:on_or_before(case.day_of_adoption)

-- An episode with no end in the file that is said to have ended in adoption. `recorded_end` is the
-- end as the file has it, so an end that only the as-at day hides is no contradiction.
local open_yet_adopted = all {
  now.status:is "E1",
  now.recorded_end:missing(),
  now.ceased:known(),  -- blank is what an open episode should have
  now.ceased:is(lists.adopted),
}

local adopters_without_order = all { now.kind:is("A5", "A6"), now.status:is_not "E1" }
local at_home_under_section_20 = all { now.kind:is "P1", now.status:is "V2" }
local short_break_long_term =
  all { now.status:is("V3", "V4"), now.kind:is("U1", "U4") }

local in_care_now = all { now:known(), case.under_18 }
local adopted     = all { case.left_by_adoption, none { now:known() } }

return rule {
  title    = "Codes that contradict each other",
  why      = "A contradiction decides who is in the population, so it must be fixed before figures " ..
             "are read.",
  source   = "SSDA903 validation rules 361, 362, 378, 379, 384, 390, 408, 525, 553 and 554 (Data " ..
             "to Insight csc-validator-be-903, commit 10ad07c) [V]; Derby, December 2021, lines " ..
             "196 to 206 [S]",
  standing = "guidance",
  severity = "low",
  owner    = "data team",

  -- Every current episode, short breaks too, and for the two questions about adoption those who
  -- left by it.
  applies     = any { in_care_now, adopted },
  breach_when = any {
    all { in_care_now, any {
      adopters_without_order,
      at_home_under_section_20,
      order_without_decision,
      decision_after_order,
      order_date_differs,
      recorded_date_differs,
      too_long.temporary,
      too_long.police,
      too_long.emergency,
      short_break_long_term,
      open_yet_adopted,
    } },
    all { adopted, any { never_placed, reversed_yet_adopted } },
  },
  clock       = episode:latest().from,

  facts    = {
    status    = episode:latest().status,
    placement = episode:latest().kind,
  },

  says      = "Legal status: {status}. Placement: {placement}.",
  says_also = {
    { "Placed with adopters under a placement order, but there is no placement order.",
      when = all { in_care_now, adopters_without_order } },
    { "At home with parents, but accommodated under section 20.",
      when = all { in_care_now, at_home_under_section_20 } },
    { "A placement order, but no decision that the child should be placed for adoption.",
      when = all { in_care_now, order_without_decision } },
    { "The decision for adoption is dated after the placement order.",
      when = all { in_care_now, decision_after_order } },
    { "The court's date of the placement order is not the day on which the legal status begins.",
      when = all { in_care_now, order_date_differs } },
    { "The permanence table's date of the placement order is not the day on which the legal status begins.",
      when = all { in_care_now, recorded_date_differs } },
    { "A temporary placement (T4) for more than 7 days.",
      when = all { in_care_now, too_long.temporary } },
    { "Police protection for more than 72 hours.", when = all { in_care_now, too_long.police } },
    { "An emergency protection order for more than 21 days.",
      when = all { in_care_now, too_long.emergency } },
    { "Short breaks, but in a long-term foster placement.",
      when = all { in_care_now, short_break_long_term } },
    { "The episode has no end, but says that it ended in adoption.",
      when = all { in_care_now, open_yet_adopted } },
    { "Adopted, but never placed with adopters.", when = all { adopted, never_placed } },
    { "Adopted, but the decision for adoption had been reversed.",
      when = all { adopted, reversed_yet_adopted } },
  },

  examples = {
    { "nothing contradicts", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        episode = { { status = "E1", kind = "A6", from = "2021-05-01" } },
        adoption_decision = { { on = "2020-12-01" } },
      },
      expect = "on_track" },
    { "with adopters without a placement order", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        episode = { { status = "C2", kind = "A6", from = "2021-05-01" } },
      },
      expect = "breach" },
    { "at home under section 20", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "V2", from = "2021-01-10" } },
        episode = { { status = "V2", kind = "P1", from = "2021-05-01" } },
      },
      expect = "breach" },
    { "placement order without a decision", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        episode = { { status = "E1", kind = "U6", from = "2021-01-10" } },
      },
      expect = "breach" },
    { "decision after the order", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        episode = { { status = "E1", kind = "U6", from = "2021-01-10" } },
        adoption_decision = { { on = "2021-02-01" } },
      },
      expect = "breach" },
    { "a decision that was reversed before the order is none", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        episode = { { status = "E1", kind = "U6", from = "2021-01-10" } },
        adoption_decision = { { on = "2019-02-01", reversed = "2020-02-01" } },
      },
      expect = "breach" },
    { "one reversed before the order, the next made after it", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        episode = { { status = "E1", kind = "U6", from = "2021-01-10" } },
        adoption_decision = { { on = "2019-02-01", reversed = "2020-02-01" }, { on = "2021-02-01" } },
      },
      expect = "breach" },
    { "reversed since the order", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        episode = { { status = "E1", kind = "U6", from = "2021-01-10" } },
        adoption_decision = { { on = "2020-12-01", reversed = "2021-06-01" } },
      },
      expect = "on_track" },
    { "the permanence table says another day", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        episode = { { status = "E1", kind = "U6", from = "2021-01-10" } },
        adoption_decision = { { on = "2020-12-01" } },
        permanence_record = { { placement_order = "2021-01-12" } },
        care = { { from = "2020-01-01" } },
      },
      expect = "breach" },
    { "the permanence table says the same day", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        episode = { { status = "E1", kind = "U6", from = "2021-01-10" } },
        adoption_decision = { { on = "2020-12-01" } },
        permanence_record = { { placement_order = "2021-01-10" } },
        care = { { from = "2020-01-01" } },
      },
      expect = "on_track" },
    { "the court says another day", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        episode = { { status = "E1", kind = "U6", from = "2021-01-10" } },
        adoption_decision = { { on = "2020-12-01" } },
        court_application = {
          { kind = "placement", on = "2020-11-01", order_made = "2021-01-12", outcome = "granted" },
        },
        care = { { from = "2020-01-01" } },
      },
      expect = "breach" },
    { "the court says the same day", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        episode = { { status = "E1", kind = "U6", from = "2021-01-10" } },
        adoption_decision = { { on = "2020-12-01" } },
        court_application = {
          { kind = "placement", on = "2020-11-01", order_made = "2021-01-10", outcome = "granted" },
        },
        care = { { from = "2020-01-01" } },
      },
      expect = "on_track" },
    { "T4 on the eighth day", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        episode = { { status = "C2", kind = "T4", from = "2021-09-22" } },
      },
      expect = "breach" },
    { "T4 on the seventh day", as_at = "2021-09-29",
      given  = {
        legal_status = { { status = "C2", from = "2021-01-10" } },
        episode = { { status = "C2", kind = "T4", from = "2021-09-22" } },
      },
      expect = "on_track" },
    { "police protection over 72 hours", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "L1", from = "2021-09-26" } },
        episode = { { status = "L1", kind = "U6", from = "2021-09-26" } },
      },
      expect = "breach" },
    { "police protection on its third day", as_at = "2021-09-29",
      given  = {
        legal_status = { { status = "L1", from = "2021-09-26" } },
        episode = { { status = "L1", kind = "U6", from = "2021-09-26" } },
      },
      expect = "on_track" },
    { "emergency protection order over 21 days", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "L2", from = "2021-09-08" } },
        episode = { { status = "L2", kind = "U6", from = "2021-09-08" } },
      },
      expect = "breach" },
    { "emergency protection order of 21 days", as_at = "2021-09-29",
      given  = {
        legal_status = { { status = "L2", from = "2021-09-08" } },
        episode = { { status = "L2", kind = "U6", from = "2021-09-08" } },
      },
      expect = "on_track" },
    { "short break in a long-term placement", as_at = "2021-09-30",
      given  = { episode = { { status = "V4", kind = "U4", from = "2021-09-08" } } },
      expect = "breach" },
    { "open on a placement order, said to have been adopted", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        episode = { { status = "E1", kind = "A6", from = "2021-05-01", ceased = "E11" } },
        adoption_decision = { { on = "2020-12-01" } },
      },
      expect = "breach" },
    { "adopted after the as-at day", as_at = "2021-09-30",
      given  = {
        legal_status = { { status = "E1", from = "2021-01-10" } },
        episode = { { status = "E1", kind = "A6", from = "2021-05-01", to = "2021-11-01",
                      recorded_end = "2021-11-01", ceased = "E11" } },
        adoption_decision = { { on = "2020-12-01" } },
      },
      expect = "on_track" },
    { "adopted but never placed", as_at = "2021-09-30",
      given  = {
        care = { { from = "2020-01-10", to = "2021-06-01", ceased = "E12" } },
        episode = { { status = "E1", kind = "U6", from = "2020-01-10", to = "2021-06-01",
                      ceased = "E12" } },
      },
      expect = "breach" },
    { "reversed yet adopted", as_at = "2021-09-30",
      given  = {
        care = { { from = "2020-01-10", to = "2021-06-01", ceased = "E12" } },
        episode = { { status = "E1", kind = "A6", from = "2020-01-10", to = "2021-06-01",
                      ceased = "E12" } },
        adoption_decision = { { on = "2020-03-01", reversed = "2021-02-01" } },
      },
      expect = "breach" },
    { "adopted, nothing contradicts", as_at = "2021-09-30",
      given  = {
        care = { { from = "2020-01-10", to = "2021-06-01", ceased = "E12" } },
        episode = { { status = "E1", kind = "A6", from = "2020-01-10", to = "2021-06-01",
                      ceased = "E12" } },
        adoption_decision = { { on = "2020-03-01" } },
      },
      expect = "on_track" },
    { "left care another way", as_at = "2021-09-30",
      given  = {
        care = { { from = "2020-01-10", to = "2021-06-01", ceased = "E45" } },
        episode = { { status = "C2", kind = "U6", from = "2020-01-10", to = "2021-06-01",
                      ceased = "E45" } },
      },
      expect = "not_applicable" },
    { "the legal status is blank, the placement is with adopters", as_at = "2021-09-30",
      given  = {
        legal_status = { { from = "2021-01-10" } },
        episode = { { kind = "A6", from = "2021-05-01" } },
      },
      expect = "cannot_decide" },
  },
}
