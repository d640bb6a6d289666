-- Words about the care plan and the time it takes: plans to return home, plans side by side, early
-- permanence. Readings are those of docs/readings.md.
local case  = require "lib.case"
local lists = require "lib.lists"

local planning = words "planning"

-- A plan to return home -------------------------------------------------------------------------

-- From the first plan in a row that says so: a plan that is saved again does not start the time anew.
local function since(key)
  return care_plan:unbroken(function(p) return p.plan:includes(key) end).from
end
planning.start_of_plan_for_one_month       = since "RETURN1M"
planning.start_of_plan_for_six_months      = since "RETURN6M"
planning.start_of_plan_for_eventual_return = since "RETURNEV"

-- With several of the keys the shortest is the plan.
planning.start_of_plan_to_return = choose {
  { case.plan:includes "RETURN1M", planning.start_of_plan_for_one_month },
  { case.plan:includes "RETURN6M", planning.start_of_plan_for_six_months },
  otherwise = planning.start_of_plan_for_eventual_return,
}

-- Plans side by side, in proceedings ------------------------------------------------------------

-- Applications of this period of care. Without a court list the interim care orders tell of one:
-- issued on or before the first such day. Withdrawn and refused ones are over.
planning.care_applications = care_proceedings:where(function(p)
  return all {
    any { p.kind:is "care", p.status:is "C1" },
    any { p.outcome:missing(), p.outcome:is "granted" },
    any { p.order_made:missing(), p.order_made:on_or_after(case.start_of_care) },
  }
end)
planning.interim_orders = case.in_this_care(legal_status:where { status = "C1" })

-- Without a day of issue the first interim order bounds it.
planning.start_of_proceedings = choose {
  { planning.care_applications:latest().on:known(), planning.care_applications:latest().on },
  otherwise = planning.interim_orders:earliest().from,
}

-- From the court list, else the day the interim order gave way; absent while one still runs.
planning.day_of_final_order = choose {
  { case.status:is "C1", planning.interim_orders:latest().to },
  otherwise = first_known(
    planning.care_applications:latest().order_made, planning.interim_orders:latest().to
  ),
}

-- Nothing ticked may mean "no" or "not entered".
local function is_parallel(plan)
  return all {
    case.after_earlier_care(plan.from),
    any {
      plan.plan:count():at_least(2),
      all { none { case.is_agreed(plan) }, case.cannot_be_told },
    },
  }
end
planning.start_of_parallel_plans_now_in_force = care_plan:unbroken(is_parallel).from
planning.start_of_first_parallel_plans     = care_plan:where(function(p)
  return all { is_parallel(p), p.from:on_or_before(planning.day_of_final_order) }
end):earliest_of "from"

-- Side by side in the plan now in force; for proceedings that are over, in any plan of that time.
planning.start_of_parallel_plans = choose {
  { planning.day_of_final_order:known(), planning.start_of_first_parallel_plans },
  otherwise = planning.start_of_parallel_plans_now_in_force,
}

-- Early permanence ------------------------------------------------------------------------------

-- What was decided in an earlier period of care was decided about another home.
planning.day_early_permanence_was_decided = early_permanence:where(function(e)
  return case.belongs_to_this_care(e.decided)
end):earliest_of "decided"

-- The list holds both decisions: for it, and that it is not suitable.
planning.day_early_permanence_was_considered = earliest_of(
  planning.day_early_permanence_was_decided,
  early_permanence:where(function(e)
    return case.belongs_to_this_care(e.not_suitable)
  end):earliest_of "not_suitable"
)
planning.start_with_carers_who_may_adopt = case.in_this_care(
  placement:where { kind = lists.early_permanence }
):earliest().from

-- The plan now in force, saved again or not, is agreed and is not adoption.
planning.start_of_another_plan = care_plan:unbroken(function(p)
  return all {
    case.is_agreed(p), none { p.plan:includes "ADOPTION" }, case.belongs_to_this_care(p.from),
  }
end).from

return planning
