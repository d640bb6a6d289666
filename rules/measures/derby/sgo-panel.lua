return measure {
  title  = "Special guardianship: taken to permanence panel",
  source = "Derby, Exit from Care, quarter 2 of 2021-22, table 1",
  unit   = "cases",
  counts = guardianship:where(function(g)
    return g.panel:during(period)
  end),
}
