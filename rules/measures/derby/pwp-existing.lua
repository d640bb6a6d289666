return measure {
  title  = "Placement with parents: cases open before the period and not yet decided",
  source = "Derby, Exit from Care, quarter 2 of 2021-22, line 121",
  unit   = "cases",
  counts = placement_with_parents:where(function(p)
    return all { p.referred:before(period_start), p.decided:missing() }
  end),
}
