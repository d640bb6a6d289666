-- Words that the trackers share: what the panel last noted, and where the child stands.
local trackers = words "trackers"

-- The latest note of a panel whose name has one of these texts in it, in capitals or not. Councils
-- spell the same panel in many ways.
function trackers.last_note(names)
  local note = tracker_note:where(function(n) return n.panel:contains(names) end):latest()
  return { seen = note.on, says = note.note, next = note.next }
end

trackers.age = age

-- The row of the care plan in force began, or was agreed by a review, on this day.
trackers.day_of_plan = choose {
  { care_plan:current().reviewed:known(), care_plan:current().reviewed },
  otherwise = care_plan:current().from,
}

return trackers
