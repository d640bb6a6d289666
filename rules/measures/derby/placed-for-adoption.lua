local lists = require "lib.lists"

return measure {
  title  = "Children placed with adopters",
  source = "Derby, Exit from Care, quarter 2 of 2021-22, lines 220 to 224 and 232",
  unit   = "children",
  -- The case table also holds temporary moves of children who were with nobody.
  counts = with_adopters:where { kind = lists.with_adopters }:starting_within(period):any(),
  split  = {
    { "by another agency", match:where(function(m)
      return all { m.kind:is "ADOPTION", m.agency:is_not "Adoption East Midlands" }
    end):any() },
    otherwise = "through Adoption East Midlands",
  },
}
