return measure {
  title    = "In external residential placements: change",
  source   = "Middlesbrough, Permanence Action Plan, January 2022, line 117",
  unit     = "children",
  changes  = "external-residential",
  as       = "percent",
  rounding = { places = 1 },
}
