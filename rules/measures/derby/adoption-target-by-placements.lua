return measure {
  title    = "Placements for adoption against the year's target",
  source   = "Derby, Exit from Care, quarter 2 of 2021-22, lines 48, 232 and 240",
  unit     = "children",
  forecast = {
    achieved   = "placed-for-adoption",
    expected   = { "linked-or-matched" },
    target     = setting { 35, label = "Exits by adoption in the year", from = 0, to = 500 },
    target_for = "year",
  },
  assumes  = {
    "the event is the placement, as the report measures it; the exit itself is the order",
    "a quarter is a quarter of the year's target: 8.75",
    "every child linked or matched is placed in the next quarter",
  },
  note     = "Never add to adoption-target-by-orders: one child may be in both.",
}
