return measure {
  title    = "Change in children looked after, cut off after a tenth",
  source   = "Middlesbrough, Permanence Action Plan, January 2022, line 103",
  unit     = "children",
  changes  = "children-looked-after",
  as       = "percent",
  rounding = { places = 1, by = "truncation" },
  note     = "As Middlesbrough printed it. Rounded to the nearest tenth it is 19.6.",
}
