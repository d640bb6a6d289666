-- Days on which the law changed, for rules whose limit stays the same and whose sentence must say so.
local law = words "law"

-- The coronavirus changes relaxed some review duties. Which, and to what, was not seen: a guessed
-- longer limit would read as in time, so the limit stands and the sentence says what is to be
-- confirmed.
function law.relaxed_in_2020(due)
  return {
    "Due while the coronavirus changes of 24 April to 25 September 2020 were in force: whether they " ..
    "gave longer is to be confirmed.",
    when = due:during(between("2020-04-24", "2020-09-25")),
  }
end

return law
