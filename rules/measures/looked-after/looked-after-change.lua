return measure {
  title    = "Change in children looked after",
  source   = "Middlesbrough, Permanence Action Plan, January 2022, line 103",
  unit     = "children",
  changes  = "children-looked-after",
  as       = "percent",
  rounding = { places = 1, by = "nearest" },
  note     = "Rounded to the nearest tenth; Middlesbrough printed 19.5, which is the same change cut off.",
}
