local case = require "lib.case"

return measure {
  title  = "Placement order for nine months or longer",
  source = "Telford & Wrekin, Securing Permanence Group, September 2013, line 15: no number is given",
  unit   = "children",
  window = "stock",
  counts = all {
    case.looked_after, case.on_placement_order,
    (case.placement_order.from + months(9)):on_or_before(as_at),
  },
  split  = {
    { "with adopters, no hearing date",
      all { case.with_adopters, case.adoption_application:any(), none { case.adoption_hearing:any() } } },
    { "adoption hearing listed", case.adoption_hearing:any() },
    { "plan changed, revocation applied for",
      all { case.plan_changed_from_adoption, case.revocation_applications:any() } },
    otherwise = "none of the three reasons",
  },
}
