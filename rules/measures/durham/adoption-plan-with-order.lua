local case = require "lib.case"

return measure {
  title  = "Plan of adoption and a placement order: how far",
  source = "Durham, Corporate Parenting Panel, 23 February 2018, lines 37 and 43",
  unit   = "children",
  window = "stock",
  counts = all { case.looked_after, case.plan:includes "ADOPTION", case.on_placement_order },
  split  = {
    { "with adopters", case.with_adopters },
    { "with a family finder", family_finding:where(function(f) return f.finder:known() end):any() },
    otherwise = "no family finder",
  },
}
