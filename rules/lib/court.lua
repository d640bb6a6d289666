-- Words about applications and pre-proceedings, one row at a time: for rules with an `each`.
local court = words "court"

-- The application of this row: not answered. For rules over court_application or care_proceedings.
function court.is_open(application)
  return all { application.order_made:missing(), application.outcome:missing() }
end

-- Pre-proceedings end with a step down or with the letter of issue.
function court.pre_proceedings_ended(row) return earliest_of(row.ended, row.issued) end
function court.pre_proceedings_began(row) return first_known(row.letter, row.decided) end

return court
