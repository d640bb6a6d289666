-- The words that rules share. Each is defined once here, so that "looked after" means the same
-- thing in every rule and on every report. Readings are those of docs/readings.md.
local lists = require "lib.lists"

local case = words "case"

-- Neither yes nor no, whatever the record says: for what a rule must not answer either way.
case.cannot_be_told = either_of(as_at, as_at - days(1)):before(as_at)

-- Who is looked after ---------------------------------------------------------------------------

case.status = legal_status:current().status

-- A blank birth date does not take a child out of a rule; only an age that is known does.
case.under_18 = any { child.date_of_birth:missing(), age:under(18) }

-- Short breaks (V3, V4) are not care in this sense. Asked of the legal status, because every
-- looked-after child has one, so an example of a rule needs no other table.
case.looked_after = all {
  legal_status:current():known(),
  case.status:is_not(lists.short_breaks),
  case.under_18,
}

-- Remands (J1 to J3) are looked after, but permanence, care order and review rules are not about
-- them.
case.looked_after_not_on_remand = all { case.looked_after, case.status:is_not(lists.remand) }

-- The period of care ----------------------------------------------------------------------------

-- The first day of this period of care. Where an example gives no period of care, the run of legal
-- statuses that touch each other is the same thing.
case.start_of_care = first_known(
  care:current().from,
  legal_status:unbroken(function(l) return l.status:is_not(lists.short_breaks) end).from
)

-- Those of these periods that reach into this period of care. Asked of their end: a beginning that
-- the extract cut off cannot be compared with the day the child came in.
function case.in_this_care(periods)
  return periods:where(function(p)
    return any { p.to:missing(), p.to:after(case.start_of_care) }
  end)
end

-- After every earlier period of care.
function case.after_earlier_care(date)
  return none { care:where(function(c) return c.to:after(date) end):any() }
end
-- Of this period of care, or from the half-year in which it was prepared. An earlier period of care
-- may lie before the extract, so that something older is not taken for this one.
function case.belongs_to_this_care(date)
  return all { date:on_or_after(case.start_of_care - months(6)), case.after_earlier_care(date) }
end

-- Reviews held in this period of care. A window, so that rows which the return of a single year
-- cannot hold leave "the first" and "the second" open instead of wrong.
case.reviews = review:starting_within(between(case.start_of_care, as_at))

-- The last day for the first review: 20 working days after coming into care (reg 33(1)).
case.first_review_due = case.start_of_care + working_days(20)

case.left_by_adoption = all {
  care:latest().ceased:is(lists.adopted),
  care:latest().to:known(),
}
case.day_of_adoption = care:latest().to

-- What starts the clock of the life story book and the later life letter: the celebration hearing,
-- not the adoption order. Where the family chose no ceremony the order stands in for it; blank is
-- not "no ceremony" and leaves the clock without a start.
local celebrated = life_story:where(function(l) return l.celebration:known() end)
case.day_of_celebration = choose {
  { celebrated:any(), celebrated:latest().celebration },
  { life_story:where { no_ceremony = "yes" }:any(), case.day_of_adoption },
  otherwise = celebrated:latest().celebration,
}

-- Orders ----------------------------------------------------------------------------------------

-- Rules whose clock an order starts keep the child after the order has ended, for as long as the
-- child is in this period of care: ended in time is on track, ended late is met late.
case.placement_order    = case.in_this_care(legal_status:where { status = "E1" }):latest()
case.on_placement_order = case.status:is "E1"

case.start_of_care_order   = legal_status:unbroken { status = "C2" }.from

case.section_20 = case.in_this_care(legal_status:where { status = "V2" }):latest()

-- The order that ended care proceedings, as the legal status shows it.
case.final_orders = legal_status:where { status = { "C2", "E1" } }

-- Where the child lives -------------------------------------------------------------------------

case.placement_type = placement:current().kind

-- With adopters (A3 to A6) and at home (P1), temporary moves passed over.
case.adopters            = with_adopters:where { kind = lists.with_adopters }:current()
case.with_adopters       = case.adopters:known()
case.start_with_adopters = case.adopters.from

case.home          = at_home:where { kind = "P1" }:current()
case.at_home       = case.home:known()

-- A temporary move that came before home is in that run; the child was not home yet.
local away_first = episode:where { kind = lists.temporary, from = case.home.from }
case.start_at_home = choose {
  { away_first:any(), placement:where { kind = "P1" }:since(case.home.from):earliest().from },
  otherwise = case.home.from,
}

-- Both at once: on a care order and at home.
case.start_at_home_on_order = latest_of(case.start_of_care_order, case.start_at_home)

case.start_with_carer = carer:current().from

-- The care plan ---------------------------------------------------------------------------------

case.plan = care_plan:current().plan

local any_plan = {
  "REMAINSUP", "RETURN1M", "RETURN6M", "RETURNEV", "LTRELFR", "LTFOST18", "RESPLMT", "SUPPLIV",
  "ADOPTION", "OTHERPLN",
}
-- A row with nothing ticked is a plan that has not been agreed.
function case.is_agreed(plan_row) return plan_row.plan:includes(any_plan) end

case.plan_agreed       = case.is_agreed(care_plan:current())
case.plan_is_adoption  = case.plan:includes "ADOPTION"
case.plan_is_return    = case.plan:includes("RETURN1M", "RETURN6M", "RETURNEV")

-- Adoption: decisions, matches, court -----------------------------------------------------------

-- A reversal counts against the present order only if it came after the order began.
case.decision_reversed_since_order = adoption_decision:where(function(d)
  return d.reversed:on_or_after(case.placement_order.from)
end):earliest()

-- A row whose decision day is blank is a child not yet matched, not a match of unknown date.
case.matches = match:where(function(m) return m.on:known() end)

-- An application that was withdrawn or refused is no longer before the court.
function case.applications(kind)
  return court_application:where(function(a)
    return all {
      a.kind:is(kind),
      any { a.outcome:missing(), a.outcome:is "granted" },
    }
  end)
end
-- Applications that the court has not yet answered.
function case.open_applications(kind)
  return court_application:where(function(a)
    return all { a.kind:is(kind), a.outcome:missing(), a.order_made:missing() }
  end)
end

case.adoption_application = case.open_applications "adoption"
-- The hearing may be recorded as listed or as the next hearing. The nearer one that has not passed.
case.adoption_hearing = case.adoption_application:where(function(a)
  return any { a.listed:on_or_after(as_at), a.next_hearing:on_or_after(as_at) }
end)
case.day_of_adoption_hearing = choose {
  { case.adoption_hearing:latest().listed:on_or_after(as_at), case.adoption_hearing:latest().listed },
  otherwise = case.adoption_hearing:latest().next_hearing,
}

-- Away from adoption: the agency reversed its decision, or the plan now in force is agreed and is
-- not adoption. Adoption beside another plan (parallel planning) is still adoption.
case.plan_changed_from_adoption = any {
  case.decision_reversed_since_order:known(),
  all { case.plan_agreed, none { case.plan_is_adoption } },
}

case.revocation_applications = case.applications("revocation"):since(case.placement_order.from)
case.day_revocation_was_lodged    = case.revocation_applications:earliest().on

return case
