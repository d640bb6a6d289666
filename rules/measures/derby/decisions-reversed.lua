return measure {
  title  = "Decisions for adoption reversed",
  source = "Derby, Exit from Care, quarter 2 of 2021-22, line 208",
  unit   = "decisions",
  counts = adoption_decision:where(function(d) return d.reversed:during(period) end),
}
