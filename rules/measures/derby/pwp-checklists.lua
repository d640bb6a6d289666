return measure {
  title  = "Placement with parents: checklists asked for",
  source = "Derby, Exit from Care, quarter 2 of 2021-22, line 157",
  unit   = "requests",
  counts = placement_with_parents:where(function(p)
    return p.checklist:during(period)
  end),
  note   = "Another event than a referral.",
}
