return measure {
  title  = "Special guardianship: orders granted",
  source = "Derby, Exit from Care, quarter 2 of 2021-22, table 1",
  unit   = "orders",
  counts = guardianship:where(function(g)
    return g.granted:during(period)
  end),
}
