return measure {
  title    = "Adoption orders against the year's target",
  source   = "Derby, Exit from Care, quarter 2 of 2021-22, lines 48 and 228; minutes of 9 December 2021, line 197",
  unit     = "children",
  forecast = {
    achieved   = "adoption-orders",
    target     = setting { 35, label = "Exits by adoption in the year", from = 0, to = 500 },
    target_for = "year",
  },
  assumes  = {
    "the event is the adoption order, which ends care; the report measures placements",
    "a quarter is a quarter of the year's target: 8.75",
  },
  note     = "Never add to adoption-target-by-placements: one child may be in both.",
}
