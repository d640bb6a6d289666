-- The words that the adoption rules share, beside those of lib/case.lua: the decision, the match,
-- the link, the hearing. Readings are those of docs/readings.md.
local case  = require "lib.case"
local lists = require "lib.lists"

local adoption = words "adoption"

-- The agency's decision ---------------------------------------------------------------------------

-- A decision that is not reversed stands, whenever it was made.
adoption.decision = adoption_decision:where(function(d) return d.reversed:missing() end):latest()

-- The match ---------------------------------------------------------------------------------------

-- A match from an earlier period of care is another match.
adoption.family_matches = case.matches:where { kind = "ADOPTION" }:since(case.start_of_care)

adoption.with_carers_who_may_adopt = case.placement_type:is(lists.early_permanence)

-- A child with adopters no longer waits for a family. They stay in the rules that a match stops
-- where the match list says when it was; otherwise every late match would vanish on the day the
-- child moves in.
adoption.waits_for_family = any {
  none { case.with_adopters },
  all { match:supplied(), adoption.family_matches:any() },
}

-- Actions -----------------------------------------------------------------------------------------

-- Actions of this name that are not done, and whose day, where they have one, has not passed.
function adoption.open_actions(names)
  return action:where(function(a)
    return all {
      a.action:is(names),
      a.done:missing(),
      any { a.due:missing(), a.due:on_or_after(as_at) },
    }
  end)
end

-- Actions of this name raised so lately that they still excuse.
function adoption.recent_actions(names, span)
  return action:within(last(span)):where { action = names }
end

-- Court -------------------------------------------------------------------------------------------

-- A hearing may be recorded as listed or as the next hearing.
function adoption.has_hearing_ahead(application)
  return any { application.listed:on_or_after(as_at), application.next_hearing:on_or_after(as_at) }
end

-- The hearings that are ahead, as one day: the final hearing where that is one of them.
function adoption.hearing_ahead(application)
  return choose {
    { application.listed:on_or_after(as_at), application.listed },
    otherwise = application.next_hearing,
  }
end

-- Why a child whose family is there is not adopted yet: two of the three cases of Telford 2013, ready
-- for `explained_by`. The rule shows the facts placed, application and hearing. Placed with no
-- application is no reason: that is PLACE-APP-6M as well.
function adoption.no_hearing_date_yet()
  return { "with adopters since {placed}, adoption application issued {application}, no hearing date yet",
    when = all {
      case.with_adopters,
      case.adoption_application:any(),
      none { case.adoption_hearing:any() },
    } }
end
function adoption.hearing_is_set()
  return { "adoption hearing on {hearing}", when = case.adoption_hearing:any() }
end

-- The care plan -----------------------------------------------------------------------------------

-- The plan in force has been without adoption since this day. The review that agreed it is the day,
-- where one is recorded. A plan with nothing ticked is not a change: there is no such day.
adoption.plan_without_adoption = care_plan:unbroken(function(p)
  return all { case.is_agreed(p), none { p.plan:includes "ADOPTION" } }
end)
adoption.first_plan_without = care_plan:where(function(p)
  return p.from:on_or_after(adoption.plan_without_adoption.from)
end):earliest()

-- That day, but not before the order or decision that had made adoption the plan.
function adoption.plan_changed_since(start)
  return choose {
    { adoption.plan_without_adoption:known(),
      latest_of(first_known(adoption.first_plan_without.reviewed,
                            adoption.plan_without_adoption.from), start) },
    otherwise = adoption.plan_without_adoption.from,
  }
end

return adoption
