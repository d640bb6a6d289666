-- The words that the adoption rules share, beside those of lib/case.lua: the decision, the match,
-- the link, the hearing. Readings are those of docs/readings.md.
local case  = require "lib.case"
local lists = require "lib.lists"

local adoption = words "adoption"

-- The agency's decision ---------------------------------------------------------------------------

-- A decision that is not reversed stands, whenever it was made.
adoption.decision = adoption_decision:where(function(d) return d.reversed:missing() end):latest()

-- The latest that stands or was reversed in this period of care.
adoption.decision_in_this_care = adoption_decision:where(function(d)
  return any { d.reversed:missing(), d.reversed:after(case.start_of_care) }
end):latest()

-- The order ---------------------------------------------------------------------------------------

-- The day of the placement order in this period of care. The permanence table and the court list may
-- give it too: where they do, every day on record is asked, and the answer stands if all agree.
local in_episodes = case.placement_order.from
local in_record = choose {
  { permanence_record:supplied(),
    permanence_record:where(function(r) return r.placement_order:on_or_after(case.start_of_care) end)
      :latest_of "placement_order" },
  otherwise = in_episodes,
}
local at_court = choose {
  { court_application:supplied(),
    case.applications("placement"):where(function(a)
      return a.order_made:on_or_after(case.start_of_care)
    end):latest_of "order_made" },
  otherwise = in_episodes,
}
adoption.day_of_order = either_of(
  in_episodes, first_known(in_record, in_episodes), first_known(at_court, in_episodes)
)

-- Adoption reviews ----------------------------------------------------------------------------------

-- Asked only where the list did not come: then it is neither yes nor no, and the report says why.
adoption.was_an_adoption_review = adoption_review:any()

-- When the next one is due, from the reviews in the window: `first` if there is none, else as
-- `next_after(reviews)` says. Where the list of adoption reviews did not come any review may have been
-- one or may not: the answer is either, and is only decided where it makes no difference. A window,
-- so that reviews from before what the return covers leave it open.
local function due_after(reviews, first, next_after)
  return choose { { reviews:any(), next_after(reviews) }, otherwise = first }
end
function adoption.review_due(window, first, next_after)
  return choose {
    { adoption_review:supplied(),
      due_after(adoption_review:starting_within(window), first, next_after) },
    { none { adoption.was_an_adoption_review }, first },
    otherwise = due_after(review:starting_within(window), first, next_after),
  }
end

-- Was one held in the window? Without the list, a review of another kind may have been one.
function adoption.is_reviewed_in(window)
  return choose {
    { adoption_review:supplied(), adoption_review:starting_within(window):any() },
    otherwise = all { adoption.was_an_adoption_review, review:starting_within(window):any() },
  }
end

-- What points to adoption where the list that a rule asks of did not come.
adoption.is_on_the_way = any { case.on_placement_order, adoption.decision:known() }

-- The match ---------------------------------------------------------------------------------------

-- Stays with adopters. The case table also holds temporary moves of children who were with nobody.
adoption.stays_with_adopters = with_adopters:where { kind = lists.with_adopters }

-- A match from an earlier period of care, or with adopters whom the child has left again, is another
-- match: the child waits for a family anew.
adoption.day_left_adopters = adoption.stays_with_adopters:latest_of "to"
adoption.waits_since = latest_of(case.start_of_care, adoption.day_left_adopters)
adoption.family_matches = case.matches:where { kind = "ADOPTION" }:since(adoption.waits_since)

-- From one family of adopters straight to another is one run of adoptive placements; with this family
-- the child is since the carers changed. Foster carers who adopt (A3, A5) are the same carers.
adoption.with_this_family_since = choose {
  { case.adopters.kind:is("A4", "A6"), latest_of(case.start_with_adopters, case.start_with_carer) },
  otherwise = case.start_with_adopters,
}

adoption.with_carers_who_may_adopt = case.placement_type:is(lists.early_permanence)

-- A child with adopters no longer waits for a family. They stay in the rules that a match stops
-- where the match list says when it was; otherwise every late match would vanish on the day the
-- child moves in.
adoption.waits_for_family = any {
  none { case.with_adopters },
  all { match:supplied(), adoption.family_matches:any() },
}

-- The search --------------------------------------------------------------------------------------

-- A search that found adopters whom the child has left again is over, whatever its row still says.
function adoption.is_since_adopters(date)
  return any { adoption.day_left_adopters:missing(), date:on_or_after(adoption.day_left_adopters) }
end

-- Nothing says that the search is over: no reason for not searching, no such status. A blank status
-- says nothing.
function adoption.goes_on(f)
  return all {
    f.reason_not_searching:missing(),
    any {
      f.status:missing(),
      none {
        f.status:contains("closed", "stopped", "paused", "suspended", "on hold", "not searching",
                          "search ended", "search complete", "withdrawn", "ceased", "finished",
                          "discontinued", "abandoned", "cancelled", "inactive", "no longer"),
        f.status:is("ended", "Ended", "complete", "Complete", "completed", "Completed"),
      },
    },
  }
end
-- A search that began and goes on.
function adoption.is_searching(f)
  return all { f.started:known(), adoption.is_since_adopters(f.started), adoption.goes_on(f) }
end
adoption.searches = family_finding:where(function(f) return adoption.is_searching(f) end)
adoption.searches_since_adopters = family_finding:where(function(f)
  return adoption.is_since_adopters(f.started)
end)

-- Links of this period of care. Where the end of one is blank but a later link exists, it ended then;
-- where the child has left adopters since, it ended with them.
adoption.links = family_finding:where(function(f) return f.linked:on_or_after(case.start_of_care) end)
adoption.open_links = adoption.links:where(function(f)
  return all {
    f.link_ended:missing(),
    f.linked:is(adoption.links:latest_of "linked"),
    adoption.is_since_adopters(f.linked),
  }
end)

-- Brothers and sisters for whom one family is sought, or who are to be placed apart.
adoption.siblings = sibling_group:where { belongs = "yes" }

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
-- An application by adopters whom the child has left is no reason either, nor is a hearing that has
-- passed without a result: that reason ran out the day after it.
local waits_for_a_date = case.adoption_application:where(function(a)
  return all {
    adoption.is_since_adopters(a.on),
    none { a.listed:before(as_at), a.next_hearing:before(as_at) },
  }
end)
function adoption.no_hearing_date_yet()
  return { "with adopters since {placed}, adoption application issued {application}, no hearing date yet",
    when = all {
      case.with_adopters,
      waits_for_a_date:any(),
      none { case.adoption_hearing:any() },
    } }
end
function adoption.hearing_is_set()
  return { "adoption hearing on {hearing}", when = case.adoption_hearing:any() }
end

-- The care plan -----------------------------------------------------------------------------------

-- Adoption has been in the plan since this day. The review that first agreed it is the day, where one
-- is recorded.
adoption.plan_with_adoption = care_plan:unbroken(function(p) return p.plan:includes "ADOPTION" end)
adoption.first_plan_with = care_plan:where(function(p)
  return p.from:on_or_after(adoption.plan_with_adoption.from)
end):earliest()
adoption.day_it_was_planned = first_known(adoption.first_plan_with.reviewed,
                                          adoption.plan_with_adoption.from)

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
