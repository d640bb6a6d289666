return measure {
  title  = "Placement with parents: initial viability assessments",
  source = "Derby, Exit from Care, quarter 2 of 2021-22, table 2",
  unit   = "cases",
  counts = placement_with_parents:where(function(p)
    return p.viability:during(period)
  end),
}
