return measure {
  title    = "With connected carers: change",
  source   = "Middlesbrough, Permanence Action Plan, January 2022, line 115",
  unit     = "children",
  changes  = "connected-carers",
  as       = "percent",
  rounding = { places = 1 },
}
