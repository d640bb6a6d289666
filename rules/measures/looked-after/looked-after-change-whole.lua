return measure {
  title    = "Change in children looked after, in whole per cent",
  source   = "Middlesbrough, Permanence Action Plan, January 2022, line 103",
  unit     = "children",
  changes  = "children-looked-after",
  as       = "percent",
  rounding = { places = 0, by = "nearest" },
  note     = "Middlesbrough rounds this one and cuts off the other of the same line.",
}
