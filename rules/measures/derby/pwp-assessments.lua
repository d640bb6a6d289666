return measure {
  title  = "Placement with parents: full assessments",
  source = "Derby, Exit from Care, quarter 2 of 2021-22, table 2",
  unit   = "cases",
  counts = placement_with_parents:where(function(p)
    return p.assessed:during(period)
  end),
  note   = "Of earlier referrals than those of the period: the table is no funnel.",
}
