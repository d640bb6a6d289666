return measure {
  title    = "Placed with parents: change",
  source   = "Middlesbrough, Permanence Action Plan, January 2022, line 116",
  unit     = "children",
  changes  = "living-with-parents",
  as       = "percent",
  rounding = { places = 1 },
}
